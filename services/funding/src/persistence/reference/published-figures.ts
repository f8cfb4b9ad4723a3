import { fen } from '@qianshou/kernel';
import { figureKey, type FiguresReader } from '@qianshou/service-kit/figures';
import type { PublishedFigures } from '../../application/reference/ports.ts';
import type { FigureName } from '../../domain/reference/figure-names.ts';

/** The service's own projection of its events: what every consumer that adds them up must come to. */
export function publishedFigures({ readMany }: FiguresReader): PublishedFigures {
  return {
    ofYear: async (countyCode, year) => {
      const [kept] = await readMany([figureKey(countyCode, String(year))]);
      if (kept === null || kept === undefined) return null;
      const read = (name: FigureName): bigint => BigInt(kept.figures[name] ?? 0n);
      return {
        plannedFen: fen(read('plannedFen') + read('provisionalFen')),
        boundFen: fen(read('contractedFen') + read('awardsApprovedFen') + read('boundMovedFen')),
        paidFen: fen(read('paidFen')),
        asOf: kept.asOf,
      };
    },
  };
}
