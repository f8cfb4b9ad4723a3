import type { EventEnvelope, ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { Registry } from 'prom-client';
import type { Broker } from '../kafka/index.ts';
import { createLogger, type Logger } from '../logging/index.ts';
import { applyEvents } from './apply.ts';
import { prepareInbox } from './documents.ts';
import { inboxMetrics } from './inbox-metrics.ts';
import { PATIENCE, type Patience, type Receiver } from './receiver.ts';
import { attendToRequests } from './redrive.ts';
import type { Subscriptions } from './subscriptions.ts';
import { takeBatch } from './take-batch.ts';

export interface DeliveryOptions {
  readonly connection: Connection;
  /** What the consumer is for, e.g. `reactions`: part of its group's name and of every key it writes. */
  readonly purpose: string;
  readonly subscriptions: Subscriptions;
}

export interface ConsumerOptions extends DeliveryOptions {
  readonly service: ServiceName;
  readonly broker: Broker;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly patience?: Partial<Patience>;
}

export interface Consumer {
  readonly stop: () => Promise<void>;
  /** False once a partition's batch has made no progress for so long that something must hang. */
  readonly healthy: () => boolean;
}

/** Longer than the longest patience with one event, which makes progress only at its end. */
const STUCK_AFTER_MS = 180_000;

export function groupOf(service: ServiceName, purpose: string): string {
  return `qianshou.${service}.${purpose}.v1`;
}

/** Applies each event once, in order per aggregate, and keeps what cannot be applied for an operator. */
export async function startConsumer(options: ConsumerOptions): Promise<Consumer> {
  const { connection, service, purpose, broker, subscriptions, patience } = options;
  await prepareInbox(connection);
  const receiver: Receiver = {
    connection,
    consumer: purpose,
    subscriptions,
    logger: options.logger.child({ part: 'inbox' }),
    metrics: inboxMetrics(options.metrics, connection),
    patience: { ...PATIENCE, ...patience },
  };
  const busySince = new Map<string, number>();
  const member = await broker.start(groupOf(service, purpose), subscriptions.topics, async (batch) => {
    const partition = `${batch.topic}/${batch.partition}`;
    const progress = (): void => void busySince.set(partition, Date.now());
    progress();
    const resolve = (offset: string): void => {
      progress();
      batch.resolve(offset);
    };
    await takeBatch(receiver, { ...batch, resolve }).finally(() => busySince.delete(partition));
  });
  const stopping = new AbortController();
  const attending = attendToRequests(receiver, stopping.signal);
  return {
    healthy: () => [...busySince.values()].every((since) => Date.now() - since < STUCK_AFTER_MS),
    stop: async () => {
      stopping.abort();
      await Promise.all([member.stop(), attending]);
    },
  };
}

/** The consumer's path without a broker: one event, one transaction; what its reaction throws, the caller gets. */
export function createDelivery(options: DeliveryOptions): (event: EventEnvelope) => Promise<void> {
  const receiver: Receiver = {
    ...options,
    consumer: options.purpose,
    logger: createLogger({ service: options.purpose, level: 'silent' }),
    metrics: inboxMetrics(new Registry(), options.connection),
    patience: PATIENCE,
  };
  return (event) => applyEvents(receiver, [event]);
}
