import type { EventEnvelope } from '@qianshou/events';
import type { Connection } from 'mongoose';
import type { Placement } from '../kafka/broker.ts';

/** A fact and what became of it. Rows are kept: the outbox is the service's event log, the broker only carries it. */
export interface OutboxRow {
  readonly _id: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly sequence: number;
  /** The writing host's clock: good enough to prefer older facts, never to order facts of one aggregate. */
  readonly at: Date;
  readonly event: EventEnvelope;
  /** The place in the service's log, without gaps; given by the relay before it sends. */
  readonly seq: number | null;
  /** Null while it waits to be sent, for the first time or again. */
  readonly publishedAt: Date | null;
  readonly placement: Placement | null;
}

/** A row with a place in the log. */
export type LoggedRow = OutboxRow & { readonly seq: number };

export function outboxRows(connection: Connection) {
  return connection.collection<OutboxRow>('outbox');
}

/** The index of what has its place and waits to be sent. */
export const WAITING_BY_SEQ = 'waiting_by_seq';

/** Safe to run twice. */
export async function prepareOutbox(connection: Connection): Promise<void> {
  await outboxRows(connection).createIndexes([
    { key: { aggregate: 1, aggregateId: 1, sequence: 1 }, unique: true },
    { key: { at: 1, aggregateId: 1 }, name: 'unpublished_by_age', partialFilterExpression: { seq: null } },
    {
      key: { aggregateId: 1, sequence: 1 },
      name: 'unpublished_by_aggregate',
      partialFilterExpression: { seq: null },
    },
    { key: { seq: 1 }, unique: true, partialFilterExpression: { seq: { $gt: 0 } } },
    { key: { seq: 1 }, name: WAITING_BY_SEQ, partialFilterExpression: { publishedAt: null } },
  ]);
}

export interface LogRange {
  readonly after: number;
  readonly upTo?: number;
  readonly limit: number;
  /** Only facts of these types; all of them where none are named. */
  readonly types?: readonly string[];
}

/** Facts in the order of the log, from behind a place in it. */
export async function readLog(
  connection: Connection,
  { after, upTo = Number.MAX_SAFE_INTEGER, limit, types }: LogRange,
): Promise<readonly LoggedRow[]> {
  const ofTypes = types === undefined ? {} : { 'event.type': { $in: [...types] } };
  const rows = await outboxRows(connection)
    .find({ seq: { $gt: after, $lte: upTo }, ...ofTypes }, { readConcern: 'majority' })
    .sort({ seq: 1 })
    .limit(limit)
    .toArray();
  return rows.filter(hasPlace);
}

export function hasPlace(row: OutboxRow): row is LoggedRow {
  return row.seq !== null;
}

/** Where the log ends; 0 for an empty one. */
export async function lastPlace(connection: Connection): Promise<number> {
  const last = await outboxRows(connection)
    .find({ seq: { $gt: 0 } }, { projection: { seq: 1 }, readConcern: 'majority' })
    .sort({ seq: -1 })
    .limit(1)
    .next();
  return last?.seq ?? 0;
}
