import type { CalendarDate } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  type Publish,
  STRUCK,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { StationVisits, VisitFilter } from '../../application/supervision/ports.ts';
import type { StationId } from '../../domain/ids.ts';
import { stationVisitNotFound } from '../../domain/supervision/errors.ts';
import type { StationVisit, VisitEvent } from '../../domain/supervision/station-visit.ts';
import { byDay, inRegion } from '../reference/day-order.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const terms = { visitedOn: text, visitor: text, findings: text, followUpOn: optionalText } as const;

const visitSchema = aggregateSchema(
  {
    ...terms,
    stationId: text,
    townshipCode: text,
    countyCode: text,
    regions: [String],
    awaitsFollowUp: { type: Boolean, required: true },
    followUp: { type: { _id: false, on: text, result: text }, default: null },
    struck: STRUCK,
    corrections: [{ _id: false, on: text, reason: text, evidence: EVIDENCE, ...terms }],
  },
  [
    { keys: { visitedOn: 1, _id: 1 } },
    { keys: { regions: 1, visitedOn: 1, _id: 1 } },
    { keys: { stationId: 1, visitedOn: 1, _id: 1 } },
    { keys: { awaitsFollowUp: 1, visitedOn: 1, _id: 1 } },
  ],
);

export function mongoStationVisits(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<StationVisit, VisitEvent>,
): StationVisits {
  const model = aggregateModel(connection, 'StationVisit', visitSchema, 'station_visits');
  const store = aggregateStore<StationVisit, VisitEvent>({
    connection,
    model,
    aggregate: 'station-visit',
    outbox,
    publish,
    notFound: stationVisitNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<StationVisit>({
        model,
        filter: toFilter(filter),
        order: byDay('visitedOn', direction),
        page,
      }),
    findLastDays: async (stations) => {
      const visits = await model
        .find({ stationId: trusted({ $in: [...stations] }), struck: null }, { stationId: 1, visitedOn: 1 })
        .sort({ visitedOn: 1 })
        .lean();
      return new Map(
        visits.map(({ stationId, visitedOn }) => [stationId as StationId, visitedOn as CalendarDate]),
      );
    },
  };
}

function toFilter({ within, stationId, awaitsFollowUp, struck }: VisitFilter): Record<string, unknown> {
  return {
    struck: struck ? trusted({ $ne: null }) : null,
    ...inRegion(within),
    ...(stationId === null ? {} : { stationId }),
    ...(awaitsFollowUp === null ? {} : { awaitsFollowUp }),
  };
}
