import type { EventEnvelope, ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { Registry } from 'prom-client';
import type { Broker, IncomingBatch } from '../kafka/index.ts';
import { createLogger, type Logger } from '../logging/index.ts';
import { createPulse, type Pulse } from '../loops/index.ts';
import type { VerifyRecord } from '../signing/index.ts';
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
  readonly verify: VerifyRecord;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly patience?: Partial<Patience>;
}

export interface Consumer {
  readonly stop: () => Promise<void>;
  /** False once it has fetched nothing, or a partition's batch has got no further, for so long that something must hang. */
  readonly healthy: () => boolean;
  /** What has kept it from its broker for a while; null while it gets on. */
  readonly problem: () => string | null;
}

/** Longer than the longest patience with one event, which makes progress only at its end. */
const STUCK_AFTER_MS = 180_000;

export function groupOf(service: ServiceName, purpose: string): string {
  return `qianshou.${service}.${purpose}.v1`;
}

/** Applies each event once, in order per aggregate, and keeps what cannot be applied for an operator. */
export async function startConsumer(options: ConsumerOptions): Promise<Consumer> {
  const { connection, purpose, subscriptions, verify, patience } = options;
  await prepareInbox(connection);
  const logger = options.logger.child({ part: 'inbox' });
  const receiver: Receiver = {
    connection,
    consumer: purpose,
    subscriptions,
    verify,
    logger,
    metrics: inboxMetrics(options.metrics, connection),
    patience: { ...PATIENCE, ...patience },
  };
  const pulseOf = (name: string): Pulse => createPulse({ name, logger, metrics: options.metrics });
  const pulse = pulseOf(`consumer ${purpose}`);
  const intake = takeIn(options, receiver, pulse);
  const stopping = new AbortController();
  const attending = attendToRequests(receiver, stopping.signal, pulseOf(`dead letters ${purpose}`));
  return {
    healthy: () =>
      pulse.healthy() && intake.busySince().every((since) => Date.now() - since < STUCK_AFTER_MS),
    problem: pulse.problem,
    stop: async () => {
      stopping.abort();
      await Promise.all([intake.stop(), attending]);
    },
  };
}

interface Intake {
  readonly stop: () => Promise<void>;
  /** Of each partition whose batch is under way: when it last got further. */
  readonly busySince: () => readonly number[];
}

function takeIn({ service, broker }: ConsumerOptions, receiver: Receiver, pulse: Pulse): Intake {
  const { consumer, subscriptions, metrics } = receiver;
  const group = groupOf(service, consumer);
  const busySince = new Map<string, number>();
  let fetchedAt: number | null = null;
  const takeOn = async (batch: IncomingBatch): Promise<void> => {
    const partition = `${batch.topic}/${batch.partition}`;
    const progress = (): void => {
      busySince.set(partition, Date.now());
      pulse.beat();
    };
    progress();
    const resolve = (offset: string): void => {
      progress();
      batch.resolve(offset);
    };
    await takeBatch(receiver, { ...batch, resolve }).finally(() => busySince.delete(partition));
  };
  const member = broker.start(group, subscriptions.topics, takeOn, {
    fetched: () => {
      fetchedAt = Date.now();
      pulse.beat();
    },
    failed: pulse.failed,
  });
  metrics.shown.set(consumer, {
    fetchedAt: () => fetchedAt,
    offsets: () => broker.offsets(group, subscriptions.topics),
  });
  return {
    busySince: () => [...busySince.values()],
    stop: async () => {
      metrics.shown.delete(consumer);
      await member.stop();
    },
  };
}

/** The consumer's path without a broker: one event, one transaction; what its reaction throws, the caller gets. */
export function createDelivery(options: DeliveryOptions): (event: EventEnvelope) => Promise<void> {
  const receiver: Receiver = {
    ...options,
    consumer: options.purpose,
    // What is handed over here never went through a broker.
    verify: () => null,
    logger: createLogger({ service: options.purpose, level: 'silent' }),
    metrics: inboxMetrics(new Registry(), options.connection),
    patience: PATIENCE,
  };
  return (event) => applyEvents(receiver, [event]);
}
