import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from '../mongo/transaction.ts';
import { acquireLease, type HeldLease } from './lease.ts';

const ASK_AGAIN_MS = 200;

/**
 * Does the work while no other process of the service does: whoever comes second begins when the first has ended, and
 * finds done what was done. A process that dies in the midst of it keeps the others waiting for the lease's time.
 */
export async function alone<Result>(
  connection: Connection,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const held = await tryToHold(connection, name);
    if (held === null) {
      await pause(ASK_AGAIN_MS);
      continue;
    }
    try {
      return await work();
    } finally {
      await held.release();
    }
  }
}

/** Two who make the lease's document at once: the second asks again. */
async function tryToHold(connection: Connection, name: string): Promise<HeldLease | null> {
  try {
    return await acquireLease({ connection, name });
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}
