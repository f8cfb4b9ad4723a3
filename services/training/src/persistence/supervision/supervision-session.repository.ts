import type { CalendarDate } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  STRUCK,
  trusted,
  withinCounties,
  withinRegion,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { SupervisionFilter, Supervisions } from '../../application/supervision/ports.ts';
import { supervisionNotFound } from '../../domain/supervision/errors.ts';
import type { StationId } from '../../domain/ids.ts';
import type { SupervisionEvent, SupervisionSession } from '../../domain/supervision/supervision-session.ts';
import { betweenDays } from '../reference/between-days.ts';
import type { Reach } from '../../domain/policy.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;

const supervisionSchema = aggregateSchema(
  {
    stationId: text,
    countyCode: text,
    operatorAgencyId: optionalText,
    supervisorAgencyId: optionalText,
    form: text,
    delivery: text,
    heldOn: text,
    hours: number,
    participants: number,
    topic: text,
    advice: optionalText,
    followUpBy: optionalText,
    followedUp: { type: Object, default: null },
    recordedAt: { type: Date, required: true },
    struck: STRUCK,
    corrections: { type: [Object], default: [] },
  },
  [
    { keys: { heldOn: 1, _id: 1 } },
    { keys: { countyCode: 1, heldOn: 1, _id: 1 } },
    { keys: { stationId: 1, heldOn: 1, _id: 1 } },
    { keys: { operatorAgencyId: 1, heldOn: 1, _id: 1 } },
    { keys: { supervisorAgencyId: 1, heldOn: 1, _id: 1 } },
  ],
);

export function mongoSupervisions(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<SupervisionSession, SupervisionEvent>,
): Supervisions {
  const model = aggregateModel(connection, 'SupervisionSession', supervisionSchema, 'supervision_sessions');
  const store = aggregateStore<SupervisionSession, SupervisionEvent>({
    connection,
    model,
    aggregate: 'supervision',
    outbox,
    publish,
    notFound: supervisionNotFound,
  });
  return {
    ...store,
    list: (filter, reach, { direction, today, page }) =>
      keysetPage<SupervisionSession>({
        model,
        filter: {
          ...toFilter(filter, today),
          ...seen(reach),
        },
        order: [{ path: 'heldOn', direction }],
        page,
      }),
    countOf: async (countyCode, { from, to }) => {
      const counts = await model.aggregate<{ readonly _id: StationId; readonly count: number }>([
        { $match: { countyCode, struck: null, ...betweenDays('heldOn', from, to) } },
        { $group: { _id: '$stationId', count: { $sum: 1 } } },
      ]);
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },
  };
}

function toFilter(filter: SupervisionFilter, today: CalendarDate): Record<string, unknown> {
  const { within, stationId, from, to, followUp, struck } = filter;
  return {
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    ...(stationId === null ? {} : { stationId }),
    ...betweenDays('heldOn', from, to),
    ...(followUp === null ? {} : followed(followUp, today)),
    ...(struck ? {} : { struck: null }),
  };
}

function followed(
  state: NonNullable<SupervisionFilter['followUp']>,
  today: CalendarDate,
): Record<string, unknown> {
  if (state === 'CLOSED') return { followedUp: trusted({ $ne: null }) };
  const late = state === 'OVERDUE' ? { $ne: null, $lt: today } : { $ne: null };
  return { followedUp: null, followUpBy: trusted(late) };
}

/** No record of a person: a worker reaches none of them. */
function seen(reach: Reach): Record<string, unknown> {
  if (reach.everything) return {};
  const agencies = trusted({ $in: [...reach.agencies] });
  const regions = reach.regions.map((region) => ({ countyCode: withinRegion(region) }));
  return { $or: [{ operatorAgencyId: agencies }, { supervisorAgencyId: agencies }, ...regions] };
}
