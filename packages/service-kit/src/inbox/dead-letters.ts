import type { EventEnvelope } from '@qianshou/events';
import { type Connection, mongo } from 'mongoose';
import type { IncomingMessage } from '../kafka/broker.ts';
import { currentSession, transactionSession, inTransaction } from '../mongo/transaction.ts';
import { FIRST_EPOCH } from '../signing/record-signature.ts';
import type { Arrival } from './arrival.ts';
import { cursorId, readStands } from './cursors.ts';
import {
  type AdmissionFault,
  type DeadLetter,
  type DeadLetterReason,
  inboxCollections,
} from './documents.ts';
import type { Receiver } from './receiver.ts';

export interface Cause {
  readonly reason: DeadLetterReason;
  readonly error: unknown;
  readonly attempts: number;
}

/**
 * Puts an event aside and blocks its aggregate, so that nothing that follows it is applied before it. What contradicts
 * the history that is known here blocks nothing: which of both is true is not for this consumer to say.
 */
export async function keepDeadLetter(receiver: Receiver, arrival: Arrival, cause: Cause): Promise<void> {
  const { event, epoch } = arrival;
  const { consumer, logger, metrics } = receiver;
  await inTransaction(receiver.connection, async () => {
    const { attempts } = inboxCollections(receiver.connection);
    await insertOnce(receiver, {
      ...letterOf(receiver, `${consumer} ${event.id}`, cause),
      ...positionOf(event),
      event,
      epoch,
    });
    if (cause.reason !== 'CONFLICT') await block(receiver, arrival);
    await attempts.deleteOne({ _id: `${consumer} ${event.id}` }, { session: transactionSession() });
  });
  metrics.outcomes.inc({ consumer, outcome: 'DEAD' });
  logger.error(
    { consumer, eventId: event.id, type: event.type, reason: cause.reason, err: cause.error },
    'a dead letter',
  );
}

async function block(receiver: Receiver, arrival: Arrival): Promise<void> {
  const { subject } = arrival.event;
  const stand = (await readStands(receiver, [arrival])).get(subject);
  const { cursors } = inboxCollections(receiver.connection);
  await cursors.updateOne(
    { _id: cursorId(receiver, subject) },
    {
      $set: { blocked: true },
      $setOnInsert: {
        last: stand?.last ?? 0,
        lastId: stand?.lastId ?? '',
        epoch: stand?.epoch ?? FIRST_EPOCH,
        parked: 0,
      },
    },
    { upsert: true, session: transactionSession() },
  );
}

/** Puts an event behind the dead letter of its aggregate. False when the aggregate is not blocked any more. */
export async function park(receiver: Receiver, { event, epoch }: Arrival): Promise<boolean> {
  const { consumer, connection, metrics } = receiver;
  const parked = await inTransaction(connection, async () => {
    const { cursors } = inboxCollections(connection);
    // A write, so that lifting the block at the same time and parking behind it cannot both succeed.
    const cursor = await cursors.updateOne(
      { _id: cursorId(receiver, event.subject), blocked: true },
      { $inc: { parked: 1 } },
      { session: transactionSession() },
    );
    if (cursor.matchedCount === 0) return false;
    const cause: Cause = { reason: 'BEHIND_A_DEAD_LETTER', error: null, attempts: 0 };
    await insertOnce(receiver, {
      ...letterOf(receiver, `${consumer} ${event.id}`, cause),
      ...positionOf(event),
      status: 'PARKED',
      event,
      epoch,
    });
    return true;
  });
  if (parked) metrics.outcomes.inc({ consumer, outcome: 'PARKED' });
  return parked;
}

/** Keeps what is no event, or nobody's. It belongs to no aggregate that could be blocked: anybody may have written it. */
export async function keepDeadMessage(
  receiver: Receiver,
  message: IncomingMessage,
  { fault, error }: { readonly fault: AdmissionFault; readonly error: unknown },
): Promise<void> {
  const { consumer, logger, metrics } = receiver;
  const { topic, partition, offset, key, value, headers } = message;
  await insertOnce(receiver, {
    ...letterOf(receiver, `${consumer} ${topic}/${partition}/${offset}`, {
      reason: fault,
      error,
      attempts: 1,
    }),
    raw: {
      topic,
      partition,
      offset,
      key,
      value: value === null ? null : new mongo.BSON.Binary(value),
      headers,
    },
  });
  metrics.outcomes.inc({ consumer, outcome: 'DEAD' });
  logger.error(
    { consumer, topic, partition, offset, reason: fault, err: error },
    'a message that is no event of a service',
  );
}

/** What waits for an operator, oldest first. */
export function listDeadLetters(connection: Connection): Promise<readonly DeadLetter[]> {
  const { deadLetters } = inboxCollections(connection);
  return deadLetters
    .find({ status: { $in: ['DEAD', 'PARKED'] } })
    .sort({ at: 1 })
    .toArray();
}

/**
 * Asks the consumer to apply (or to drop) dead letters: one by its id or event id, or all (null). Done by the running
 * service, because only it has the reactions. Returns how many letters will be looked at.
 */
export async function requestForDeadLetters(
  connection: Connection,
  request: 'REDRIVE' | 'DISCARD',
  which: string | null,
): Promise<number> {
  const { deadLetters } = inboxCollections(connection);
  const chosen = which === null ? {} : { $or: [{ _id: which }, { 'event.id': which }] };
  const asked = await deadLetters.updateMany({ status: 'DEAD', ...chosen }, { $set: { request } });
  return asked.matchedCount;
}

function letterOf(receiver: Receiver, id: string, { reason, error, attempts }: Cause): DeadLetter {
  return {
    _id: id,
    consumer: receiver.consumer,
    status: 'DEAD',
    reason,
    ...tellOf(error),
    attempts,
    subject: null,
    sequence: null,
    event: null,
    raw: null,
    at: new Date(),
    request: null,
    resolvedAt: null,
  };
}

function tellOf(error: unknown): Pick<DeadLetter, 'message' | 'stack'> {
  if (error instanceof Error) return { message: error.message, stack: error.stack ?? null };
  return { message: typeof error === 'string' ? error : '', stack: null };
}

function positionOf({ subject, sequence }: EventEnvelope): Pick<DeadLetter, 'subject' | 'sequence'> {
  return { subject, sequence: Number(sequence) };
}

/** A letter that is delivered again keeps its first story. */
async function insertOnce(receiver: Receiver, letter: DeadLetter): Promise<void> {
  const { deadLetters } = inboxCollections(receiver.connection);
  const { _id, ...rest } = letter;
  const session = currentSession();
  await deadLetters.updateOne(
    { _id },
    { $setOnInsert: rest },
    { upsert: true, ...(session === undefined ? {} : { session }) },
  );
}
