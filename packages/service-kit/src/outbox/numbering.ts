import type { Connection } from 'mongoose';
import type { Lease } from '../lease/lease.ts';
import { inTransaction, transactionSession } from '../mongo/transaction.ts';
import { type OutboxRow, outboxRows } from './outbox-rows.ts';

const AT_ONCE = 500;

type Unnumbered = Pick<OutboxRow, '_id' | 'aggregateId' | 'sequence' | 'at'>;
const UNNUMBERED = { aggregateId: 1, sequence: 1, at: 1 } as const;

/**
 * Gives the next facts their places in the service's log, before anything of them is sent: who reads the log needs no
 * broker, and what is sent can say where it stands. A relay that has lost its lease numbers nothing.
 */
export async function numberNext(connection: Connection, lease: Lease): Promise<number> {
  const rows = await nextUnnumbered(connection);
  if (rows.length === 0) return 0;
  await inTransaction(connection, async () => {
    const session = transactionSession();
    await lease.guard();
    const before = await lastSeq(connection);
    await outboxRows(connection).bulkWrite(
      rows.map(({ _id }, at) => ({
        updateOne: { filter: { _id }, update: { $set: { seq: before + at + 1 } } },
      })),
      { session },
    );
  });
  return rows.length;
}

async function lastSeq(connection: Connection): Promise<number> {
  const last = await outboxRows(connection)
    .find({ seq: { $gt: 0 } }, { session: transactionSession(), projection: { seq: 1 } })
    .sort({ seq: -1 })
    .limit(1)
    .next();
  return last?.seq ?? 0;
}

/**
 * The oldest first, but within one aggregate always by version. Which aggregates come is chosen by the writers'
 * clocks; their facts are then read from one snapshot of what a majority holds, lowest version first, so that no fact
 * is taken while an earlier one of its aggregate is still waiting.
 */
async function nextUnnumbered(connection: Connection): Promise<readonly Unnumbered[]> {
  const rows = outboxRows(connection);
  const oldest = await rows
    .find({ seq: null }, { readConcern: 'majority', projection: { aggregateId: 1, _id: 0 } })
    .sort({ at: 1 })
    .limit(AT_ONCE)
    .toArray();
  if (oldest.length === 0) return [];
  const aggregateIds = [...new Set(oldest.map(({ aggregateId }) => aggregateId))];
  const session = await connection.startSession({ snapshot: true });
  try {
    const found = await rows
      .find({ seq: null, aggregateId: { $in: aggregateIds } }, { session, projection: UNNUMBERED })
      .sort({ aggregateId: 1, sequence: 1 })
      .limit(AT_ONCE)
      .toArray();
    return byAge(found);
  } finally {
    await session.endSession();
  }
}

/** Sorts by age; where that would turn facts of one aggregate around, they take its places in version order. */
function byAge(inVersionOrder: readonly Unnumbered[]): readonly Unnumbered[] {
  const waiting = Map.groupBy(inVersionOrder, ({ aggregateId }) => aggregateId);
  const places = inVersionOrder.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return places.flatMap(({ aggregateId }) => waiting.get(aggregateId)?.splice(0, 1) ?? []);
}
