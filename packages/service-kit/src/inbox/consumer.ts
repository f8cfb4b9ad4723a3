import type { EventEnvelope } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { Registry } from 'prom-client';
import { createLogger } from '../logging/logger.ts';
import { applyEvents } from './apply.ts';
import { arrivalOf } from './arrival.ts';
import { planCatchUps } from './catch-up.ts';
import { startCatchUp } from './catching-up.ts';
import { prepareInbox } from './documents.ts';
import { dutyBeside, wholeDuty } from './duty.ts';
import { inboxMetrics } from './inbox-metrics.ts';
import { type ConsumerParts, sharedOf, startIntake } from './intake.ts';
import { RETRY_POLICY, type Receiver } from './receiver.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface DeliveryOptions {
  readonly connection: Connection;
  /** What the consumer is for, e.g. `reactions`: part of its group's name and of every key it writes. */
  readonly purpose: string;
  readonly subscriptions: Subscriptions;
}

export interface ConsumerOptions extends DeliveryOptions, Omit<ConsumerParts, 'connection'> {}

export interface Consumer {
  readonly stop: () => Promise<void>;
  /** False once it has fetched nothing, or a partition's batch has got no further, for so long that something must hang. */
  readonly healthy: () => boolean;
  /** What has kept it from its broker for a while; null while it gets on. */
  readonly problem: () => string | null;
}

/** Applies each event once, in order per aggregate, and keeps what cannot be applied for an operator. */
export async function startConsumer(options: ConsumerOptions): Promise<Consumer> {
  const { connection, purpose, subscriptions } = options;
  await prepareInbox(connection);
  if (subscriptions.topics.length === 0) return HEARS_NOTHING;
  const { running, names } = await planCatchUps(connection, purpose, subscriptions);
  const parts: ConsumerParts = { ...options, logger: options.logger.child({ part: 'inbox' }) };
  const receiver: Receiver = {
    ...sharedOf(parts),
    consumer: purpose,
    proofsOf: purpose,
    adopts: names,
    dutyAt:
      running.length === 0
        ? wholeDuty(subscriptions)
        : dutyBeside({ connection, consumer: purpose }, subscriptions, running),
    notesPlaces: running.length > 0,
    subscriptions,
  };
  const main = startIntake(parts, receiver);
  const catchUps = running.map((catchUp) => startCatchUp({ ...parts, subscriptions }, catchUp));
  const all = [main, ...catchUps];
  return {
    healthy: () => all.every(({ healthy }) => healthy()),
    problem: () => all.map(({ problem }) => problem()).find((problem) => problem !== null) ?? null,
    stop: async () => void (await Promise.all(all.map(({ stop }) => stop()))),
  };
}

/** Of a service that reacts to nothing. */
const HEARS_NOTHING: Consumer = { stop: async () => {}, healthy: () => true, problem: () => null };

/** The consumer's path without a broker: one event, one transaction; what its reaction throws, the caller gets. */
export function createDelivery(options: DeliveryOptions): (event: EventEnvelope) => Promise<void> {
  const { purpose, subscriptions } = options;
  const receiver: Receiver = {
    ...options,
    consumer: purpose,
    proofsOf: purpose,
    adopts: [],
    dutyAt: wholeDuty(subscriptions),
    notesPlaces: false,
    // What is handed over here never went through a broker.
    verify: () => null,
    logger: createLogger({ service: options.purpose, level: 'silent' }),
    metrics: inboxMetrics(new Registry(), options.connection),
    retryPolicy: RETRY_POLICY,
  };
  return (event) => applyEvents(receiver, [arrivalOf(event)], null);
}
