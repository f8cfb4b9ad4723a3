import { setTimeout as pause } from 'node:timers/promises';
import type { EventEnvelope } from '@qianshou/events';
import { DomainError } from '@qianshou/kernel';
import { transactionSession } from '../mongo/index.ts';
import { applyEvents } from './apply.ts';
import { bury, park } from './dead-letters.ts';
import { type Attempt, type DeadLetterReason, inboxCollections } from './documents.ts';
import { AggregateBlockedError, type FailureKind, failureKind, SequenceGapError } from './failures.ts';
import type { Receiver } from './receiver.ts';

/** SETTLED: applied, a repeat, parked or dead. AGAIN: nothing is decided, it must be delivered again. */
export type Settlement = 'SETTLED' | 'AGAIN';

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

/**
 * Settles one event by itself, with patience for what may pass. `mayGoOn` turns false when the partition is taken
 * away or the process stops.
 */
export async function settle(
  receiver: Receiver,
  event: EventEnvelope,
  mayGoOn: () => boolean,
): Promise<Settlement> {
  try {
    const attempt = await beginAttempt(receiver, event);
    if (attempt.started - attempt.finished > receiver.patience.deaths)
      return await convict(receiver, event, attempt);
    return await tryForAWhile(receiver, event, attempt, mayGoOn);
  } catch (error) {
    // Keeping the books failed, so nothing was decided. The database is away, or will tell at the next delivery.
    receiver.logger.warn(
      { err: error, consumer: receiver.consumer, eventId: event.id },
      'could not settle an event',
    );
    await pause(LONGEST_WAIT_MS / 2);
    return 'AGAIN';
  }
}

async function tryForAWhile(
  receiver: Receiver,
  event: EventEnvelope,
  attempt: Attempt,
  mayGoOn: () => boolean,
): Promise<Settlement> {
  const since = Date.now();
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      await applyEvents(receiver, [event], () => forgetAttempt(receiver, attempt));
      return 'SETTLED';
    } catch (error) {
      const isParked = error instanceof AggregateBlockedError && (await park(receiver, event));
      if (isParked) return endAttempt(receiver, attempt, 'SETTLED');
      const kind = failureKind(error);
      if (kind === 'POISON') return buryFailed(receiver, event, attempt, error);
      const isOver = Date.now() - since + wait > roundMs(receiver, error);
      if (isOver || !mayGoOn()) return giveUp(receiver, event, attempt, { error, kind, isOver });
      await pause(wait);
    }
  }
}

interface Despair {
  readonly error: unknown;
  readonly kind: FailureKind;
  readonly isOver: boolean;
}

/** An outage never condemns an event; neither does a round that was cut short. */
async function giveUp(
  receiver: Receiver,
  event: EventEnvelope,
  attempt: Attempt,
  { error, kind, isOver }: Despair,
): Promise<Settlement> {
  const lastRound = error instanceof SequenceGapError || attempt.finished + 1 >= receiver.patience.rounds;
  if (kind === 'NOT_YET' && isOver && lastRound) return buryFailed(receiver, event, attempt, error);
  const { consumer, logger } = receiver;
  logger.warn(
    { err: error, consumer, eventId: event.id, type: event.type },
    'an event is delivered again later',
  );
  const counts = kind === 'NOT_YET' && isOver;
  return counts ? endAttempt(receiver, attempt, 'AGAIN') : undoAttempt(receiver, attempt);
}

function roundMs({ patience }: Receiver, error: unknown): number {
  return error instanceof SequenceGapError ? patience.gapMs : patience.roundMs;
}

async function buryFailed(
  receiver: Receiver,
  event: EventEnvelope,
  attempt: Attempt,
  error: unknown,
): Promise<Settlement> {
  await bury(receiver, event, { reason: reasonOf(error), error, attempts: attempt.finished + 1 });
  return 'SETTLED';
}

function reasonOf(error: unknown): DeadLetterReason {
  if (error instanceof SequenceGapError) return 'GAP';
  return error instanceof DomainError && error.code === 'NOT_KNOWN_HERE_YET' ? error.code : 'FAILED';
}

/** It killed the process each time it was tried. It may also be a repeat of something applied: then it is let go. */
async function convict(receiver: Receiver, event: EventEnvelope, attempt: Attempt): Promise<Settlement> {
  const { cursors } = inboxCollections(receiver.connection);
  const cursor = await cursors.findOne({ _id: `${receiver.consumer} ${event.subject}` });
  if (Number(event.sequence) > (cursor?.last ?? 0)) {
    const attempts = attempt.started - 1;
    const error = new Error(
      `the process died ${attempts - attempt.finished} times while it was being applied`,
    );
    await bury(receiver, event, { reason: 'KILLS_THE_PROCESS', error, attempts });
  }
  return 'SETTLED';
}

/** Written before the event is tried and outside its transaction: a death leaves it behind. */
async function beginAttempt(receiver: Receiver, event: EventEnvelope): Promise<Attempt> {
  const { attempts } = inboxCollections(receiver.connection);
  const attempt = await attempts.findOneAndUpdate(
    { _id: `${receiver.consumer} ${event.id}` },
    { $inc: { started: 1 }, $setOnInsert: { finished: 0 } },
    { upsert: true, returnDocument: 'after' },
  );
  if (attempt === null) throw new Error('an upsert answered nothing');
  return attempt;
}

async function endAttempt(receiver: Receiver, { _id }: Attempt, settlement: Settlement): Promise<Settlement> {
  const { attempts } = inboxCollections(receiver.connection);
  if (settlement === 'SETTLED') await attempts.deleteOne({ _id });
  else await attempts.updateOne({ _id }, { $inc: { finished: 1 } });
  return settlement;
}

async function undoAttempt(receiver: Receiver, { _id }: Attempt): Promise<Settlement> {
  await inboxCollections(receiver.connection).attempts.updateOne({ _id }, { $inc: { started: -1 } });
  return 'AGAIN';
}

async function forgetAttempt(receiver: Receiver, { _id }: Attempt): Promise<void> {
  await inboxCollections(receiver.connection).attempts.deleteOne({ _id }, { session: transactionSession() });
}
