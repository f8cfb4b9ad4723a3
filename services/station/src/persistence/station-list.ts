import { type AggregateModel, keysetPage, trusted, withinRegion } from '@qianshou/service-kit/mongo';
import type { StationFilter, Stations } from '../application/ports.ts';
import type { Station, StationStatus } from '../domain/station.ts';
import { OPENED_STATUSES, yearsBefore } from '../domain/station-evaluation.ts';

/** Each combination of filter and order is served by an index of the model. */
export function stationList(model: AggregateModel): Pick<Stations, 'list'> {
  return {
    list: (filter, { direction }, page) =>
      keysetPage<Station>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'townshipCode', direction }],
        page,
      }),
  };
}

function toFilter(filter: StationFilter): Record<string, unknown> {
  const { within, status, tier, operatorAgencyId, unevaluatedIn } = filter;
  return {
    ...(within === null ? {} : { townshipCode: withinRegion(within) }),
    ...(tier === null ? {} : { tier: trusted({ $in: [...tier] }) }),
    ...(operatorAgencyId === null ? {} : { operatorAgencyId }),
    ...(unevaluatedIn === null ? statusIn(status) : toBeEvaluated(unevaluatedIn, status)),
  };
}

function statusIn(status: readonly StationStatus[] | null): Record<string, unknown> {
  return status === null ? {} : { status: trusted({ $in: [...status] }) };
}

/** Each year is one point of an index, so that the page still comes in the order of the list. */
function toBeEvaluated(year: number, status: readonly StationStatus[] | null): Record<string, unknown> {
  const opened = OPENED_STATUSES.filter((each) => status?.includes(each) ?? true);
  return { ...statusIn(opened), 'gradedBy.year': trusted({ $in: [...yearsBefore(year)] }) };
}
