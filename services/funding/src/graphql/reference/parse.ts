import { badInput, type RegionCode } from '@qianshou/kernel';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** A budget year; what lies outside can only be a slip. */
export function yearOf(raw: number, field = 'year'): number {
  if (raw >= FIRST_YEAR && raw <= LAST_YEAR) return raw;
  throw badInput({
    field,
    reason: {
      en: `expected a year from ${FIRST_YEAR} to ${LAST_YEAR}`,
      zh: `应为 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间的年份`,
    },
  });
}

interface PlaceWhere {
  readonly regionCode?: { readonly within: RegionCode } | null | undefined;
  readonly year?: { readonly eq: number } | null | undefined;
}

/** The part that every list's filter has. */
export function placeOf(where: PlaceWhere | null | undefined): {
  within: RegionCode | null;
  year: number | null;
} {
  return { within: where?.regionCode?.within ?? null, year: where?.year?.eq ?? null };
}
