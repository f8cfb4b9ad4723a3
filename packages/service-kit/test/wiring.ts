import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { encodeEvent, type EventEnvelope, envelopeOf, TOPICS } from '@qianshou/events';
import {
  type Consumer,
  groupOf,
  type RetryPolicy,
  startConsumer,
  type Subscriptions,
} from '@qianshou/service-kit/inbox';
import { type Broker, kafkaBroker } from '@qianshou/service-kit/kafka';
import { createLogger } from '@qianshou/service-kit/logging';
import type { Connection } from '@qianshou/service-kit/mongo';
import { type Relay, startRelay } from '@qianshou/service-kit/outbox';
import type { SignRecord } from '@qianshou/service-kit/signing';
import { freshDatabase } from '@qianshou/testing/fresh-database';
import { withPrivateTopics } from '@qianshou/testing/private-topics';
import { testBrokers } from '@qianshou/testing/test-servers';
import { Registry } from 'prom-client';
import { sign, verify } from './signers.ts';
import { awardId, listener, payment, publisher, type Publisher } from './two-services.ts';

const logger = createLogger({ service: 'test', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });

const TOPIC = 'qianshou.funding.v1';
const PURPOSE = 'reactions';
const GROUP = groupOf('station', PURPOSE);

/** Short where a test has to wait for it. */
export const LEASE_MS = 2_000;
const SESSION_TIMEOUT_MS = 6_000;

export interface Servers {
  readonly mongodUri?: string | undefined;
  readonly brokers: readonly string[];
}

/** Publisher and listener, each with its database, and a topic that nobody else uses. */
export interface Pair {
  readonly from: Connection;
  readonly to: Connection;
  /** What a child process needs to join in. */
  readonly address: Readonly<Record<string, string>>;
  readonly broker: Broker;
  readonly funding: Publisher;
  /** Straight to the broker, as a faulty or foreign publisher would; signed by the owner unless otherwise said. */
  readonly publishByHand: (
    award: number,
    sequence: number,
    overrides?: object,
    signed?: SignRecord,
  ) => Promise<EventEnvelope>;
  /** Everything that is in the topic was taken. */
  readonly caughtUp: () => Promise<void>;
  /** The stopped consumer's next start begins at the topic's first event. */
  readonly rewind: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export async function aPair({ mongodUri, brokers }: Servers = { brokers: testBrokers() }): Promise<Pair> {
  const [from, to] = await Promise.all([
    freshDatabase('publisher', mongodUri),
    freshDatabase('listener', mongodUri),
  ]);
  const prefix = `test-${randomUUID().slice(0, 8)}`;
  const broker = brokerOf(brokers, prefix);
  await broker.ensureTopics(TOPICS.filter(({ name }) => name === TOPIC));
  const hand = brokerOf(brokers, prefix);
  return {
    from: from.connection,
    to: to.connection,
    address: { FROM: from.uri, TO: to.uri, BROKERS: brokers.join(','), PREFIX: prefix },
    broker,
    funding: await publisher(from.connection),
    publishByHand: async (award, sequence, overrides = {}, signed = sign('funding')) => {
      const event = { ...anEvent(award, sequence), ...overrides };
      await hand.publish([{ ...signed(encodeEvent(event)), topic: TOPIC }]);
      return event;
    },
    caughtUp: async () => {
      const offsets = await broker.offsets(GROUP, [TOPIC]);
      const behind = offsets.filter(({ committed, end }) => committed < end);
      if (behind.length > 0) throw new Error(`${behind.length} partitions are behind`);
    },
    rewind: () => broker.rewind(GROUP, [TOPIC]),
    end: async () => {
      await Promise.all([broker.close(), hand.close()]);
      await Promise.all([from.drop(), to.drop()]);
    },
  };
}

function anEvent(award: number, sequence: number): EventEnvelope {
  return envelopeOf({
    ...payment(award, '100'),
    id: randomUUIDv7(),
    time: new Date(),
    aggregateId: awardId(award),
    sequence,
    correlationId: randomUUIDv7(),
  });
}

/** Sessions are as short as a broker allows, so that tests need not wait for the dead; or those of production. */
export function brokerOf(
  brokers: readonly string[],
  prefix: string,
  sessions: 'short' | 'of production' = 'short',
): Broker {
  const broker = kafkaBroker({
    brokers,
    clientId: 'test',
    replicationFactor: 1,
    logger,
    ...(sessions === 'short' ? { sessionTimeoutMs: SESSION_TIMEOUT_MS } : {}),
  });
  return withPrivateTopics(broker, prefix);
}

export function relayOf(connection: Connection, broker: Broker): Promise<Relay> {
  const metrics = new Registry();
  return startRelay({
    connection,
    service: 'funding',
    broker,
    sign: sign('funding'),
    logger,
    metrics,
    leaseMs: LEASE_MS,
  });
}

export function consumerOf(
  connection: Connection,
  broker: Broker,
  retryPolicy: Partial<RetryPolicy> = {},
  subscriptions: Subscriptions = listener(connection),
): Promise<Consumer> {
  return startConsumer({
    connection,
    service: 'station',
    purpose: PURPOSE,
    broker,
    subscriptions,
    verify,
    logger,
    metrics: new Registry(),
    retryPolicy,
  });
}
