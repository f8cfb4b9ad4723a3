import { DomainError } from '@qianshou/kernel';
import { mongo } from 'mongoose';
import { isOutage } from '../mongo/outage.ts';

/** OUTAGE: ours, try for ever. NOT_YET: the world may catch up, try for a while. POISON: trying again changes nothing. */
export type FailureKind = 'OUTAGE' | 'NOT_YET' | 'POISON';

/** An event came without its predecessor. */
export class SequenceGapError extends Error {
  override readonly name = 'SequenceGapError';

  constructor(subject: string, last: number, sequence: number) {
    super(`${subject} is at ${last} here, and ${sequence} came`);
  }
}

/** The event's aggregate has a dead letter: it must wait behind it. */
export class AggregateBlockedError extends Error {
  override readonly name = 'AggregateBlockedError';
}

/** Its owner has said something else under the same number before: one of both is forged, or the owner was put back. */
export class HistoryConflictError extends Error {
  override readonly name = 'HistoryConflictError';

  constructor(subject: string, sequence: number) {
    super(`another event came as number ${sequence} of ${subject} before`);
  }
}

/** Rejections that another event, still on its way, or a command that ran at the same time explains. */
const PASSING = new Set(['NOT_KNOWN_HERE_YET', 'VERSION_CONFLICT']);

/** DuplicateKey and DocumentValidationFailure: the server understood, and refuses. What else it says may be its own trouble. */
const REFUSED_WRITES = new Set([11_000, 121]);

/** What comes before the event in its aggregate's history has not been applied. */
export function isOutOfOrder(error: unknown): boolean {
  return error instanceof SequenceGapError || error instanceof AggregateBlockedError;
}

export function failureKind(error: unknown): FailureKind {
  if (error instanceof DomainError) return PASSING.has(error.code) ? 'NOT_YET' : 'POISON';
  if (isOutOfOrder(error)) return 'NOT_YET';
  if (isOutage(error)) return 'OUTAGE';
  return error instanceof mongo.MongoError && !REFUSED_WRITES.has(Number(error.code)) ? 'NOT_YET' : 'POISON';
}
