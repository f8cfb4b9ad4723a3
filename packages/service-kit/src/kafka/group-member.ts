import type { EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from '../logging/index.ts';
import type { BatchHandler, IncomingMessage, RunningConsumer } from './broker.ts';

export interface GroupMemberOptions {
  readonly kafka: Kafka;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: BatchHandler;
  readonly logger: Logger;
  readonly onFatal: (error: Error) => void;
  readonly sessionTimeoutMs: number;
}

/** What one fetch brought is worked on side by side; more at once would only queue at the database. */
const PARTITIONS_AT_ONCE = 6;

/** One member of a consumer group. Offsets are committed after each batch, up to what the handler resolved. */
export async function startGroupMember(options: GroupMemberOptions): Promise<RunningConsumer> {
  const { kafka, group, topics, handle, logger, onFatal } = options;
  const consumer = kafka.consumer({
    groupId: group,
    allowAutoTopicCreation: false,
    sessionTimeout: options.sessionTimeoutMs,
    heartbeatInterval: 3_000,
    // The broker answers at once when there is something; this is how long an idle consumer's stop may take.
    maxWaitTimeInMs: 500,
    maxBytesPerPartition: 1_048_576,
    maxInFlightRequests: 1,
  });
  let stopping = false;
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    logger.error({ err: payload.error, group, restart: payload.restart }, 'the consumer crashed');
    if (!payload.restart && !stopping) onFatal(payload.error);
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    autoCommit: true,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
    eachBatch: (payload) => handOver(payload, handle, logger),
  });
  return {
    stop: async () => {
      stopping = true;
      await consumer.disconnect();
    },
  };
}

/** A failed heartbeat means a rebalance: the handler sees that the partition is not ours, kafkajs gets the error. */
async function handOver(payload: EachBatchPayload, handle: BatchHandler, logger: Logger): Promise<void> {
  const { batch } = payload;
  let rebalance: Error | undefined;
  try {
    await handle({
      topic: batch.topic,
      partition: batch.partition,
      messages: batch.messages.map((message) => incoming(batch.topic, batch.partition, message)),
      resolve: (offset) => payload.resolveOffset(offset),
      heartbeat: async () => {
        if (rebalance !== undefined) return;
        await payload.heartbeat().catch((error: Error) => (rebalance = error));
      },
      isOurs: () => rebalance === undefined && payload.isRunning() && !payload.isStale(),
    });
  } catch (error) {
    // Thrown on, it would stop the consumer of all partitions; unresolved, this batch simply comes again.
    logger.error({ err: error, topic: batch.topic, partition: batch.partition }, 'a batch handler failed');
  }
  if (rebalance !== undefined) throw rebalance;
}

function incoming(topic: string, partition: number, message: KafkaMessage): IncomingMessage {
  const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString() ?? null,
    value: message.value,
    headers: Object.fromEntries(headers) as Record<string, string>,
  };
}
