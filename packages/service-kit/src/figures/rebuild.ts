import type { ServiceName } from '@qianshou/events';
import type { ClientSession, Connection } from 'mongoose';
import { alone } from '../lease/alone.ts';
import { inTransaction } from '../mongo/transaction.ts';
import { readLog } from '../outbox/outbox-rows.ts';
import { countInto } from './counting.ts';
import type { FigureKey, Fold } from './fold.ts';
import { type FiguresCollections, figuresCollections, figuresOf, KEPT_FIGURES } from './figure-documents.ts';
import type { Figures } from './figure-sums.ts';

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
const ANEW = `${KEPT_FIGURES}_anew`;

/** What a run that was killed has counted is gone on with, but not by another build. */
const RESUMED_WITHIN_MS = 3_600_000;

/**
 * Counts the whole log beside the live figures, a stretch in a transaction, compares both at the same position, and
 * puts the new ones in the place of the old, which stand until then, all at once. The projector may run on: it begins
 * anew where the new figures are. A run that was interrupted is gone on with by the next one.
 */
export async function rebuildFigures<Service extends ServiceName>(
  options: RebuildOptions<Service>,
): Promise<RebuildReport> {
  const { connection, dryRun = false } = options;
  return alone(connection, 'rebuild figures', async () => {
    const [live, anew] = [figuresCollections(connection), figuresCollections(connection, ANEW)];
    const upTo = await seqOf(live);
    await takeUp(anew, upTo);
    await countUpTo(options, anew, upTo);
    const report = await compare(options, live, anew);
    if (dryRun || report.differing.length === 0) await anew.figures.drop();
    else await swap(options, live, anew);
    return report;
  });
}

async function seqOf({ positions }: FiguresCollections): Promise<number> {
  return (await positions.findOne({ _id: 'figures' }))?.seq ?? 0;
}

/** The id of the note beside the figures that are counted anew: no key of figures. */
const BEGUN = 'begun' as 'figures';

async function takeUp({ figures, positions }: FiguresCollections, upTo: number): Promise<void> {
  const begun = await positions.findOne({ _id: BEGUN });
  const position = await positions.findOne({ _id: 'figures' });
  const isRecent = begun !== null && Date.now() - begun.asOf.getTime() < RESUMED_WITHIN_MS;
  if (isRecent && (position?.seq ?? 0) <= upTo) return;
  await figures.drop();
  await positions.insertOne({ _id: BEGUN, seq: 0, asOf: new Date() });
}

async function countUpTo<Service extends ServiceName>(
  { connection, fold, onProgress }: RebuildOptions<Service>,
  anew: FiguresCollections,
  upTo: number,
): Promise<void> {
  for (let from = await seqOf(anew); from < upTo;) {
    const rows = await readLog(connection, { after: from, upTo, limit: BATCH });
    const last = rows.at(-1);
    if (last === undefined) throw new Error(`the log ends at ${from}, before the figures' position ${upTo}`);
    const stretch = { rows, from };
    await inTransaction(connection, () => countInto(anew, fold, stretch));
    from = last.seq;
    onProgress?.(from, upTo);
  }
}

/** Of one moment, which the live figures may leave behind meanwhile. */
async function compare<Service extends ServiceName>(
  options: RebuildOptions<Service>,
  live: FiguresCollections,
  anew: FiguresCollections,
): Promise<RebuildReport> {
  const session = await options.connection.startSession({ snapshot: true });
  try {
    const position = await live.positions.findOne({ _id: 'figures' }, { session });
    await countUpTo(options, anew, position?.seq ?? 0);
    const differing: FigureDifference[] = [];
    let regions = 0;
    for await (const { key, kept, counted } of bothSides(live, anew, session)) {
      if (counted !== null) regions += 1;
      differing.push(...differencesOf(key, kept ?? {}, counted ?? {}));
    }
    return { regions, events: await seqOf(anew), differing };
  } finally {
    await session.endSession();
  }
}

interface Sides {
  readonly key: FigureKey;
  readonly kept: Figures | null;
  readonly counted: Figures | null;
}

const AT_A_TIME = 500;

/** By key, a few of each at a time. */
async function* bothSides(
  live: FiguresCollections,
  anew: FiguresCollections,
  session: ClientSession,
): AsyncGenerator<Sides> {
  let after = '';
  for (;;) {
    const kept = await figuresBehind(live, after, { session });
    const counted = await figuresBehind(anew, after, {});
    const keys = [...new Set([...kept.keys(), ...counted.keys()])].toSorted().slice(0, AT_A_TIME);
    for (const key of keys) yield { key, kept: kept.get(key) ?? null, counted: counted.get(key) ?? null };
    const last = keys.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function figuresBehind(
  { figures }: FiguresCollections,
  after: string,
  options: { readonly session?: ClientSession },
): Promise<ReadonlyMap<FigureKey, Figures>> {
  const found = await figures
    .find({ _id: { $gt: after as FigureKey }, figures: { $exists: true } }, options)
    .sort({ _id: 1 })
    .limit(AT_A_TIME)
    .toArray();
  return new Map(found.map((document) => [document._id, figuresOf(document.figures)]));
}

/** A figure of zero and one that was never counted are the same. */
function differencesOf(key: FigureKey, kept: Figures, counted: Figures): readonly FigureDifference[] {
  return [...new Set([...Object.keys(kept), ...Object.keys(counted)])]
    .toSorted()
    .filter((name) => BigInt(kept[name] ?? 0) !== BigInt(counted[name] ?? 0))
    .map((figure) => ({ key, figure, kept: kept[figure] ?? 0, counted: counted[figure] ?? 0 }));
}

/** Figures and position together, in one step of the database: whoever reads sees the old ones or the new ones. */
async function swap<Service extends ServiceName>(
  options: RebuildOptions<Service>,
  live: FiguresCollections,
  anew: FiguresCollections,
): Promise<void> {
  const position = await live.positions.findOne({ _id: 'figures' });
  if (position === null) return;
  await countUpTo(options, anew, position.seq);
  await anew.positions.updateOne({ _id: 'figures' }, { $max: { asOf: position.asOf } });
  await anew.positions.deleteOne({ _id: BEGUN });
  await options.connection.db?.renameCollection(ANEW, KEPT_FIGURES, { dropTarget: true });
}
