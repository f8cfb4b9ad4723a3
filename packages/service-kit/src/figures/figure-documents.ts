import type { Connection } from 'mongoose';
import type { Figures } from './figure-sums.ts';
import type { FigureKey } from './fold.ts';

/** A region's figures, its own and of everything below it; or those of one period, or of an object in it. */
export interface FiguresDocument {
  readonly _id: FigureKey;
  readonly figures: Figures;
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

export function figuresCollections(connection: Connection) {
  return {
    figures: connection.collection<FiguresDocument>('figures'),
    positions: connection.collection<FiguresPosition>('figures_position'),
  };
}

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
  const { figures, positions } = figuresCollections(connection);
  // The position first: it may only be older than the figures, never promise more than they hold.
  const position = await positions.findOne({ _id: 'figures' });
  if (position === null) return regionCodes.map(() => null);
  const found = await figures.find({ _id: { $in: [...regionCodes] } }).toArray();
  const byCode = new Map(found.map((document) => [document._id, document.figures]));
  return regionCodes.map((code) => ({ figures: byCode.get(code) ?? {}, asOf: position.asOf }));
}
