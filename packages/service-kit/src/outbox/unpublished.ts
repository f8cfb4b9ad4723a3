import type { Connection } from 'mongoose';
import { type OutboxRow, outboxRows } from './outbox-rows.ts';

/** The broker refuses a request of more than 1 MB; the outbox row's own size is a fair measure of it. */
const MOST_BYTES = 800_000;

export interface Backlog {
  readonly rows: number;
  readonly oldestSeconds: number;
}

/**
 * The next facts to publish: the oldest first, but within one aggregate always by version. Which aggregates come is
 * chosen by the writers' clocks; their facts are then read from one snapshot of what a majority holds, lowest
 * version first, so that no fact is taken while an earlier one of its aggregate is still waiting.
 */
export async function nextUnpublished(connection: Connection, limit: number): Promise<readonly OutboxRow[]> {
  const rows = outboxRows(connection);
  const oldest = await rows
    .find({ seq: null }, { readConcern: 'majority', projection: { aggregateId: 1, _id: 0 } })
    .sort({ at: 1 })
    .limit(limit)
    .toArray();
  if (oldest.length === 0) return [];
  const aggregateIds = [...new Set(oldest.map(({ aggregateId }) => aggregateId))];
  const session = await connection.startSession({ snapshot: true });
  try {
    const found = await rows
      .find({ seq: null, aggregateId: { $in: aggregateIds } }, { session })
      .sort({ aggregateId: 1, sequence: 1 })
      .limit(limit)
      .toArray();
    return withinBytes(byAge(found));
  } finally {
    await session.endSession();
  }
}

/** Sorts by age; where that would turn facts of one aggregate around, they take its places in version order. */
function byAge(inVersionOrder: readonly OutboxRow[]): readonly OutboxRow[] {
  const waiting = Map.groupBy(inVersionOrder, ({ aggregateId }) => aggregateId);
  const places = inVersionOrder.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return places.flatMap(({ aggregateId }) => waiting.get(aggregateId)?.splice(0, 1) ?? []);
}

function withinBytes(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  let bytes = 0;
  const end = rows.findIndex((row) => (bytes += JSON.stringify(row.event).length) > MOST_BYTES);
  return end === -1 ? rows : rows.slice(0, Math.max(1, end));
}

export async function backlogOf(connection: Connection): Promise<Backlog> {
  const rows = outboxRows(connection);
  const [count, oldest] = await Promise.all([
    // Without the hint the whole log would be read: the filter alone names no key of the index.
    rows.countDocuments({ seq: null }, { hint: 'unpublished_by_age' }),
    rows.find({ seq: null }).sort({ at: 1 }).limit(1).next(),
  ]);
  const oldestSeconds = oldest === null ? 0 : Math.max(0, (Date.now() - oldest.at.getTime()) / 1_000);
  return { rows: count, oldestSeconds };
}
