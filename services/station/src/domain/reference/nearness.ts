import { badInput, countyOf, levelOf, type RegionCode } from '@qianshou/kernel';

interface Placed {
  readonly townshipCode: RegionCode;
}

/** Where to look for stations near a county or unit: its prefecture. Wider regions have no "near". */
export function neighbourhoodOf(code: RegionCode): RegionCode {
  const level = levelOf(code);
  if (level !== 'COUNTY' && level !== 'TOWNSHIP_UNIT') {
    throw badInput({
      field: 'regionCode',
      reason: { en: 'expected a county or a township-level unit', zh: '应为县级或乡镇级区划' },
    });
  }
  return `${code.slice(0, 4)}00` as RegionCode;
}

/**
 * The unit itself, then its county, then the rest of its prefecture; within each by how far the codes lie apart. Codes
 * of neighbours are often close, and no more than that: there are no coordinates.
 */
export function nearestFirst<Item extends Placed>(items: readonly Item[], from: RegionCode): readonly Item[] {
  const distance = ({ townshipCode }: Placed): number => {
    const elsewhere = countyOf(townshipCode) === countyOf(from) ? 0 : 1_000_000_000;
    return elsewhere + Math.abs(Number(townshipCode) - Number(from.padEnd(9, '0')));
  };
  return items.toSorted((a, b) => distance(a) - distance(b));
}
