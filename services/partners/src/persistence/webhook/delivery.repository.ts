import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  type Connection,
  inTransaction,
  keysetPage,
  toState,
  transactionSession,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { CursorMove, Deliveries, Delivery } from '../../application/webhook/ports.ts';
import { usageOf } from './usage.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

/** An attempt is kept for so long after its delivery was made. */
const KEPT_DAYS = 30;
/** What still waits is kept, however long its endpoint was away. */
const NEVER = null;

const deliveries = aggregateSchema(
  {
    endpointId: text,
    kind: text,
    eventId: text,
    type: text,
    subject: text,
    seq: number,
    dueAt: { type: Date, required: true },
    status: text,
    tries: number,
    attempts: { type: Array, default: [] },
    about: { type: Object, default: null },
    settledAt: { type: Date, default: NEVER },
  },
  [
    { keys: { endpointId: 1, status: 1, seq: 1 } },
    { keys: { endpointId: 1, seq: -1, _id: -1 } },
    { keys: { settledAt: 1 }, keptForDays: KEPT_DAYS },
  ],
);
const cursors = aggregateSchema({ seq: number, round: number }, []);

const AT_BEGINNING = { seq: 0, round: 0 };

export function mongoDeliveries(connection: Connection): Deliveries {
  const model = aggregateModel(connection, 'WebhookDelivery', deliveries, 'webhook_deliveries');
  const cursorModel = aggregateModel(connection, 'WebhookCursor', cursors, 'webhook_cursors');
  return {
    ...readingOf(model, cursorModel),
    ...settlingOf(model),
    make: makingOf(connection, model, cursorModel),
  };
}

type Reading = Pick<Deliveries, 'countsWaiting' | 'cursorOf' | 'list' | 'usageOf' | 'waiting'>;

function readingOf(model: AggregateModel, cursorModel: AggregateModel): Reading {
  return {
    cursorOf: async (endpointId) => {
      const cursor = await cursorModel.findOne({ _id: endpointId }).lean();
      return cursor === null ? AT_BEGINNING : { seq: Number(cursor['seq']), round: Number(cursor['round']) };
    },
    waiting: async (endpointId) => {
      const rows = await model.find({ endpointId, status: 'DUE' }).sort({ seq: 1 }).limit(200).lean();
      return rows.map((row) => toState<Delivery>(row));
    },
    list: (endpointId, page) =>
      keysetPage<Delivery>({
        model,
        filter: { endpointId },
        order: [{ path: 'seq', direction: 'DESC' }],
        page,
      }),
    usageOf: (endpointIds) => usageOf(model, endpointIds),
    countsWaiting: async (endpointIds) => {
      const counted = await model.aggregate<{ readonly _id: string; readonly count: number }>([
        { $match: { endpointId: trusted({ $in: [...endpointIds] }), status: 'DUE' } },
        { $group: { _id: '$endpointId', count: { $sum: 1 } } },
      ]);
      const byId = new Map(counted.map(({ _id, count }) => [_id, count]));
      return endpointIds.map((id) => byId.get(id) ?? 0);
    },
  };
}

/** Past mongoose: many at once, and those that are there already stay as they are. */
function makingOf(
  connection: Connection,
  model: AggregateModel,
  cursorModel: AggregateModel,
): Deliveries['make'] {
  return (endpointId, made, move) =>
    inTransaction(connection, async () => {
      if (move !== null && !(await moveCursor(cursorModel, endpointId, move))) return false;
      const session = transactionSession();
      const writes = made.map(({ id, ...delivery }) => ({
        updateOne: {
          filter: { _id: id },
          update: { $setOnInsert: { ...delivery, version: 1, settledAt: NEVER } },
          upsert: true,
        },
      }));
      if (writes.length > 0) await model.collection.bulkWrite(writes as never[], { session });
      return true;
    });
}

async function moveCursor(model: AggregateModel, _id: string, { from, to }: CursorMove): Promise<boolean> {
  const { matchedCount, upsertedCount } = await model.updateOne(
    { _id, ...from },
    { $set: { ...to }, $setOnInsert: { version: 1 } },
    { upsert: from === null },
  );
  return matchedCount + upsertedCount > 0;
}

function settlingOf(model: AggregateModel): Pick<Deliveries, 'note' | 'skip' | 'takeUp'> {
  return {
    note: async ({ id }, attempt, { status, dueAt, tries }) => {
      const settledAt = status === 'DUE' ? NEVER : attempt.at;
      await model.updateOne(
        { _id: id, status: 'DUE' },
        { $push: { attempts: { $each: [attempt], $slice: -20 } }, $set: { status, dueAt, tries, settledAt } },
      );
    },
    takeUp: async (endpointId, now) => {
      await model.updateMany({ endpointId, status: 'DUE' }, { $set: { dueAt: now, tries: 0 } });
    },
    skip: async (endpointId, id) => {
      const settledAt = new Date();
      const which = id === undefined ? {} : { _id: id };
      await model.updateMany(
        { ...which, endpointId, status: 'DUE' },
        { $set: { status: 'SKIPPED', settledAt } },
      );
    },
  };
}
