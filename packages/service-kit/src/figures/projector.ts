import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { Registry } from 'prom-client';
import { startLeadership, turnWhileLeading } from '../lease/leadership.ts';
import type { Lease } from '../lease/lease.ts';
import type { Logger } from '../logging/logger.ts';
import { createPulse, type Pulse } from '../loops/pulse.ts';
import { inTransaction } from '../mongo/transaction.ts';
import { watchOutbox } from '../outbox/outbox-watcher.ts';
import { outboxRows, prepareOutbox, readLog } from '../outbox/outbox-rows.ts';
import type { Fold } from './fold.ts';
import { figuresCollections } from './figure-documents.ts';
import { countInto, PositionMovedError } from './counting.ts';

export interface FiguresOptions<Service extends ServiceName> {
  readonly connection: Connection;
  readonly service: Service;
  readonly fold: Fold<Service>;
  readonly logger: Logger;
  readonly metrics?: Registry;
  readonly leaseMs?: number;
}

export interface FiguresProjector {
  readonly stop: () => Promise<void>;
  readonly pulse: Pulse;
}

const BATCH = 500;
const POLL_MS = 1_000;
/** How old `asOf` may become while nothing happens. */
const FRESHNESS_MS = 5_000;

/** Keeps the figures of all regions up to date with the service's own log: one writer, a batch in one transaction. */
export async function startFigures<Service extends ServiceName>(
  options: FiguresOptions<Service>,
): Promise<FiguresProjector> {
  const { connection, leaseMs, metrics = new Registry() } = options;
  await prepareOutbox(connection);
  const logger = options.logger.child({ part: 'figures', of: options.service });
  const pulse = createPulse({ name: 'figures', logger, metrics });
  const leadership = startLeadership({
    connection,
    name: 'figures',
    logger,
    pulse,
    lead: (lease) => project(options, lease, pulse),
    ...(leaseMs === undefined ? {} : { ttlMs: leaseMs }),
  });
  return { stop: leadership.stop, pulse };
}

async function project<Service extends ServiceName>(
  options: FiguresOptions<Service>,
  lease: Lease,
  pulse: Pulse,
): Promise<void> {
  const { connection } = options;
  // The relay writes a row's place in the log: that is when it can be counted.
  const numbered = watchOutbox(connection, 'update');
  let freshUntil = 0;
  const turn = async (): Promise<void> => {
    const now = Date.now();
    // Asked before the log is read: what had its place by then is in the log, and a fold of nothing says so.
    const isQuiet = now > freshUntil && (await nothingWaits(connection));
    if ((await foldNext(options, lease)) > 0) return;
    if (isQuiet) {
      await refresh(connection, new Date(now));
      freshUntil = now + FRESHNESS_MS;
    }
    await numbered.wait(POLL_MS, lease.lost);
  };
  try {
    await turnWhileLeading(lease, pulse, turn);
  } finally {
    numbered.close();
  }
}

async function foldNext<Service extends ServiceName>(
  { connection, fold }: FiguresOptions<Service>,
  lease: Lease,
): Promise<number> {
  const { positions } = figuresCollections(connection);
  const position = await positions.findOne({ _id: 'figures' });
  const rows = await readLog(connection, { after: position?.seq ?? 0, limit: BATCH });
  if (rows.length === 0) return 0;
  try {
    await inTransaction(connection, async () => {
      await lease.guard();
      await countInto(figuresCollections(connection), fold, { rows, from: position?.seq ?? 0 });
    });
  } catch (error) {
    // It is gone on from where the rebuilt figures are.
    if (!(error instanceof PositionMovedError)) throw error;
  }
  return rows.length;
}

async function nothingWaits(connection: Connection): Promise<boolean> {
  // In the order of the index of what waits: without it the whole log would be read to find nothing.
  const waiting = outboxRows(connection).find({ seq: null }).sort({ at: 1 }).project({ at: 1, _id: 0 });
  return (await waiting.limit(1).next()) === null;
}

async function refresh(connection: Connection, asOf: Date): Promise<void> {
  const { positions } = figuresCollections(connection);
  await positions.updateOne(
    { _id: 'figures' },
    { $max: { asOf }, $setOnInsert: { seq: 0 } },
    { upsert: true },
  );
}
