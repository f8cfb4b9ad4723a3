import type { Connection } from 'mongoose';
import { inTransaction, retryingOnDuplicate, transactionSession } from '../mongo/transaction.ts';
import { type CatchUp, type Followed, inboxCollections } from './documents.ts';
import { aggregatesOf } from './aggregates.ts';
import { topicHolds } from './duty.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What a consumer begins with. */
export interface Plan {
  /** Reactions that still read what was told before they were there. */
  readonly running: readonly CatchUp[];
  /** All there ever were, whose cursors may stand for the consumer's own. */
  readonly names: readonly string[];
}

/**
 * Compares what is reacted to with what was at the last start. A reaction that was added to a consumer with a history
 * has that history before it: it is caught up with. Two processes that start at once make the same plan.
 */
export async function planCatchUps(
  connection: Connection,
  consumer: string,
  subscriptions: Subscriptions,
): Promise<Plan> {
  return inTransaction(connection, async () => {
    const { followed, catchUps } = inboxCollections(connection);
    const session = transactionSession();
    const known = await retryingOnDuplicate(() =>
      followed.findOneAndUpdate({ _id: consumer }, { $currentDate: { plannedAt: true } } as object, {
        upsert: true,
        session,
        returnDocument: 'after',
      }),
    );
    const all = await catchUps.find({ consumer }, { session }).toArray();
    const running = await stillNeeded(connection, all, subscriptions);
    const before = await settledBefore(connection, consumer, subscriptions, known);
    const added = addedTypes(subscriptions, before, running);
    const begun = await begin(connection, consumer, added);
    const settled = [...subscriptions.handlers.keys()].filter(
      (type) => !added.includes(type) && !running.some(({ types }) => types.includes(type)),
    );
    await followed.updateOne(
      { _id: consumer },
      { $set: { types: settled, topics: [...subscriptions.topics] } },
      { session },
    );
    return { running: [...running, ...begun], names: [...all, ...begun].map(({ _id }) => _id) };
  });
}

/** Of those that have not ended, with the types that are still reacted to. */
async function stillNeeded(
  connection: Connection,
  all: readonly CatchUp[],
  { handlers }: Subscriptions,
): Promise<readonly CatchUp[]> {
  const { catchUps } = inboxCollections(connection);
  const session = transactionSession();
  const running: CatchUp[] = [];
  for (const catchUp of all.filter(({ doneAt }) => doneAt === null)) {
    const types = catchUp.types.filter((type) => handlers.has(type));
    if (types.length === 0) await catchUps.deleteOne({ _id: catchUp._id }, { session });
    else running.push({ ...catchUp, types });
  }
  return running;
}

type Settled = Pick<Followed, 'types' | 'topics'>;

/**
 * Where nothing was noted, by an earlier build or because nothing ever came: what has cursors was followed, and
 * where there is no cursor at all there is no history to catch up with.
 */
async function settledBefore(
  connection: Connection,
  consumer: string,
  { handlers, topics }: Subscriptions,
  known: Partial<Followed> | null,
): Promise<Settled> {
  if (known?.types !== undefined) return { types: known.types, topics: known.topics ?? [] };
  const types = [...handlers.keys()];
  if (!(await hasCursor(connection, `${consumer} `))) return { types, topics };
  const followed: string[] = [];
  for (const type of types) {
    const [aggregate = ''] = aggregatesOf([type]);
    if (await hasCursor(connection, `${consumer} ${aggregate.split('/')[1]}/`)) followed.push(type);
  }
  return { types: followed, topics };
}

async function hasCursor(connection: Connection, prefix: string): Promise<boolean> {
  const { cursors } = inboxCollections(connection);
  const range = { $gte: prefix, $lt: `${prefix}\uffff` };
  return (await cursors.findOne({ _id: range }, { session: transactionSession() })) !== null;
}

/** A topic that was not read before is read from its beginning anyway. */
function addedTypes(
  { handlers }: Subscriptions,
  before: Settled,
  running: readonly CatchUp[],
): readonly string[] {
  return [...handlers.keys()].filter(
    (type) =>
      !before.types.includes(type) &&
      !running.some(({ types }) => types.includes(type)) &&
      before.topics.some((topic) => topicHolds(topic, type)),
  );
}

async function begin(
  connection: Connection,
  consumer: string,
  types: readonly string[],
): Promise<readonly CatchUp[]> {
  if (types.length === 0) return [];
  const begunAt = new Date();
  const _id = `${consumer}+${begunAt.getTime().toString(36)}`;
  const catchUp: CatchUp = { _id, consumer, types, begunAt, doneAt: null };
  const { catchUps } = inboxCollections(connection);
  await catchUps.insertOne(catchUp, { session: transactionSession() });
  return [catchUp];
}

/** Everything was handed over: from now on its reactions are the consumer's own. */
export async function endCatchUp(connection: Connection, { _id, consumer, types }: CatchUp): Promise<void> {
  await inTransaction(connection, async () => {
    const { followed, catchUps } = inboxCollections(connection);
    const session = transactionSession();
    await catchUps.updateOne({ _id, doneAt: null }, { $set: { doneAt: new Date() } }, { session });
    await followed.updateOne({ _id: consumer }, { $addToSet: { types: { $each: [...types] } } }, { session });
  });
}
