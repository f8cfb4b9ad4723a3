import { badInput, type RegionCode } from '@qianshou/kernel';
import type { RecordOrigin } from '../../domain/reference/history.ts';

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
  readonly origin?: { readonly eq: RecordOrigin } | null | undefined;
}

/** The part that every list's filter has. */
export function placeOf(where: PlaceWhere | null | undefined): {
  within: RegionCode | null;
  year: number | null;
  origin: RecordOrigin | null;
} {
  const { regionCode, year, origin } = where ?? {};
  return { within: regionCode?.within ?? null, ...eqOf({ year, origin }) };
}

interface Equals<Value> {
  readonly eq: Value;
}

function eqOf({ year, origin }: Pick<PlaceWhere, 'year' | 'origin'>) {
  return { year: valueOf(year), origin: valueOf(origin) };
}

function valueOf<Value>(asked: Equals<Value> | null | undefined): Value | null {
  return asked?.eq ?? null;
}
