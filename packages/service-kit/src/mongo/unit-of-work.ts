import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { DomainError, idempotencyConflict, type OnceRequest, text, type UnitOfWork } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { canonicalJson } from '../audit/canonical-json.ts';
import { currentScope, inScope } from '../scope/scope.ts';
import { readOptions } from './bounded-reads.ts';
import { inTransaction, retryingOnDuplicate, Settled, transactionAtHand } from './transaction.ts';

interface Hold {
  _id: string;
  times: number;
  /** When it was last held; the database forgets what nobody holds any more. */
  at: Date;
}

export interface StoredAnswer {
  readonly _id: string;
  readonly requestHash: string;
  readonly answer: unknown;
  readonly at: Date;
  /** When the database forgets it; absent where it is kept for ever. */
  readonly expiresAt?: Date;
}

export const ANSWERS = 'idempotency';
export const HOLDS = 'holds';

export function mongoUnitOfWork(connection: Connection): UnitOfWork {
  const run: UnitOfWork['run'] = (body) => inTransaction(connection, body);
  return {
    run,
    hold: (...keys) => hold(connection, keys),
    once: (request, body) => run(() => once(connection, request, body)),
  };
}

/**
 * In turn among those of this process; among processes, writing the key's document makes two transactions that hold it
 * conflict: one of them starts again.
 */
async function hold(connection: Connection, keys: readonly string[]): Promise<void> {
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

/** Within a request that is asked once: what it asks once in turn is part of it. */
const asked = new AsyncLocalStorage<true>();

async function once<Result>(
  connection: Connection,
  request: OnceRequest,
  body: () => Promise<Result>,
): Promise<Result> {
  if (asked.getStore() === true) return body();
  const { session, turn } = transactionAtHand();
  const key = text(request.key, 'idempotencyKey', 100);
  const _id = digest([request.operation, request.subject, key]);
  // The same request sent many times at once: the first one does it, the others find its answer.
  turn.take([`once:${_id}`]);
  const requestHash = digest(request.input);
  const answers = connection.collection<StoredAnswer>(ANSWERS);
  const known = await answers.findOne({ _id }, { session, ...readOptions() });
  if (known !== null) {
    if (known.requestHash !== requestHash) throw idempotencyConflict({ operation: request.operation });
    return rehearse(body, known.answer);
  }
  const answer = await asked.run(true, body);
  const at = new Date();
  const expiry = request.keptForDays === undefined ? {} : { expiresAt: daysAfter(at, request.keptForDays) };
  await retryingOnDuplicate(() =>
    answers.insertOne({ _id, requestHash, answer, at, ...expiry }, { session }),
  );
  return answer;
}

/** What a caller who may no longer do it, or no longer see what it was done to, is told: as if asked for the first time. */
const CLOSED = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

/**
 * An answer of before is for whoever may still ask: the decision is made once more, for its access checks alone, in a
 * transaction that is never committed. That it can no longer be made, because it was made, is what a repeat is.
 */
async function rehearse(body: () => Promise<unknown>, answer: unknown): Promise<never> {
  try {
    // What is only tried is nobody's doing: no entry of the audit log comes of it.
    const { decision: _decision, ...scope } = currentScope();
    await inScope(scope, () => asked.run(true, body));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (CLOSED.has(error.code) || error.kind === 'NOT_FOUND') throw error;
  }
  throw new Settled(answer);
}

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

/** Two writings of the same request are the same request. */
function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url');
}
