import { createHash } from 'node:crypto';
import { idempotencyConflict, type OnceRequest, text, type UnitOfWork } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { currentSession, inTransaction, retryingOnDuplicate } from './transaction.ts';

interface Hold {
  _id: string;
  times: number;
}

interface Answer {
  _id: string;
  requestHash: string;
  answer: unknown;
  at: Date;
}

/** Kept as long as the collection: the same key gives the same answer for ever. */
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

/** Writing the key's document makes two transactions that hold it conflict: one of them starts again. */
async function hold(connection: Connection, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const session = currentSession();
  if (session === undefined) throw new Error(`hold(${keys.join()}) outside a transaction protects nothing`);
  const holds = connection.collection<Hold>(HOLDS);
  const held = [...new Set(keys)].map((_id) => ({
    updateOne: { filter: { _id }, update: { $inc: { times: 1 } }, upsert: true },
  }));
  await retryingOnDuplicate(() => holds.bulkWrite(held, { session }));
}

async function once<Result>(
  connection: Connection,
  request: OnceRequest,
  body: () => Promise<Result>,
): Promise<Result> {
  const session = currentSession();
  if (session === undefined) throw new Error('once() runs inside a transaction');
  const key = text(request.key, 'idempotencyKey', 100);
  const _id = digest([request.operation, request.subject, key]);
  const requestHash = digest(request.input);
  const answers = connection.collection<Answer>(ANSWERS);
  const known = await answers.findOne({ _id }, { session });
  if (known !== null) {
    if (known.requestHash !== requestHash) throw idempotencyConflict({ operation: request.operation });
    return known.answer as Result;
  }
  const answer = await body();
  await retryingOnDuplicate(() =>
    answers.insertOne({ _id, requestHash, answer, at: new Date() }, { session }),
  );
  return answer;
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, canonical)).digest('base64url');
}

/** Keys in order and bigints as text: two writings of the same request are the same request. */
function canonical(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
