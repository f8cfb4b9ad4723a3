import { setTimeout as pause } from 'node:timers/promises';
import type { EventEnvelope } from '@qianshou/events';
import { DomainError } from '@qianshou/kernel';
import { transactionSession } from '../mongo/transaction.ts';
import { applyEvents, wouldApply } from './apply.ts';
import type { Arrival, Place } from './arrival.ts';
import { keepDeadLetter, park } from './dead-letters.ts';
import { type Attempt, type DeadLetterReason, inboxCollections } from './documents.ts';
import {
  AggregateBlockedError,
  failureKind,
  HistoryConflictError,
  isOutOfOrder,
  SequenceGapError,
} from './failures.ts';
import type { Receiver } from './receiver.ts';

/** SETTLED: applied, a repeat, parked or dead. AGAIN: nothing is decided, it must be delivered again. */
export type Settlement = 'SETTLED' | 'AGAIN';

const FIRST_WAIT_MS = 25;
/** kafkajs fetches no partition before all that it fetched last are handed back: a long wait would hold up others. */
const LONGEST_WAIT_MS = 500;
const OUTAGE_WAIT_MS = 1_000;

/** Tries one event by itself. What may pass is left to the next delivery, after a wait that grows. Never throws. */
export async function settle(receiver: Receiver, arrival: Arrival, place: Place): Promise<Settlement> {
  const { event } = arrival;
  try {
    const attempt = await beginAttempt(receiver, event);
    const deaths = attempt.started - attempt.finished - 1;
    if (deaths >= receiver.retryPolicy.deaths) return await setAside(receiver, arrival, deaths);
    return await tryOnce(receiver, { arrival, place, attempt });
  } catch (error) {
    // Keeping the books failed, so nothing was decided: the database is away.
    receiver.logger.warn(
      { err: error, consumer: receiver.consumer, eventId: event.id },
      'could not settle an event',
    );
    await pause(OUTAGE_WAIT_MS);
    return 'AGAIN';
  }
}

interface Trial {
  readonly arrival: Arrival;
  readonly place: Place;
  readonly attempt: Attempt;
}

async function tryOnce(receiver: Receiver, { arrival, place, attempt }: Trial): Promise<Settlement> {
  const { event } = arrival;
  try {
    await applyEvents(receiver, [arrival], place, () => forgetAttempt(receiver, attempt));
    return 'SETTLED';
  } catch (error) {
    if (error instanceof AggregateBlockedError) return stepBehind(receiver, arrival, attempt);
    const kind = failureKind(error);
    if (kind === 'OUTAGE') return postpone(receiver, attempt, OUTAGE_WAIT_MS);
    const waited = Date.now() - attempt.since.getTime();
    if (kind === 'NOT_YET' && waited < longestWaitWith(receiver, error)) {
      tellWaiting(receiver, event, attempt, error);
      return postpone(receiver, attempt, Math.min(FIRST_WAIT_MS * 2 ** attempt.finished, LONGEST_WAIT_MS));
    }
    await keepDeadLetter(receiver, arrival, {
      reason: reasonOf(error),
      error,
      attempts: attempt.finished + 1,
    });
    return 'SETTLED';
  }
}

async function stepBehind(receiver: Receiver, arrival: Arrival, attempt: Attempt): Promise<Settlement> {
  if (!(await park(receiver, arrival))) return postpone(receiver, attempt, 0);
  await inboxCollections(receiver.connection).attempts.deleteOne({ _id: attempt._id });
  return 'SETTLED';
}

async function postpone(receiver: Receiver, { _id }: Attempt, wait: number): Promise<Settlement> {
  await inboxCollections(receiver.connection).attempts.updateOne({ _id }, { $inc: { finished: 1 } });
  await pause(wait);
  return 'AGAIN';
}

function tellWaiting(
  receiver: Receiver,
  { id, type }: EventEnvelope,
  attempt: Attempt,
  error: unknown,
): void {
  if (attempt.finished > 0) return;
  receiver.logger.info(
    { err: error, consumer: receiver.consumer, eventId: id, type },
    'an event has to wait',
  );
}

function longestWaitWith({ retryPolicy }: Receiver, error: unknown): number {
  return error instanceof SequenceGapError ? retryPolicy.gapMs : retryPolicy.waitMs;
}

function reasonOf(error: unknown): DeadLetterReason {
  if (error instanceof SequenceGapError) return 'GAP';
  if (error instanceof HistoryConflictError) return 'CONFLICT';
  return error instanceof DomainError && error.code === 'NOT_KNOWN_HERE_YET' ? error.code : 'FAILED';
}

/**
 * It killed the process each time it was tried. It may also be a repeat of something applied: then it is let go. What a
 * new life of its owner's log says under an old number is no repeat.
 */
async function setAside(receiver: Receiver, arrival: Arrival, deaths: number): Promise<Settlement> {
  let reason: DeadLetterReason = 'KILLS_THE_PROCESS';
  try {
    if (!(await wouldApply(receiver, arrival))) return 'SETTLED';
  } catch (fault) {
    if (fault instanceof HistoryConflictError) reason = 'CONFLICT';
    else if (!isOutOfOrder(fault)) throw fault;
  }
  const error = new Error(`the process died ${deaths} times while it was being applied`);
  await keepDeadLetter(receiver, arrival, { reason, error, attempts: deaths });
  return 'SETTLED';
}

/** Written before the event is tried and outside its transaction: a death leaves it behind. */
async function beginAttempt(receiver: Receiver, event: EventEnvelope): Promise<Attempt> {
  const { attempts } = inboxCollections(receiver.connection);
  const attempt = await attempts.findOneAndUpdate(
    { _id: `${receiver.consumer} ${event.id}` },
    { $inc: { started: 1 }, $setOnInsert: { finished: 0, since: new Date() } },
    { upsert: true, returnDocument: 'after' },
  );
  if (attempt === null) throw new Error('an upsert answered nothing');
  return attempt;
}

async function forgetAttempt(receiver: Receiver, { _id }: Attempt): Promise<void> {
  await inboxCollections(receiver.connection).attempts.deleteOne({ _id }, { session: transactionSession() });
}
