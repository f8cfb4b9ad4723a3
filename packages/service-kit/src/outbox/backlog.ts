import type { Connection } from 'mongoose';
import { outboxRows, WAITING_BY_SEQ } from './outbox-rows.ts';

/** What waits to be sent, with or without a place in the log. */
export interface Backlog {
  readonly rows: number;
  readonly oldestSeconds: number;
}

export async function backlogOf(connection: Connection): Promise<Backlog> {
  const rows = outboxRows(connection);
  const [count, unnumbered, unsent] = await Promise.all([
    // Without the hint the whole log would be read: the filter alone names no key of the index.
    rows.countDocuments({ publishedAt: null }, { hint: WAITING_BY_SEQ }),
    rows.find({ seq: null }).sort({ at: 1 }).limit(1).next(),
    rows
      .find({ publishedAt: null, seq: { $gt: 0 } })
      .hint(WAITING_BY_SEQ)
      .sort({ seq: 1 })
      .limit(1)
      .next(),
  ]);
  const ages = [unnumbered, unsent].flatMap((row) => (row === null ? [] : [Date.now() - row.at.getTime()]));
  return { rows: count, oldestSeconds: Math.max(0, ...ages) / 1_000 };
}
