import type { Connection } from 'mongoose';
import { FIRST_EPOCH } from '../signing/record-signature.ts';

/** A log's life: it ends when its database is put back to an earlier state, since what was said after that is unsaid. */
interface LogLife {
  readonly _id: 'log';
  readonly epoch: number;
}

export const lives = (connection: Connection) => connection.collection<LogLife>('outbox_life');

export async function epochOf(connection: Connection): Promise<number> {
  const life = await lives(connection).findOne({ _id: 'log' });
  return life?.epoch ?? FIRST_EPOCH;
}
