import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  DOCUMENT,
  EVIDENCE,
  keysetPage,
  replicaStore,
  STRUCK,
  toReplica,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { AcceptanceCheckFilter, AcceptanceChecks } from '../../application/station/ports.ts';
import type { ListedCheck } from '../../domain/station/acceptance-check.ts';
import { inRegion } from '../reference/day-order.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

/** `CheckCorrection`, here and in the station. */
export const CHECK_CORRECTION = {
  _id: false,
  on: text,
  reason: text,
  evidence: EVIDENCE,
  checkedOn: text,
  checkerOrganisation: text,
  result: text,
} as const;

const checkSchema = aggregateSchema(
  {
    stationId: text,
    townshipCode: text,
    countyCode: text,
    regions: [String],
    checkedOn: text,
    checkerOrganisation: text,
    items: [{ _id: false, have: text, met: Boolean, finding: optionalText, lacking: [String] }],
    result: text,
    rectifyBy: optionalText,
    awaitsRectification: { type: Boolean, required: true },
    photos: [DOCUMENT],
    struck: STRUCK,
    corrections: [CHECK_CORRECTION],
  },
  [
    { keys: { checkedOn: 1, _id: 1 } },
    { keys: { regions: 1, checkedOn: 1, _id: 1 } },
    { keys: { stationId: 1, checkedOn: 1, _id: 1 } },
    { keys: { awaitsRectification: 1, checkedOn: 1, _id: 1 }, where: { awaitsRectification: true } },
    // Most checks pass and set no day: only those that set one are in these.
    { keys: { rectifyBy: 1, _id: 1 }, where: { rectifyBy: { $gte: '' } } },
    { keys: { regions: 1, rectifyBy: 1, _id: 1 }, where: { rectifyBy: { $gte: '' } } },
    { keys: { stationId: 1, rectifyBy: 1, _id: 1 }, where: { rectifyBy: { $gte: '' } } },
  ],
);

const PATHS = { CHECKED_ON: 'checkedOn', RECTIFY_BY: 'rectifyBy' } as const;

/** A copy of what the stations hold, written with them, so that checks are found across stations by an index. */
export function mongoAcceptanceChecks(connection: Connection): AcceptanceChecks {
  const model = aggregateModel(connection, 'AcceptanceCheck', checkSchema, 'acceptance_checks');
  const copies = replicaStore<ListedCheck>(model, 'acceptance check');
  return {
    list: (filter, { field, direction }, page) =>
      keysetPage<ListedCheck>({
        model,
        filter: { ...toFilter(filter), ...daysFrom(filter.rectifyBy, field === 'RECTIFY_BY') },
        order: [{ path: PATHS[field], direction }],
        page,
        index: indexFor(filter, PATHS[field]),
      }),
    listStanding: async (stationId) => {
      const documents = await model.find({ stationId, struck: null }).lean();
      return documents.map((document) => toReplica<ListedCheck>(document));
    },
    findMany: copies.findMany,
    put: copies.put,
  };
}

/** The narrowest that keeps the order of days: a station has few checks, a region some. */
function indexFor(filter: AcceptanceCheckFilter, day: string): Readonly<Record<string, 1>> {
  const asked = toFilter(filter);
  const place = ['stationId', 'regions'].find((path) => path in asked);
  const waits = place === undefined && day === PATHS.CHECKED_ON && filter.awaitsRectification === true;
  const narrowest = waits ? 'awaitsRectification' : place;
  return { ...(narrowest === undefined ? {} : { [narrowest]: 1 }), [day]: 1, _id: 1 };
}

function toFilter(filter: AcceptanceCheckFilter): Record<string, unknown> {
  const { within, stationId, result, awaitsRectification, struck } = filter;
  return {
    struck: struck ? trusted({ $ne: null }) : null,
    ...inRegion(within),
    ...(stationId === null ? {} : { stationId }),
    ...(result === null ? {} : { result }),
    ...(awaitsRectification === null ? {} : { awaitsRectification }),
  };
}

/** A day that was never set lies in no span, and has no place in an order of days. */
function daysFrom(
  { from, to }: AcceptanceCheckFilter['rectifyBy'],
  ordered: boolean,
): Record<string, unknown> {
  if (from === null && to === null && !ordered) return {};
  return { rectifyBy: trusted({ $gte: from ?? '', ...(to === null ? {} : { $lte: to }) }) };
}
