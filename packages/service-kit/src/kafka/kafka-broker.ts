import { Kafka, logLevel } from 'kafkajs';
import type { Logger } from '../logging/logger.ts';
import type { Broker } from './broker.ts';
import type { BrokerAccess } from './broker-access.ts';
import { startGroupMember } from './group-member.ts';
import { kafkaLog } from './kafka-log.ts';
import { silenceNegativeTimeouts } from './negative-timeouts.ts';
import { serialProducer } from './serial-producer.ts';
import { topicAdministration } from './topic-administration.ts';

export interface KafkaBrokerOptions {
  /** The brokers' client listeners, never the controllers'. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Absent: anybody may come, over plain connections. */
  readonly access?: BrokerAccess;
  /** How many brokers hold each topic that this client creates. */
  readonly replicationFactor: number;
  readonly logger: Logger;
  /** How long a member that has died keeps its partitions. */
  readonly sessionTimeoutMs?: number;
}

/**
 * For so long the partitions of a member that was killed, or that lost its broker and came back under another name,
 * stand still. A process that pauses for longer loses them for a moment, which costs nothing but that moment.
 */
const SESSION_TIMEOUT_MS = 10_000;

/** The broker port over kafkajs: the only place that knows it, and where each of its traps is stepped around. */
export function kafkaBroker(options: KafkaBrokerOptions): Broker {
  silenceNegativeTimeouts();
  const logger = options.logger.child({ part: 'kafka' });
  const kafka = client(options, logger);
  const producer = serialProducer(kafka, logger);
  const administration = topicAdministration(kafka, options.replicationFactor);
  const members = new Set<{ readonly stop: () => Promise<void> }>();

  return {
    ...administration,
    publish: producer.publish,
    start: (group, topics, handle, watch) => {
      const member = startGroupMember({
        kafka,
        group,
        topics,
        handle,
        watch,
        logger,
        sessionTimeoutMs: options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS,
      });
      members.add(member);
      return {
        stop: async () => {
          members.delete(member);
          await member.stop();
        },
      };
    },
    close: async () => {
      await Promise.all([...members].map((member) => member.stop()));
      members.clear();
      await producer.close();
    },
  };
}

function client({ clientId, brokers, access }: KafkaBrokerOptions, logger: Logger): Kafka {
  return new Kafka({
    ...access,
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
    logLevel: logLevel.WARN,
    logCreator: kafkaLog(logger),
  });
}
