import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { transactionSession, inTransaction } from '../mongo/index.ts';
import { readLog } from '../outbox/index.ts';
import type { FigureKey, Fold } from './fold.ts';
import { figuresCollections } from './figure-documents.ts';
import { type Figures, foldInto, type Sums } from './figure-sums.ts';

export interface RebuildOptions<Service extends ServiceName> {
  readonly connection: Connection;
  readonly service: Service;
  readonly fold: Fold<Service>;
  /** Only compares. */
  readonly dryRun?: boolean;
}

export interface RebuildReport {
  readonly regions: number;
  readonly events: number;
  /** The regions whose live figures were not what the log says. */
  readonly differing: readonly FigureKey[];
}

const BATCH = 2_000;

/**
 * Folds the whole log beside the live figures, compares both at the same position, and puts right what differs. The
 * projector may run on: writing its position keeps it out for the moment of the swap.
 */
export async function rebuildFigures<Service extends ServiceName>(
  options: RebuildOptions<Service>,
): Promise<RebuildReport> {
  const { connection, dryRun = false } = options;
  const { positions } = figuresCollections(connection);
  const rebuilt = { sums: new Map() as Sums, seq: 0 };
  const live = await positions.findOne({ _id: 'figures' });
  await foldUpTo(options, rebuilt, live?.seq ?? 0);

  return inTransaction(connection, async () => {
    const held = await positions.findOneAndUpdate(
      { _id: 'figures' },
      { $currentDate: { checkedAt: true } } as object,
      { session: transactionSession(), returnDocument: 'after' },
    );
    await foldUpTo(options, rebuilt, held?.seq ?? 0);
    const differing = await differences(connection, rebuilt.sums);
    if (!dryRun) await swap(connection, rebuilt.sums, differing);
    return { regions: rebuilt.sums.size, events: rebuilt.seq, differing };
  });
}

async function foldUpTo<Service extends ServiceName>(
  { connection, fold }: RebuildOptions<Service>,
  rebuilt: { readonly sums: Sums; seq: number },
  upTo: number,
): Promise<void> {
  while (rebuilt.seq < upTo) {
    const rows = await readLog(connection, { after: rebuilt.seq, upTo, limit: BATCH });
    const last = rows.at(-1);
    if (last === undefined)
      throw new Error(`the log ends at ${rebuilt.seq}, before the figures' position ${upTo}`);
    foldInto(
      rebuilt.sums,
      fold,
      rows.map(({ event }) => event),
    );
    rebuilt.seq = last.seq;
  }
}

async function differences(connection: Connection, sums: Sums): Promise<readonly FigureKey[]> {
  const { figures } = figuresCollections(connection);
  const live = await figures.find({}, { session: transactionSession() }).toArray();
  const byCode = new Map(live.map((document) => [document._id, document.figures]));
  const codes = new Set([...byCode.keys(), ...sums.keys()]);
  return [...codes].filter((code) => !same(byCode.get(code) ?? {}, sums.get(code) ?? {}));
}

/** A figure of zero and one that was never counted are the same. */
function same(a: Figures, b: Figures): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (name) => BigInt(a[name] ?? 0) === BigInt(b[name] ?? 0),
  );
}

async function swap(connection: Connection, sums: Sums, codes: readonly FigureKey[]): Promise<void> {
  if (codes.length === 0) return;
  const { figures } = figuresCollections(connection);
  await figures.bulkWrite(
    codes.map((code) => ({
      replaceOne: { filter: { _id: code }, replacement: { figures: sums.get(code) ?? {} }, upsert: true },
    })),
    { session: transactionSession() },
  );
}
