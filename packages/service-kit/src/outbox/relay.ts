import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import type { Broker } from '../kafka/broker.ts';
import { startLeadership, turnWhileLeading } from '../lease/leadership.ts';
import type { Lease } from '../lease/lease.ts';
import { createWakeUp } from '../lease/wake-up.ts';
import type { Logger } from '../logging/logger.ts';
import { createPulse, type Pulse } from '../loops/pulse.ts';
import { type Backlog, backlogOf } from './backlog.ts';
import type { SignRecord } from '../signing/record-signature.ts';
import { watchOutbox, showOutboxWatch } from './outbox-watcher.ts';
import { numberNext } from './numbering.ts';
import { prepareOutbox } from './outbox-rows.ts';
import { relayMetrics } from './relay-metrics.ts';
import { sendNext } from './sending.ts';

export interface RelayOptions {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly broker: Broker;
  readonly sign: SignRecord;
  readonly logger: Logger;
  readonly metrics: Registry;
  /** How long a relay that has died keeps its successor waiting. */
  readonly leaseMs?: number;
}

export interface Relay {
  readonly stop: () => Promise<void>;
  /** What waits to be published. */
  readonly lag: () => Promise<Backlog>;
  /** False once a leading relay has hung for so long that only a new process helps. A broker that is away is no hang. */
  readonly healthy: () => boolean;
  /** Of sending, of numbering, and of the watch that says when there is something to do. */
  readonly pulses: readonly Pulse[];
}

const POLL_MS = 1_000;

/**
 * Numbers and publishes the service's outbox, in one process at a time: at least once, in version order within each
 * aggregate.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { connection, service, metrics } = options;
  await prepareOutbox(connection);
  const { published } = relayMetrics(metrics, () => backlogOf(connection));
  const logger = options.logger.child({ part: 'relay', of: service });
  const pulses: Pulses = {
    sending: createPulse({ name: 'relay', logger, metrics }),
    numbering: createPulse({ name: 'numbering', logger, metrics }),
  };
  const watch = createPulse({ name: 'outbox watch', logger, metrics });
  showOutboxWatch(connection, watch);
  const leadership = startLeadership({
    connection,
    name: 'relay',
    logger,
    pulse: pulses.sending,
    lead: (lease) => numberAndSend(options, lease, pulses, (count) => published.inc(count)),
    ...(options.leaseMs === undefined ? {} : { ttlMs: options.leaseMs }),
  });
  return {
    stop: leadership.stop,
    lag: () => backlogOf(connection),
    healthy: () => !leadership.leading() || (pulses.sending.healthy() && pulses.numbering.healthy()),
    pulses: [pulses.sending, pulses.numbering, watch],
  };
}

interface Pulses {
  readonly sending: Pulse;
  readonly numbering: Pulse;
}

/** Side by side: figures, which follow the numbers, need no broker. */
async function numberAndSend(
  { connection, broker, sign }: RelayOptions,
  lease: Lease,
  pulses: Pulses,
  onPublished: (count: number) => void,
): Promise<void> {
  const written = watchOutbox(connection, 'insert');
  const numbered = createWakeUp();
  const number = async (): Promise<void> => {
    if ((await numberNext(connection, lease)) > 0) return numbered.signal();
    await written.wait(POLL_MS, lease.lost);
  };
  const send = async (): Promise<void> => {
    const count = await sendNext({ connection, broker, sign });
    onPublished(count);
    if (count === 0) await numbered.wait(POLL_MS, lease.lost);
  };
  try {
    await Promise.all([
      turnWhileLeading(lease, pulses.numbering, number),
      turnWhileLeading(lease, pulses.sending, send),
    ]);
  } finally {
    written.close();
  }
}
