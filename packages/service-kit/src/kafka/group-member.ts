import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from '../logging/logger.ts';
import type { BatchHandler, ConsumerWatch, IncomingMessage, RunningConsumer } from './broker.ts';
import { withSettingNamed } from './refused-access.ts';

export interface GroupMemberOptions {
  readonly kafka: Kafka;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: BatchHandler;
  readonly watch: ConsumerWatch;
  readonly logger: Logger;
  readonly sessionTimeoutMs: number;
}

/** What one fetch brought is worked on side by side; more at once would only queue at the database. */
const PARTITIONS_AT_ONCE = 6;
const REJOIN_AFTER_MS = 1_000;
/** How long a stop waits for a member that is still joining: it has taken nothing yet. */
const JOINING_MS = 1_000;

/**
 * One member of a consumer group, for as long as the process lives: where kafkajs gives up, a new one joins. Offsets
 * are committed after each batch, up to what the handler resolved.
 */
export function startGroupMember(options: GroupMemberOptions): RunningConsumer {
  const { group, watch } = options;
  const stopping = new AbortController();
  let joined = false;

  const membership = async (): Promise<void> => {
    const ended = Promise.withResolvers<void>();
    const consumer = consumerOf(options, ended.resolve);
    stopping.signal.addEventListener('abort', () => ended.resolve(), { once: true });
    try {
      await join(consumer, options);
      joined = true;
      await ended.promise;
    } catch (error) {
      watch.failed(error, `the group ${group} could not be joined`);
    } finally {
      await consumer.disconnect().catch((error: unknown) => watch.failed(error, 'leaving a group failed'));
      joined = false;
    }
  };

  const memberships = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await membership();
      await pause(REJOIN_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const done = memberships();
  return {
    stop: async () => {
      stopping.abort();
      await (joined ? done : Promise.race([done, pause(JOINING_MS)]));
    },
  };
}

/** `onEnd` when kafkajs will not come back by itself. */
function consumerOf(
  { kafka, group, watch, sessionTimeoutMs }: GroupMemberOptions,
  onEnd: () => void,
): Consumer {
  const consumer = kafka.consumer({
    groupId: group,
    allowAutoTopicCreation: false,
    sessionTimeout: sessionTimeoutMs,
    // Also how long a group waits for a member that died while it was being rebalanced.
    rebalanceTimeout: sessionTimeoutMs,
    heartbeatInterval: sessionTimeoutMs / 4,
    // The broker answers at once when there is something; this is how long an idle consumer's stop may take.
    maxWaitTimeInMs: 500,
    maxBytesPerPartition: 1_048_576,
    maxInFlightRequests: 1,
  });
  consumer.on(consumer.events.FETCH, watch.fetched);
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    watch.failed(payload.error, `the consumer of ${group} crashed`);
    if (!payload.restart) onEnd();
  });
  return consumer;
}

async function join(consumer: Consumer, { topics, handle, logger }: GroupMemberOptions): Promise<void> {
  await withSettingNamed(consumer.connect());
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    autoCommit: true,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
    eachBatch: (payload) => handOver(payload, handle, logger),
  });
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
