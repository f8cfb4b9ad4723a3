import { DomainError } from '@qianshou/kernel';
import { mongo, MongooseError } from 'mongoose';

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

/** Rejections that another event, still on its way, or a command that ran at the same time explains. */
const PASSING = new Set(['NOT_KNOWN_HERE_YET', 'VERSION_CONFLICT']);

export function failureKind(error: unknown): FailureKind {
  if (error instanceof DomainError) return PASSING.has(error.code) ? 'NOT_YET' : 'POISON';
  if (error instanceof SequenceGapError || error instanceof AggregateBlockedError) return 'NOT_YET';
  return isOutage(error) ? 'OUTAGE' : 'POISON';
}

/** The server refuses a wrong write with a plain MongoServerError; all other errors of the driver are about reaching it. */
function isOutage(error: unknown): boolean {
  if (error instanceof mongo.MongoServerError) {
    return ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'].some(
      (label) => error.hasErrorLabel(label),
    );
  }
  if (error instanceof mongo.MongoError) return true;
  return (
    error instanceof MongooseError &&
    /ServerSelection|buffering timed out/.test(`${error.name} ${error.message}`)
  );
}
