import { type OrderBy, trusted } from '@qianshou/service-kit/mongo';
import { NATION, type RegionCode } from '@qianshou/kernel';
import type { DayOrder, DaySpan } from '../../application/reference/ports.ts';

/** Newest or oldest first by a day of the record. */
export function byDay(path: string, direction: DayOrder): readonly OrderBy[] {
  return [{ path, direction }];
}

/** Records name every region they lie in, so that one index on it serves each level and keeps the order of days. */
export function inRegion(code: RegionCode | null): Record<string, unknown> {
  return code === null || code === NATION ? {} : { regions: code };
}

/** What never happened lies in no span of days. */
export function inDays(path: string, { from, to }: DaySpan): Record<string, unknown> {
  if (from === null && to === null) return {};
  return { [path]: trusted({ $gte: from ?? '', ...(to === null ? {} : { $lte: to }) }) };
}
