import type { RegionCode } from '@qianshou/kernel';
import type { Connection } from 'mongoose';
import { readManyFigures, type RegionFigures } from './figure-documents.ts';

/** What a service's loader needs of the figures, without the connection. */
export interface FiguresReader {
  /** In the order asked for; null where nothing has happened yet. */
  readonly readMany: (codes: readonly RegionCode[]) => Promise<readonly (RegionFigures | null)[]>;
}

export function figuresReader(connection: Connection): FiguresReader {
  return { readMany: (codes) => readManyFigures(connection, codes) };
}
