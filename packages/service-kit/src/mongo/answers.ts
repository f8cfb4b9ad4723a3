import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { DomainError, idempotencyConflict, type OnceRequest, text } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { canonicalJson } from '../audit/canonical-json.ts';
import { currentScope, inScope } from '../scope/scope.ts';
import { readOptions } from './bounded-reads.ts';
import { retryingOnDuplicate, Settled, transactionAtHand } from './transaction.ts';

export interface StoredAnswer {
  readonly _id: string;
  readonly requestHash: string;
  readonly answer: unknown;
  readonly at: Date;
  /** When the database forgets it; absent where it is kept for ever. */
  readonly expiresAt?: Date;
}

export const ANSWERS = 'idempotency';

/** Within a request that is asked once: what it asks once in turn is part of it. */
const asked = new AsyncLocalStorage<true>();

export async function once<Result>(
  connection: Connection,
  request: OnceRequest,
  body: () => Promise<Result>,
): Promise<Result> {
  if (asked.getStore() === true) return body();
  const { session, turn } = transactionAtHand();
  const _id = answerId(request);
  // The same request sent many times at once: the first one does it, the others find its answer.
  turn.take([`once:${_id}`]);
  const answers = connection.collection<StoredAnswer>(ANSWERS);
  const known = await answers.findOne({ _id }, { session, ...readOptions() });
  if (known !== null) {
    if (known.requestHash !== digest(request.input))
      throw idempotencyConflict({ operation: request.operation });
    return rehearse(body, known.answer);
  }
  const answer = await asked.run(true, body);
  await keepAnswers(connection, [{ request, answer }]);
  return answer;
}

/** What is only tried is nobody's doing: no entry of the audit log comes of it, and no answer is kept or given again. */
export function tried<Result>(body: () => Result): Result {
  const { decision: _decision, notes: _notes, ...scope } = currentScope();
  return inScope(scope, () => asked.run(true, body));
}

export interface Answered {
  readonly request: OnceRequest;
  readonly answer: unknown;
}

/** In the transaction of what they answer. */
export async function keepAnswers(connection: Connection, answered: readonly Answered[]): Promise<void> {
  if (answered.length === 0) return;
  const { session } = transactionAtHand();
  const rows = answered.map(({ request, answer }) => storedAnswer(request, answer, new Date()));
  await retryingOnDuplicate(() => connection.collection<StoredAnswer>(ANSWERS).insertMany(rows, { session }));
}

function storedAnswer(request: OnceRequest, answer: unknown, at: Date): StoredAnswer {
  const { keptForDays, input } = request;
  const expiry = keptForDays === undefined ? {} : { expiresAt: daysAfter(at, keptForDays) };
  return { _id: answerId(request), requestHash: digest(input), answer, at, ...expiry };
}

/** Of these requests the ids of the answers that are there. */
export async function answeredAmong(
  connection: Connection,
  requests: readonly OnceRequest[],
): Promise<ReadonlySet<string>> {
  if (requests.length === 0) return new Set();
  const { session } = transactionAtHand();
  const found = await connection
    .collection<StoredAnswer>(ANSWERS)
    .find({ _id: { $in: requests.map(answerId) } }, { session, projection: { _id: 1 } })
    .toArray();
  return new Set(found.map(({ _id }) => _id));
}

export function answerId(request: OnceRequest): string {
  const key = text(request.key, 'idempotencyKey', 100);
  return digest([request.operation, request.subject, key]);
}

/** What a caller who may no longer do it, or no longer see what it was done to, is told: as if asked for the first time. */
const CLOSED = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

/**
 * An answer of before is for whoever may still ask: the decision is made once more, for its access checks alone, in a
 * transaction that is never committed. That it can no longer be made, because it was made, is what a repeat is.
 */
async function rehearse(body: () => Promise<unknown>, answer: unknown): Promise<never> {
  try {
    await tried(body);
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
