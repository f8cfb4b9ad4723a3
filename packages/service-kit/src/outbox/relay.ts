import { encodeEvent, type ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import type { Broker, Placement } from '../kafka/index.ts';
import { type Lease, startLeadership } from '../lease/index.ts';
import type { Logger } from '../logging/index.ts';
import { transactionSession, inTransaction } from '../mongo/index.ts';
import { outboxBell } from './bell.ts';
import { type OutboxRow, outboxRows, prepareOutbox } from './outbox-rows.ts';
import { relayMetrics } from './relay-metrics.ts';
import { type Backlog, backlogOf, nextUnpublished } from './unpublished.ts';

export interface RelayOptions {
  readonly connection: Connection;
  readonly service: ServiceName;
  readonly broker: Broker;
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
}

const BATCH = 500;
const POLL_MS = 1_000;
/** Longer than all deadlines of one turn together. */
const STUCK_AFTER_MS = 180_000;

/** Publishes the service's outbox, in one process at a time: at least once, in version order within each aggregate. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { connection, service, logger, metrics } = options;
  await prepareOutbox(connection);
  const measured = relayMetrics(metrics, () => backlogOf(connection));
  let turnedAt = Date.now();

  const lead = async (lease: Lease): Promise<void> => {
    const bell = outboxBell(connection, 'insert');
    try {
      while (!lease.lost.aborted) {
        turnedAt = Date.now();
        const published = await publishNext(options, lease);
        measured.published.inc(published);
        if (published === 0) await bell.wait(POLL_MS, lease.lost);
      }
    } finally {
      await bell.close();
    }
  };

  const leadership = startLeadership({
    connection,
    name: 'relay',
    logger: logger.child({ part: 'relay', of: service }),
    lead,
    ...(options.leaseMs === undefined ? {} : { ttlMs: options.leaseMs }),
  });
  return {
    stop: leadership.stop,
    lag: () => backlogOf(connection),
    healthy: () => !leadership.leading() || Date.now() - turnedAt < STUCK_AFTER_MS,
  };
}

/** One batch: read, publish, then mark. A crash in between publishes again; consumers know what they have had. */
async function publishNext({ connection, broker }: RelayOptions, lease: Lease): Promise<number> {
  const rows = await nextUnpublished(connection, BATCH);
  if (rows.length === 0 || lease.lost.aborted) return 0;
  const placements = await broker.publish(rows.map(({ event }) => encodeEvent(event)));
  await inTransaction(connection, () => mark(connection, lease, rows, placements));
  return rows.length;
}

/** Gives the batch its places in the service's log. A relay that has lost its lease marks nothing. */
async function mark(
  connection: Connection,
  lease: Lease,
  rows: readonly OutboxRow[],
  placements: readonly Placement[],
): Promise<void> {
  const session = transactionSession();
  await lease.guard();
  const collection = outboxRows(connection);
  const last = await collection
    .find({ seq: { $gt: 0 } }, { session, projection: { seq: 1 } })
    .sort({ seq: -1 })
    .limit(1)
    .next();
  const before = last?.seq ?? 0;
  const publishedAt = new Date();
  await collection.bulkWrite(
    rows.map(({ _id }, at) => ({
      updateOne: {
        filter: { _id },
        update: { $set: { seq: before + at + 1, publishedAt, placement: placements[at] ?? null } },
      },
    })),
    { session },
  );
}
