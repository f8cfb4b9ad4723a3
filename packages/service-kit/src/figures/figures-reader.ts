import type { Connection } from 'mongoose';
import { coalescing } from '../mongo/coalescing.ts';
import { readManyFigures, type RegionFigures } from './figure-documents.ts';
import type { FigureKey } from './fold.ts';

/** What a service's loader needs of the figures, without the connection. */
export interface FiguresReader {
  /** In the order asked for; null where nothing has happened yet. */
  readonly readMany: (codes: readonly FigureKey[]) => Promise<readonly (RegionFigures | null)[]>;
}

export function figuresReader(connection: Connection): FiguresReader {
  // Figures are public: whoever asks for a region at the same time may be answered together.
  return { readMany: coalescing((codes) => readManyFigures(connection, codes)) };
}
