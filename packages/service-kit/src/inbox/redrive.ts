import { setTimeout as pause } from 'node:timers/promises';
import type { EventEnvelope } from '@qianshou/events';
import type { Pulse } from '../loops/pulse.ts';
import { transactionSession, inTransaction } from '../mongo/transaction.ts';
import { admit } from './admission.ts';
import { applyHere } from './apply.ts';
import { FIRST_EPOCH } from '../signing/record-signature.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import { cursorId } from './cursors.ts';
import { type DeadLetter, type DeadLetterStatus, inboxCollections, type RawMessage } from './documents.ts';
import type { Receiver } from './receiver.ts';
import { firstWaiting } from './waiting.ts';

const POLL_MS = 1_000;
const WAITING: readonly DeadLetterStatus[] = ['DEAD', 'PARKED'];

/** Does what operators asked for, as long as the consumer runs. Two instances may: each letter's state decides. */
export async function attendToRequests(receiver: Receiver, signal: AbortSignal, pulse: Pulse): Promise<void> {
  const { deadLetters } = inboxCollections(receiver.connection);
  while (!signal.aborted) {
    try {
      const asked = { consumer: receiver.consumer, request: { $type: 'string' as const } };
      const letter = await deadLetters.find(asked).sort({ subject: 1, sequence: 1 }).limit(1).next();
      if (letter !== null) await resolveLetter(receiver, letter);
      else await pause(POLL_MS, undefined, { signal });
      pulse.beat();
    } catch (error) {
      if (signal.aborted) return;
      pulse.failed(error, 'could not attend to dead letters');
      await pause(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Applies or drops the letter, then applies what waited behind it, until the next one that fails. */
async function resolveLetter(receiver: Receiver, letter: DeadLetter): Promise<void> {
  let next: DeadLetter | null = letter;
  while (next !== null) next = await resolveOne(receiver, next);
}

async function resolveOne(receiver: Receiver, letter: DeadLetter): Promise<DeadLetter | null> {
  const first = letter.request === 'DISCARD' ? letter : await firstOf(receiver, letter);
  try {
    return await inTransaction(receiver.connection, () => resolve(receiver, first._id));
  } catch (error) {
    await failAgain(receiver, first, error);
    return null;
  }
}

/** Of one aggregate the earliest is applied first, whichever was asked for. */
async function firstOf(receiver: Receiver, letter: DeadLetter): Promise<DeadLetter> {
  if (letter.subject === null || letter.reason === 'CONFLICT') return letter;
  return (await firstWaiting(receiver, letter.subject)) ?? letter;
}

async function resolve(receiver: Receiver, id: string): Promise<DeadLetter | null> {
  const session = transactionSession();
  const { deadLetters } = inboxCollections(receiver.connection);
  const letter = await deadLetters.findOne({ _id: id }, { session });
  if (letter === null || !WAITING.includes(letter.status)) return null;
  const discards = letter.request === 'DISCARD';
  const event = discards ? letter.event : await applyLetter(receiver, letter);
  await deadLetters.updateOne(
    { _id: id },
    { $set: { status: discards ? 'DISCARDED' : 'REDRIVEN', request: null, resolvedAt: new Date() } },
    { session },
  );
  receiver.logger.info(
    { consumer: receiver.consumer, letter: id, request: letter.request },
    'a dead letter is resolved',
  );
  if (event === null || letter.reason === 'CONFLICT') return null;
  if (discards) await passBy(receiver, letter, event);
  return goOnBehind(receiver, event);
}

/** As it would be applied if it came now: an event that is not next fails, and says which one is missing. */
async function applyLetter(receiver: Receiver, { event, epoch, raw }: DeadLetter): Promise<EventEnvelope> {
  const arrival = event === null ? readAgain(receiver, raw) : arrivalOf(event, epoch);
  await applyHere({ ...receiver, redrives: true }, [arrival], null);
  return arrival.event;
}

/** What is dropped counts as had, so that what follows it is next. */
async function passBy(
  receiver: Receiver,
  { epoch = FIRST_EPOCH }: DeadLetter,
  event: EventEnvelope,
): Promise<void> {
  const { cursors } = inboxCollections(receiver.connection);
  const last = Number(event.sequence);
  // Lists are compared place by place: an earlier life, or earlier in the same one.
  const isBehind = {
    $lt: [
      [{ $ifNull: ['$epoch', FIRST_EPOCH] }, '$last'],
      [epoch, last],
    ],
  };
  await cursors.updateOne(
    { _id: cursorId(receiver, event.subject), $expr: isBehind },
    { $set: { last, lastId: event.id, epoch } },
    { session: transactionSession() },
  );
}

/** Bytes that were no event when they came may be one for a newer build, or signed with a key that is known by now. */
function readAgain(receiver: Receiver, raw: RawMessage | null): Arrival {
  if (raw === null) throw new Error('the letter holds no message');
  const value = raw.value === null ? null : Buffer.from(raw.value.value());
  const admission = admit(receiver, { ...raw, value, headers: raw.headers ?? {} });
  if ('fault' in admission) throw admission.error;
  return { ...admission, offset: null };
}

/** Finds what waits next; lifts the block when nothing does. */
async function goOnBehind(receiver: Receiver, event: EventEnvelope): Promise<DeadLetter | null> {
  const session = transactionSession();
  const { cursors } = inboxCollections(receiver.connection);
  const waiting = await firstWaiting(receiver, event.subject);
  await cursors.updateOne(
    { _id: cursorId(receiver, event.subject) },
    { $set: { blocked: waiting !== null } },
    { session },
  );
  return waiting?.status === 'PARKED' || waiting?.request === 'REDRIVE' ? waiting : null;
}

/** It stays, or becomes, the dead letter that blocks its aggregate, with the newer story. */
async function failAgain(receiver: Receiver, letter: DeadLetter, error: unknown): Promise<void> {
  const { deadLetters } = inboxCollections(receiver.connection);
  const told = error instanceof Error ? error : new Error(String(error));
  await deadLetters.updateOne(
    { _id: letter._id, status: { $in: WAITING } },
    {
      $set: {
        status: 'DEAD',
        request: null,
        message: told.message,
        stack: told.stack ?? null,
        ...(letter.status === 'PARKED' ? { reason: 'FAILED' as const } : {}),
      },
      $inc: { attempts: 1 },
    },
  );
  // What was asked for behind it cannot come before it.
  if (letter.subject !== null)
    await deadLetters.updateMany(
      { consumer: receiver.consumer, subject: letter.subject, request: 'REDRIVE' },
      { $set: { request: null } },
    );
  receiver.logger.warn(
    { err: error, consumer: receiver.consumer, letter: letter._id },
    'a dead letter failed again',
  );
}
