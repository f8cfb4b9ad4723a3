import type { Connection } from 'mongoose';
import { retryingOnDuplicate, transactionAtHand } from './transaction.ts';

interface Hold {
  _id: string;
  times: number;
  /** When it was last held; the database forgets what nobody holds any more. */
  at: Date;
}

export const HOLDS = 'holds';

/**
 * In turn among those of this process; among processes, writing the key's document makes two transactions that hold it
 * conflict: one of them starts again.
 */
export async function hold(connection: Connection, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { session, turn } = transactionAtHand();
  turn.take(keys);
  const holds = connection.collection<Hold>(HOLDS);
  const held = [...new Set(keys)].map((_id) => ({
    updateOne: {
      filter: { _id },
      update: { $inc: { times: 1 }, $currentDate: { at: true as const } },
      upsert: true,
    },
  }));
  await retryingOnDuplicate(() => holds.bulkWrite(held, { session }));
}
