import type { Connection } from 'mongoose';
import { Registry } from 'prom-client';
import { wholeDuty } from '../src/inbox/duty.ts';
import { inboxMetrics } from '../src/inbox/inbox-metrics.ts';
import { RETRY_POLICY, type Receiver } from '../src/inbox/receiver.ts';
import type { Subscriptions } from '../src/inbox/subscriptions.ts';
import { createLogger } from '../src/logging/index.ts';

/** What a consumer works with, without a broker. */
export function receiverOf(connection: Connection, subscriptions: Subscriptions): Receiver {
  return {
    connection,
    consumer: 'reactions',
    proofsOf: 'reactions',
    adopts: [],
    dutyAt: wholeDuty(subscriptions),
    notesPlaces: false,
    verify: () => null,
    subscriptions,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: inboxMetrics(new Registry(), connection),
    retryPolicy: RETRY_POLICY,
  };
}
