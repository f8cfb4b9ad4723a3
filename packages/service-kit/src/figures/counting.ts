import type { ServiceName } from '@qianshou/events';
import { transactionSession } from '../mongo/transaction.ts';
import type { LoggedRow } from '../outbox/outbox-rows.ts';
import { type FiguresCollections, figuresOf, storedFigure } from './figure-documents.ts';
import { addRolledUp, type Folded, foldInto, nothingFolded, type Sums } from './figure-sums.ts';
import type { Fold } from './fold.ts';

/** The figures were rebuilt since their position was read: what was to be added is counted in them, or is not next. */
export class PositionMovedError extends Error {
  override readonly name = 'PositionMovedError';
}

export interface Stretch {
  readonly rows: readonly LoggedRow[];
  /** The position of the figures before it. */
  readonly from: number;
}

/** In the transaction at hand: the next stretch of the log, with the position that the figures hold then. */
export async function countInto<Service extends ServiceName>(
  kept: FiguresCollections,
  fold: Fold<Service>,
  { rows, from }: Stretch,
): Promise<void> {
  const folded = nothingFolded();
  foldInto(
    folded,
    fold,
    rows.map(({ event }) => event),
  );
  await rollUp(kept, folded);
  await add(kept, folded.sums);
  await moveOn(kept, rows, from);
}

/** Read in the transaction that writes them. */
async function rollUp({ figures }: FiguresCollections, { sums, rollUps }: Folded): Promise<void> {
  if (rollUps.size === 0) return;
  const kept = await figures
    .find({ _id: { $in: [...rollUps.keys()] } }, { session: transactionSession() })
    .toArray();
  const before = new Map(kept.map((document) => [document._id, figuresOf(document.figures)]));
  for (const [key, rolling] of rollUps) addRolledUp(sums, key, rolling, before.get(key) ?? {});
}

async function add({ figures }: FiguresCollections, sums: Sums): Promise<void> {
  if (sums.size === 0) return;
  const writes = [...sums].map(([code, changes]) => ({
    updateOne: {
      filter: { _id: code },
      update: {
        $inc: Object.fromEntries(
          Object.entries(changes).map(([name, value]) => [`figures.${name}`, storedFigure(value)]),
        ),
      },
      upsert: true,
    },
  }));
  await figures.bulkWrite(writes, { session: transactionSession() });
}

async function moveOn(
  { positions }: FiguresCollections,
  rows: readonly LoggedRow[],
  from: number,
): Promise<void> {
  const last = rows.at(-1);
  if (last === undefined) return;
  const session = transactionSession();
  const before = await positions.findOne({ _id: 'figures' }, { session });
  if ((before?.seq ?? 0) !== from) throw new PositionMovedError('the figures were rebuilt meanwhile');
  await positions.updateOne(
    { _id: 'figures' },
    { $set: { seq: last.seq }, $max: { asOf: last.at } },
    { upsert: true, session },
  );
}
