import type { ServiceName } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { transactionSession, inTransaction } from '../mongo/index.ts';
import { readLog } from '../outbox/index.ts';
import type { FigureKey, Fold } from './fold.ts';
import { figuresCollections, figuresOf, storedFigures } from './figure-documents.ts';
import { addRolledUp, type Figures, type Folded, foldInto, nothingFolded, type Sums } from './figure-sums.ts';

export interface RebuildOptions<Service extends ServiceName> {
  readonly connection: Connection;
  readonly service: Service;
  readonly fold: Fold<Service>;
  /** Only compares. */
  readonly dryRun?: boolean;
  /** Told after each batch of the log: how many of its events are counted, and how many there were at the start. */
  readonly onProgress?: (events: number, of: number) => void;
}

/** A figure that is not what the log says. Absent is zero. */
export interface FigureDifference {
  readonly key: FigureKey;
  readonly figure: string;
  /** What was kept. */
  readonly kept: number | bigint;
  /** What the events come to. */
  readonly counted: number | bigint;
}

export interface RebuildReport {
  readonly regions: number;
  readonly events: number;
  /** By region and figure. */
  readonly differing: readonly FigureDifference[];
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
  const rebuilt = { ...nothingFolded(), seq: 0 };
  const live = await positions.findOne({ _id: 'figures' });
  await foldUpTo(options, rebuilt, live?.seq ?? 0);

  return inTransaction(connection, async () => {
    const held = await positions.findOneAndUpdate(
      { _id: 'figures' },
      { $currentDate: { checkedAt: true } } as object,
      { session: transactionSession(), returnDocument: 'after' },
    );
    await foldUpTo(options, rebuilt, held?.seq ?? 0);
    for (const [key, rolling] of rebuilt.rollUps) addRolledUp(rebuilt.sums, key, rolling, {});
    const differing = await differences(connection, rebuilt.sums);
    if (!dryRun) await swap(connection, rebuilt.sums, [...new Set(differing.map(({ key }) => key))]);
    return { regions: rebuilt.sums.size, events: rebuilt.seq, differing };
  });
}

async function foldUpTo<Service extends ServiceName>(
  { connection, fold, onProgress }: RebuildOptions<Service>,
  rebuilt: Folded & { seq: number },
  upTo: number,
): Promise<void> {
  while (rebuilt.seq < upTo) {
    const rows = await readLog(connection, { after: rebuilt.seq, upTo, limit: BATCH });
    const last = rows.at(-1);
    if (last === undefined)
      throw new Error(`the log ends at ${rebuilt.seq}, before the figures' position ${upTo}`);
    foldInto(
      rebuilt,
      fold,
      rows.map(({ event }) => event),
    );
    rebuilt.seq = last.seq;
    onProgress?.(rebuilt.seq, upTo);
  }
}

async function differences(connection: Connection, sums: Sums): Promise<readonly FigureDifference[]> {
  const { figures } = figuresCollections(connection);
  const live = await figures
    .find({ figures: { $exists: true } }, { session: transactionSession() })
    .toArray();
  const byCode = new Map(live.map((document) => [document._id, figuresOf(document.figures)]));
  const codes = new Set([...byCode.keys(), ...sums.keys()]);
  return [...codes]
    .toSorted()
    .flatMap((key) => differencesOf(key, byCode.get(key) ?? {}, sums.get(key) ?? {}));
}

/** A figure of zero and one that was never counted are the same. */
function differencesOf(key: FigureKey, kept: Figures, counted: Figures): readonly FigureDifference[] {
  return [...new Set([...Object.keys(kept), ...Object.keys(counted)])]
    .toSorted()
    .filter((name) => BigInt(kept[name] ?? 0) !== BigInt(counted[name] ?? 0))
    .map((figure) => ({ key, figure, kept: kept[figure] ?? 0, counted: counted[figure] ?? 0 }));
}

async function swap(connection: Connection, sums: Sums, codes: readonly FigureKey[]): Promise<void> {
  if (codes.length === 0) return;
  const { figures } = figuresCollections(connection);
  await figures.bulkWrite(
    codes.map((code) => ({
      replaceOne: {
        filter: { _id: code },
        replacement: { figures: storedFigures(sums.get(code) ?? {}) },
        upsert: true,
      },
    })),
    { session: transactionSession() },
  );
}
