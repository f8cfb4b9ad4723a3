import type { DayRange } from '../../application/class/ports.ts';
import type { DayRangeFilter } from '../generated/resolvers.ts';

export function daysOf(range: DayRangeFilter | null | undefined): DayRange {
  return { from: range?.gte ?? null, to: range?.lte ?? null };
}
