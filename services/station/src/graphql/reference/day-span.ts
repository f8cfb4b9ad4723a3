import type { CalendarDate } from '@qianshou/kernel';
import type { DaySpan } from '../../application/reference/ports.ts';

/** A range of days as the graph gives it; an end left out is open. */
export function daysFrom(
  range:
    | { readonly gte?: CalendarDate | null | undefined; readonly lte?: CalendarDate | null | undefined }
    | null
    | undefined,
): DaySpan {
  return { from: range?.gte ?? null, to: range?.lte ?? null };
}
