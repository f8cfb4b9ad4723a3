import type { CalendarDate } from '@qianshou/kernel';
import { examCalendarOf } from './exam-calendar.ts';

/** A year whose notice is not known here: the last day of the year before, as in the years that are known. */
export function cutOffOf(examYear: number): CalendarDate {
  return examCalendarOf(examYear).cutOff;
}

/** Null: nothing is known of this year yet, and its cut-off day is assumed. */
export function cutOffSourceOf(examYear: number): string | null {
  return examCalendarOf(examYear).source;
}
