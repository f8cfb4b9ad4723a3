import { AsyncLocalStorage } from 'node:async_hooks';
import { type ClientSession, type Connection, mongo } from 'mongoose';
import { asRepeatable } from './outage.ts';

const sessions = new AsyncLocalStorage<ClientSession>();

/** The session of the transaction that this code runs in. Mongoose finds it by itself; the plain driver must be given it. */
export function currentSession(): ClientSession | undefined {
  return sessions.getStore();
}

/** For writes that are right only inside a transaction: outside they would protect nothing, so that is a mistake. */
export function transactionSession(): ClientSession {
  const session = sessions.getStore();
  if (session === undefined)
    throw new Error('this is written in a transaction, together with what it belongs to');
  return session;
}

/**
 * Runs the body in the transaction at hand or in a new one. A conflict with another writer, or a server that went
 * away in the midst of it, runs the body again, so it must keep nothing outside, wait for no network and start nothing in parallel.
 */
export async function inTransaction<Result>(
  connection: Connection,
  body: () => Promise<Result>,
): Promise<Result> {
  if (sessions.getStore() !== undefined) return body();
  return connection.transaction((session) => sessions.run(session, () => repeatable(body)), {
    readConcern: { level: 'snapshot' },
    writeConcern: { w: 'majority' },
  });
}

async function repeatable<Result>(body: () => Promise<Result>): Promise<Result> {
  try {
    return await body();
  } catch (error) {
    throw asRepeatable(error);
  }
}

/**
 * Two transactions that insert the same key at once: the loser sees a duplicate that its snapshot does not show.
 * Run again, it reads the winner's. For keys that are looked up before they are inserted, that is what it should do.
 */
export async function retryingOnDuplicate<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error) && currentSession() !== undefined)
      error.addErrorLabel('TransientTransactionError');
    throw error;
  }
}

export function isDuplicateKey(error: unknown): error is mongo.MongoServerError {
  return error instanceof mongo.MongoServerError && error.code === 11_000;
}
