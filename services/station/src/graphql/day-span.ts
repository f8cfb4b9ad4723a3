import type { CalendarDate } from '@qianshou/kernel';
import type { DaySpan } from '../application/reference-ports.ts';

/** A span of days as the graph gives it; an end left out is open. */
export function daysFrom({
  from,
  to,
}: {
  readonly from?: CalendarDate | null | undefined;
  readonly to?: CalendarDate | null | undefined;
}): DaySpan {
  return { from: from ?? null, to: to ?? null };
}
