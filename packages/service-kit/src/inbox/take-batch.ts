import type { IncomingBatch, IncomingMessage } from '../kafka/broker.ts';
import { inTransaction } from '../mongo/transaction.ts';
import { admit } from './admission.ts';
import { applyEvents, tellUnknown } from './apply.ts';
import type { Arrival, Place } from './arrival.ts';
import { keepDeadMessage } from './dead-letters.ts';
import { beginTogether, endOneByOne, endTogether, type Range } from './in-flight.ts';
import type { Receiver } from './receiver.ts';
import { settle, type Settlement } from './settle.ts';

/** Events of one transaction: ten times as fast as one each, and still short enough to hold no lock for long. */
const TOGETHER = 200;
/** kafkajs sends one only when its own interval is over: asking more often than that keeps it from being late. */
const HEARTBEAT_MS = 1_000;

/** Takes what the broker delivered, in order, and stops at the first message that must come again. Never throws. */
export async function takeBatch(receiver: Receiver, batch: IncomingBatch): Promise<void> {
  const heartbeat = setInterval(() => void batch.heartbeat(), HEARTBEAT_MS);
  try {
    for (let at = 0; at < batch.messages.length && batch.isOurs(); at += TOGETHER) {
      const taken = await takeChunk(receiver, batch, batch.messages.slice(at, at + TOGETHER));
      if (taken === 'AGAIN') return;
      await batch.heartbeat();
    }
  } finally {
    clearInterval(heartbeat);
  }
}

async function takeChunk(
  receiver: Receiver,
  batch: IncomingBatch,
  messages: readonly IncomingMessage[],
): Promise<Settlement> {
  const range = rangeOf(messages);
  if (range === null) return 'SETTLED';
  if (await takeTogether(receiver, range, messages)) {
    batch.resolve(String(range.to));
    return 'SETTLED';
  }
  for (const message of messages) {
    if (!batch.isOurs() || (await takeOne(receiver, message)) === 'AGAIN') return 'AGAIN';
    batch.resolve(message.offset);
  }
  await endOneByOne(receiver, range).catch((error: unknown) =>
    receiver.logger.debug({ err: error }, 'the note of a batch stays: the next one is taken one by one too'),
  );
  return 'SETTLED';
}

/** False when the messages must be taken one by one: which of them is the reason shows only then. */
async function takeTogether(
  receiver: Receiver,
  range: Range,
  messages: readonly IncomingMessage[],
): Promise<boolean> {
  const arrivals = messages.map((message) => admit(receiver, message)).filter((each) => 'event' in each);
  if (arrivals.length < messages.length) return false;
  const concerns = arrivals.some(({ event }) => receiver.subscriptions.follows(event));
  if (!concerns && !receiver.notesPlaces) return passOver(receiver, arrivals);
  try {
    if (!(await beginTogether(receiver, range))) return false;
    await applyEvents(receiver, arrivals, placeBehind(range), () => endTogether(receiver, range));
    return true;
  } catch (error) {
    receiver.logger.debug({ err: error, consumer: receiver.consumer }, 'a batch is taken one by one');
    return false;
  }
}

/** Nothing of their aggregates concerns this service: there is nothing to apply, and nothing to remember. */
function passOver(receiver: Receiver, arrivals: readonly Arrival[]): true {
  receiver.metrics.outcomes.inc({ consumer: receiver.consumer, outcome: 'PASSED_OVER' }, arrivals.length);
  for (const { event } of arrivals) tellUnknown(receiver, event);
  return true;
}

async function takeOne(receiver: Receiver, message: IncomingMessage): Promise<Settlement> {
  const offset = BigInt(message.offset);
  const place = placeBehind({ ...message, from: offset, to: offset });
  const settlement = await settleOne(receiver, message, place);
  if (settlement === 'AGAIN' || !receiver.notesPlaces) return settlement;
  return attempt(receiver, () => inTransaction(receiver.connection, () => receiver.dutyAt(place)));
}

function settleOne(receiver: Receiver, message: IncomingMessage, place: Place): Promise<Settlement> {
  const found = admit(receiver, message);
  if ('event' in found) return settle(receiver, found, place);
  // The consumer that a catch-up reads for has kept it already.
  if (receiver.consumer !== receiver.proofsOf && found.fault === 'NOT_AN_EVENT')
    return Promise.resolve('SETTLED');
  return attempt(receiver, () => keepDeadMessage(receiver, message, found));
}

/** Bookkeeping alone: when it fails, the message comes again. */
async function attempt(receiver: Receiver, keep: () => Promise<unknown>): Promise<Settlement> {
  try {
    await keep();
    return 'SETTLED';
  } catch (error) {
    receiver.logger.warn(
      { err: error, consumer: receiver.consumer },
      'could not keep a message, it comes again',
    );
    return 'AGAIN';
  }
}

function placeBehind({ topic, partition, to }: Range): Place {
  return { topic, partition, next: to + 1n };
}

function rangeOf(messages: readonly IncomingMessage[]): Range | null {
  const first = messages.at(0);
  const last = messages.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    topic: first.topic,
    partition: first.partition,
    from: BigInt(first.offset),
    to: BigInt(last.offset),
  };
}
