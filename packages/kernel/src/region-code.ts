import type { Brand } from './brand.ts';
import { badInput } from './errors.ts';

/**
 * An administrative division code (GB/T 2260 and NBS): `000000` the nation, 6 digits down to the county,
 * 9 digits for a township-level unit. Hierarchical: 2 province, 4 prefecture, 6 county, 9 township digits.
 */
export type RegionCode = Brand<string, 'RegionCode'>;

export type RegionLevel = 'NATION' | 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP_UNIT';

export const NATION = '000000' as RegionCode;

/** First two digits that GB/T 2260 assigns. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);

export function isRegionCode(raw: string): boolean {
  if (raw === NATION) return true;
  return /^(\d{6}|\d{9})$/.test(raw) && PROVINCES.has(raw.slice(0, 2));
}

export function regionCode(raw: string, field = 'regionCode'): RegionCode {
  if (!isRegionCode(raw)) {
    throw badInput({
      field,
      reason: {
        en: 'expected 6 digits (to the county) or 9 digits (township unit) of GB/T 2260',
        zh: '应为 GB/T 2260 的 6 位（至县级）或 9 位（乡镇级）区划代码',
      },
    });
  }
  return raw as RegionCode;
}

export function levelOf(code: RegionCode): RegionLevel {
  if (code === NATION) return 'NATION';
  if (code.length === 9) return 'TOWNSHIP_UNIT';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
}

/**
 * Prefectures without counties (不设区县的地级市) and the code under which their towns hang in the division codes:
 * Dongguan, Zhongshan and Danzhou are their own county, Jiayuguan has one code below it for all of its towns.
 */
export const COUNTIES_IN_PLACE: ReadonlyMap<string, string> = new Map([
  ['441900', '441900'],
  ['442000', '442000'],
  ['460400', '460400'],
  ['620200', '620201'],
]);

/** The code that stands for the county of a prefecture without counties; every other code stands for itself. */
export function standsForCounty(code: RegionCode): RegionCode {
  return (COUNTIES_IN_PLACE.get(code) ?? code) as RegionCode;
}

/** Whether a region is led like a county: a county, or a prefecture that has none. */
export function isCounty(code: RegionCode): boolean {
  return levelOf(code) === 'COUNTY' || COUNTIES_IN_PLACE.has(code);
}

const DIGITS = { NATION: 0, PROVINCE: 2, PREFECTURE: 4, COUNTY: 6, TOWNSHIP_UNIT: 9 } as const;

/** The significant digits: what every code below this one starts with. The nation's is empty. */
export function regionPrefix(code: RegionCode): string {
  return code.slice(0, DIGITS[levelOf(code)]);
}

export function isWithin(code: RegionCode, outer: RegionCode): boolean {
  return code.startsWith(regionPrefix(outer)) || outer === NATION;
}

export function provinceOf(code: RegionCode): RegionCode {
  return `${code.slice(0, 2)}0000` as RegionCode;
}

/** The prefecture that a code below a province lies in, by its digits. */
export function prefectureOf(code: RegionCode): RegionCode {
  return `${code.slice(0, 4)}00` as RegionCode;
}

/** The six-digit code of the county that a township unit or county lies in. */
export function countyOf(code: RegionCode): RegionCode {
  return code.slice(0, 6) as RegionCode;
}

/** The code itself and everything above it, nation last: where a figure of this region counts. */
export function lineage(code: RegionCode): readonly RegionCode[] {
  if (code === NATION) return [NATION];
  const above = [provinceOf(code), prefectureOf(code), countyOf(code), code].toReversed();
  return [...new Set([...above, NATION])] as RegionCode[];
}
