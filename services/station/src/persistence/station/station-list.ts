import {
  type AggregateModel,
  keysetPage,
  namedLike,
  oneOf,
  type OrderBy,
  SEARCH_TOKENS,
  trusted,
  withinRegion,
} from '@qianshou/service-kit/mongo';
import { inDays } from '../reference/day-order.ts';
import type { StationFilter, StationOrder, Stations } from '../../application/station/ports.ts';
import type { Station, StationStatus } from '../../domain/station/station.ts';
import { OPENED_STATUSES } from '../../domain/station/opened-station.ts';
import { yearsBefore } from '../../domain/evaluation/station-evaluation.ts';
import { BY_OPENING, BY_OPENING_OF_OPERATOR, BY_PLACE } from './station.model.ts';

/** Each combination of filter and order is served by an index of the model. */
export function stationList(model: AggregateModel): Pick<Stations, 'list'> {
  return {
    list: (filter, order, page) => {
      const query = { model, filter: toFilter(filter), order: pathsOf(order), page };
      const index = order.field === 'OPENED_ON' ? openings(filter) : inPlaces(filter);
      return keysetPage<Station>(index === null ? query : { ...query, index });
    },
  };
}

function pathsOf({ field, direction }: StationOrder): readonly OrderBy[] {
  return field === 'OPENED_ON'
    ? [{ path: 'openedOn', direction, nullable: true }]
    : [{ path: 'townshipCode', direction }];
}

function openings({ operatorAgencyId }: StationFilter): Readonly<Record<string, 1>> {
  return operatorAgencyId === null ? BY_OPENING : BY_OPENING_OF_OPERATOR;
}

/** The days of opening have an index that gives another order, which the planner likes where few are found. */
function inPlaces({
  unevaluatedIn,
  operatorAgencyId,
  name,
  openedOn,
}: StationFilter): Readonly<Record<string, 1>> | null {
  const isSearched = operatorAgencyId !== null || namedLike(name)[SEARCH_TOKENS] !== undefined;
  const hasDays = openedOn.from !== null || openedOn.to !== null;
  return unevaluatedIn !== null && hasDays && !isSearched ? BY_PLACE : null;
}

function toFilter(filter: StationFilter): Record<string, unknown> {
  const { within, name, status, tier, operatorAgencyId, grade, openedOn, unevaluatedIn } = filter;
  return {
    ...(within === null ? {} : { townshipCode: withinRegion(within) }),
    ...namedLike(name),
    ...oneOf('tier', tier),
    ...(operatorAgencyId === null ? {} : { operatorAgencyId }),
    ...oneOf('gradedBy.grade', grade),
    ...inDays('openedOn', openedOn),
    ...(unevaluatedIn === null ? oneOf('status', status) : toBeEvaluated(unevaluatedIn, status)),
  };
}

/** Each year is one point of an index, so that the page still comes in the order of the list. */
function toBeEvaluated(year: number, status: readonly StationStatus[] | null): Record<string, unknown> {
  const opened = OPENED_STATUSES.filter((each) => status?.includes(each) ?? true);
  return { ...oneOf('status', opened), 'annualGrade.year': trusted({ $in: [...yearsBefore(year)] }) };
}
