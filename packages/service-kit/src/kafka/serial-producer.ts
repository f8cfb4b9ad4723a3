import { CompressionTypes, type Kafka, type Message, Partitioners, type Producer } from 'kafkajs';
import type { Logger } from '../logging/logger.ts';
import { BatchTooLargeError, type Broker, type OutgoingMessage, type Placement } from './broker.ts';
import { withDeadline } from './deadline.ts';
import { withSettingNamed } from './refused-access.ts';

const PUBLISH_DEADLINE = 15_000;

/** The partition that each message object of a batch went to. */
type Placed = WeakMap<Message, number>;

interface Sending {
  readonly producer: Producer;
  readonly placed: Placed;
}

export interface SerialProducer {
  readonly publish: Broker['publish'];
  readonly close: () => Promise<void>;
}

/**
 * One batch at a time through an idempotent producer. After any failure the producer is thrown away: a new one has
 * a new identity and an empty queue, and the caller sends the batch again.
 */
export function serialProducer(kafka: Kafka, logger: Logger): SerialProducer {
  let current: Promise<Sending> | undefined;
  let busy = false;

  const drop = async (): Promise<void> => {
    const dropped = current;
    current = undefined;
    await dropped?.then(({ producer }) => producer.disconnect()).catch(() => undefined);
  };

  const publish: Broker['publish'] = async (messages) => {
    if (busy) throw new Error('publish() is one call at a time');
    if (messages.length === 0) return [];
    busy = true;
    try {
      current ??= connect(kafka);
      const sent = current.then((sending) => send(sending, messages));
      return await withDeadline('Publishing', PUBLISH_DEADLINE, sent);
    } catch (error) {
      logger.warn({ err: error }, 'publishing failed; the producer is replaced');
      // Not awaited: a broker that does not answer would hold up the next attempt.
      void drop();
      throw isTooLarge(error) ? new BatchTooLargeError('the batch is too large', { cause: error }) : error;
    } finally {
      busy = false;
    }
  };

  return { publish, close: drop };
}

const TOO_LARGE = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

/** kafkajs wraps what it met last when it gives up. */
function isTooLarge(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return TOO_LARGE.has((error as { type?: string }).type ?? '') || isTooLarge(error.cause);
}

async function connect(kafka: Kafka): Promise<Sending> {
  const choose = Partitioners.DefaultPartitioner();
  const placed: Placed = new WeakMap();
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    // Without a bound an idempotent kafkajs producer retries for ever, even after its disconnect.
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
    createPartitioner: () => (args) => {
      const partition = choose(args);
      placed.set(args.message, partition);
      return partition;
    },
  });
  await withSettingNamed(producer.connect());
  return { producer, placed };
}

async function send(
  { producer, placed }: Sending,
  batch: readonly OutgoingMessage[],
): Promise<readonly Placement[]> {
  const outgoing = batch.map(({ topic, key, value, headers }) => {
    const message: Message = { key, value, headers: { ...headers } };
    return { topic, message };
  });
  const byTopic = Map.groupBy(outgoing, ({ topic }) => topic);
  const reports = await producer.sendBatch({
    acks: -1,
    compression: CompressionTypes.None,
    topicMessages: [...byTopic].map(([topic, ofTopic]) => ({
      topic,
      messages: ofTopic.map(({ message }) => message),
    })),
  });
  const next = new Map(
    reports.map((report) => [`${report.topicName}/${report.partition}`, BigInt(report.baseOffset ?? -1)]),
  );
  return outgoing.map(({ topic, message }) => {
    const partition = placed.get(message) ?? -1;
    const slot = `${topic}/${partition}`;
    const offset = next.get(slot) ?? -1n;
    if (offset < 0n) return { partition, offset: null };
    next.set(slot, offset + 1n);
    return { partition, offset: offset.toString() };
  });
}
