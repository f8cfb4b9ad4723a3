import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, mongo } from 'mongoose';
import type { Figures } from './figure-sums.ts';
import type { FigureKey } from './fold.ts';

export const KEPT_FIGURES = 'kept_figures';

/** A region's figures, its own and of everything below it; or those of one period, or of an object in it. */
export interface FiguresDocument {
  readonly _id: FigureKey;
  readonly figures: Readonly<Record<string, StoredFigure>>;
}

/** How much of the service's log the figures hold. */
export interface FiguresPosition {
  readonly _id: 'figures';
  readonly seq: number;
  /** Up to then the figures hold the facts, by the clocks of those who wrote them. */
  readonly asOf: Date;
}

export interface RegionFigures {
  /** A figure that nothing ever changed is absent: read it as zero. */
  readonly figures: Figures;
  readonly asOf: Date;
}

/** As the database keeps it: sums of fen as decimals of 34 digits, which no sum of 64-bit amounts outgrows. */
export type StoredFigure = number | bigint | mongo.Decimal128;

/** A sum beyond 64 bits would be written as another, smaller one; as a decimal it stays what it is. */
export function storedFigure(value: number | bigint): StoredFigure {
  return typeof value === 'bigint' ? mongo.Decimal128.fromString(value.toString()) : value;
}

function readFigure(stored: StoredFigure): number | bigint {
  return stored instanceof mongo.Decimal128 ? BigInt(stored.toString()) : stored;
}

export function figuresOf(stored: Readonly<Record<string, StoredFigure>>): Figures {
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, readFigure(value)]));
}

/** Both in one collection, so that one read gives figures with the position that they hold. */
export function figuresCollections(connection: Connection, name = KEPT_FIGURES) {
  return {
    figures: connection.collection<FiguresDocument>(name),
    positions: connection.collection<FiguresPosition>(name),
  };
}

export type FiguresCollections = ReturnType<typeof figuresCollections>;

/** Null only as long as nothing was ever counted here. */
export async function readFigures(
  connection: Connection,
  regionCode: FigureKey,
): Promise<RegionFigures | null> {
  const [found] = await readManyFigures(connection, [regionCode]);
  return found ?? null;
}

/** In the order asked for, for a loader. */
export async function readManyFigures(
  connection: Connection,
  regionCodes: readonly FigureKey[],
): Promise<readonly (RegionFigures | null)[]> {
  const kept = connection.collection<FiguresDocument | FiguresPosition>(KEPT_FIGURES);
  // Of one moment: the position must not promise more than the figures beside it hold.
  const found = await ofOneMoment(() =>
    kept
      .find({ _id: { $in: ['figures', ...regionCodes] } }, { readConcern: { level: 'snapshot' } })
      .toArray(),
  );
  const position = found.find((document): document is FiguresPosition => document._id === 'figures');
  if (position === undefined) return regionCodes.map(() => null);
  const byCode = new Map(
    found.flatMap((document) =>
      'figures' in document ? [[document._id, figuresOf(document.figures)] as const] : [],
    ),
  );
  return regionCodes.map((code) => ({ figures: byCode.get(code) ?? {}, asOf: position.asOf }));
}

const SNAPSHOT_UNAVAILABLE = 246;
const TRIES = 20;

/** Figures that were rebuilt take the place of the old ones in one step; for a moment after it there is no snapshot yet. */
async function ofOneMoment<Result>(read: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await read();
    } catch (error) {
      const isOver = !(error instanceof mongo.MongoServerError) || error.code !== SNAPSHOT_UNAVAILABLE;
      if (isOver || tried === TRIES) throw error;
      await pause(25);
    }
  }
}
