import type { RegionCode } from '@qianshou/kernel';
import type { Connection } from 'mongoose';

/** The sums of a region and everything below it, up to a moment. Amounts in fen are bigints. */
export interface Figures {
  readonly figures: Readonly<Record<string, number | bigint>>;
  readonly asOf: Date;
}

/** As the projector writes it: one document per region. */
export interface FiguresDocument {
  _id: string;
  figures: Record<string, number | bigint>;
  asOf: Date;
}

export const FIGURES_COLLECTION = 'figures';

export interface FiguresReader {
  /** In the order asked for; null where nothing has happened yet. One query by key, however large the region. */
  readonly readMany: (codes: readonly RegionCode[]) => Promise<readonly (Figures | null)[]>;
}

export function figuresReader(connection: Connection): FiguresReader {
  return {
    readMany: async (codes) => {
      const collection = connection.collection<FiguresDocument>(FIGURES_COLLECTION);
      const documents = await collection.find({ _id: { $in: [...codes] } }).toArray();
      const byCode = new Map(documents.map(({ _id, figures, asOf }) => [_id, { figures, asOf }]));
      return codes.map((code) => byCode.get(code) ?? null);
    },
  };
}
