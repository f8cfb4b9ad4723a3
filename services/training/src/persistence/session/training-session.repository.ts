import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  STRUCK,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { SessionFilter, Sessions } from '../../application/session/ports.ts';
import { sessionNotFound } from '../../domain/class/session-errors.ts';
import type { SessionEvent, TrainingSession } from '../../domain/session/training-session.ts';
import { betweenDays } from '../reference/between-days.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const sessionSchema = aggregateSchema(
  {
    classId: text,
    kind: text,
    regionCode: text,
    organiserAgencyId: optionalText,
    heldOn: text,
    hours: { type: Number, required: true },
    topic: optionalText,
    recordedAt: { type: Date, required: true },
    struck: STRUCK,
    corrections: { type: [Object], default: [] },
  },
  [{ keys: { classId: 1, heldOn: 1, _id: 1 } }],
);

export function mongoSessions(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<TrainingSession, SessionEvent>,
): Sessions {
  const model = aggregateModel(connection, 'TrainingSession', sessionSchema, 'training_sessions');
  const store = aggregateStore<TrainingSession, SessionEvent>({
    connection,
    model,
    aggregate: 'session',
    outbox,
    publish,
    notFound: sessionNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<TrainingSession>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'heldOn', direction }],
        page,
      }),
    heldHoursOf: async (classIds) => {
      const sums = await model.aggregate<{ readonly _id: string; readonly hours: number }>([
        { $match: { classId: trusted({ $in: [...classIds] }), struck: null } },
        { $group: { _id: '$classId', hours: { $sum: '$hours' } } },
      ]);
      return classIds.map((id) => sums.find(({ _id }) => _id === id)?.hours ?? null);
    },
    listStanding: async (classId) => {
      const documents = await model.find({ classId, struck: null }).sort({ heldOn: 1, _id: 1 }).lean();
      return documents.map((document) => toState<TrainingSession>(document));
    },
  };
}

function toFilter({ classId, from, to, struck }: SessionFilter): Record<string, unknown> {
  return { classId, ...betweenDays('heldOn', from, to), ...(struck ? {} : { struck: null }) };
}
