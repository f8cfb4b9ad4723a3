import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import type { Broker, IncomingBatch } from '../kafka/broker.ts';
import type { Logger } from '../logging/logger.ts';
import { createPulse, type Pulse } from '../loops/pulse.ts';
import type { VerifyRecord } from '../signing/record-signature.ts';
import { inboxMetrics } from './inbox-metrics.ts';
import { RETRY_POLICY, type RetryPolicy, type Receiver } from './receiver.ts';
import { attendToRequests } from './redrive.ts';
import { takeBatch } from './take-batch.ts';

/** What a consumer and its catch-ups have in common. */
export interface ConsumerParts {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly broker: Broker;
  readonly verify: VerifyRecord;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly retryPolicy?: Partial<RetryPolicy>;
}

export interface Intake {
  readonly stop: () => Promise<void>;
  readonly healthy: () => boolean;
  readonly problem: () => string | null;
}

/** Longer than one event is retried at most, which makes progress only at its end. */
const STUCK_AFTER_MS = 180_000;

export function groupOf(service: ServiceName, purpose: string): string {
  return `qianshou.${service}.${purpose}.v1`;
}

export function sharedOf({
  connection,
  verify,
  logger,
  metrics,
  retryPolicy,
}: ConsumerParts): Pick<Receiver, 'connection' | 'verify' | 'logger' | 'metrics' | 'retryPolicy'> {
  return {
    connection,
    verify,
    logger,
    metrics: inboxMetrics(metrics, connection),
    retryPolicy: { ...RETRY_POLICY, ...retryPolicy },
  };
}

/** One consumer at work: takes what the broker delivers, and does what operators ask for. */
export function startIntake(parts: ConsumerParts, receiver: Receiver): Intake {
  const { logger, metrics } = parts;
  const { consumer } = receiver;
  const pulse = createPulse({ name: `consumer ${consumer}`, logger, metrics });
  const requests = createPulse({ name: `dead letters ${consumer}`, logger, metrics });
  const busySince = new Map<string, number>();
  const stopping = new AbortController();
  const stopTaking = takeIn(parts, receiver, { pulse, busySince });
  const attending = attendToRequests(receiver, stopping.signal, requests);
  return {
    healthy: () =>
      pulse.healthy() && [...busySince.values()].every((since) => Date.now() - since < STUCK_AFTER_MS),
    problem: pulse.problem,
    stop: async () => {
      stopping.abort();
      await Promise.all([stopTaking(), attending]);
      pulse.rest();
      requests.rest();
    },
  };
}

interface Watched {
  readonly pulse: Pulse;
  /** Of each partition whose batch is under way: when it last got further. */
  readonly busySince: Map<string, number>;
}

function takeIn(
  { service, broker }: ConsumerParts,
  receiver: Receiver,
  { pulse, busySince }: Watched,
): () => Promise<void> {
  const { consumer, subscriptions, metrics } = receiver;
  const group = groupOf(service, consumer);
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
  return async () => {
    metrics.shown.delete(consumer);
    await member.stop();
  };
}
