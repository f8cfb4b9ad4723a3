import type { Connection } from 'mongoose';
import { readManyFigures, type RegionFigures } from './figure-documents.ts';
import type { FigureKey } from './fold.ts';

/** What a service's loader needs of the figures, without the connection. */
export interface FiguresReader {
  /** In the order asked for; null where nothing has happened yet. */
  readonly readMany: (codes: readonly FigureKey[]) => Promise<readonly (RegionFigures | null)[]>;
}

export function figuresReader(connection: Connection): FiguresReader {
  return { readMany: (codes) => readManyFigures(connection, codes) };
}
