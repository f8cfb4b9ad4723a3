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

export function valueOf<Value>(asked: Equals<Value> | null | undefined): Value | null {
  return asked?.eq ?? null;
}

interface Range<Value> {
  readonly gte?: Value | null | undefined;
  readonly lte?: Value | null | undefined;
}

/** Both ends as they are asked for; null where nobody asked. */
export function rangeOf<Value>(range: Range<Value> | null | undefined) {
  return { from: range?.gte ?? null, to: range?.lte ?? null };
}

export function anyOf<Value>(asked: { readonly in: Value[] } | null | undefined): Value[] | null {
  return asked?.in ?? null;
}

/** By what a list is ordered; by its place where nobody says. */
export function fieldOf<Field extends string>(
  orderBy: readonly { readonly field: Field }[] | null | undefined,
): Field | 'COUNTY_CODE' {
  return orderBy?.[0]?.field ?? 'COUNTY_CODE';
}
