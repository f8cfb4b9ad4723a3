import { AsyncLocalStorage } from 'node:async_hooks';
import { type ClientSession, type Connection, mongo } from 'mongoose';
import { currentWork } from '../work/current-work.ts';
import { asRepeatable } from './outage.ts';
import { nextTurn, type Turn, TurnAwaited } from './turns.ts';

interface Transaction {
  readonly session: ClientSession;
  readonly turn: Turn;
  readonly onceCommitted: (() => void)[];
}

const transactions = new AsyncLocalStorage<Transaction>();

/** Thrown out of a transaction that is not to be committed: what it was run for is known. */
export class Settled extends Error {
  override readonly name = 'Settled';
  readonly result: unknown;

  constructor(result: unknown) {
    super('the result was known before: nothing is written');
    this.result = result;
  }
}

/** The session of the transaction that this code runs in. Mongoose finds it by itself; the plain driver must be given it. */
export function currentSession(): ClientSession | undefined {
  return transactions.getStore()?.session;
}

/** For writes that are right only inside a transaction: outside they would protect nothing, so that is a mistake. */
export function transactionSession(): ClientSession {
  return transactionAtHand().session;
}

export function transactionAtHand(): Transaction {
  const transaction = transactions.getStore();
  if (transaction === undefined)
    throw new Error('this is written in a transaction, together with what it belongs to');
  return transaction;
}

/** For what is kept outside of the database: an attempt that is not committed leaves nothing of it. */
export function onceCommitted(effect: () => void): void {
  transactionAtHand().onceCommitted.push(effect);
}

/**
 * Runs the body in the transaction at hand or in a new one. A conflict with another writer, or a server that went
 * away in the midst of it, runs the body again, and so does a key that another transaction of this process holds, once
 * it is free: it must keep nothing outside, wait for no network and start nothing in parallel.
 */
export async function inTransaction<Result>(
  connection: Connection,
  body: () => Promise<Result>,
): Promise<Result> {
  if (transactions.getStore() !== undefined) return body();
  const turn = nextTurn(connection);
  try {
    for (;;) {
      // Begun anew after a conflict or a wait, perhaps when nobody waits for it any more.
      currentWork()?.signal.throwIfAborted();
      const outcome = await attempt(connection, turn, body);
      if ('result' in outcome) return outcome.result;
      await outcome.awaited;
    }
  } finally {
    turn.end();
  }
}

type Outcome<Result> = { readonly result: Result } | { readonly awaited: Promise<void> };

async function attempt<Result>(
  connection: Connection,
  turn: Turn,
  body: () => Promise<Result>,
): Promise<Outcome<Result>> {
  let effects: (() => void)[] = [];
  try {
    const result = await connection.transaction((session) => {
      effects = [];
      return transactions.run({ session, turn, onceCommitted: effects }, () => repeatable(body));
    }, OPTIONS);
    for (const effect of effects) effect();
    return { result };
  } catch (error) {
    if (error instanceof Settled) return { result: error.result as Result };
    if (error instanceof TurnAwaited) return { awaited: error.turn };
    throw error;
  }
}

async function repeatable<Result>(body: () => Promise<Result>): Promise<Result> {
  try {
    return await body();
  } catch (error) {
    throw asRepeatable(error);
  }
}

const OPTIONS = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;

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
