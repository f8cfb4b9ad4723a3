import type { Connection } from 'mongoose';
import { epochOf, lives } from './epoch.ts';
import { outboxRows } from './outbox-rows.ts';

/**
 * Lets the relay send facts again, in the order of the log, from a place in it on: for a topic that was lost, or for
 * a consumer that has lost events. Who had them knows that by their ids. Answers how many are sent again.
 */
export async function republish(connection: Connection, from: number): Promise<number> {
  const { modifiedCount } = await outboxRows(connection).updateMany(
    { seq: { $gte: from } },
    { $set: { publishedAt: null, placement: null } },
  );
  return modifiedCount;
}

/**
 * After the service's database was put back to an earlier state: what it said after that is unsaid, and consumers take
 * what it says from now on for the truth. Later than any epoch that was ever sent, whatever the database remembers.
 */
export async function beginEpoch(connection: Connection, now: Date): Promise<number> {
  const epoch = Math.max((await epochOf(connection)) + 1, Math.floor(now.getTime() / 1_000));
  await lives(connection).updateOne({ _id: 'log' }, { $set: { epoch } }, { upsert: true });
  return epoch;
}
