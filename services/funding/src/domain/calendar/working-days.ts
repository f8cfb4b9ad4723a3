import { addDays, type CalendarDate, yearOf } from '@qianshou/kernel';
import { HOLIDAY_NOTICES, type HolidayNotice } from './holiday-notices.ts';

/** A day by which something is to be done, counted in working days. */
export interface WorkingDeadline {
  readonly day: CalendarDate;
  /** Years on the way whose notice is not known: of them weekends alone were left out, and the day may move. */
  readonly assumedYears: readonly number[];
}

export function noticeOf(year: number): HolidayNotice | null {
  return HOLIDAY_NOTICES.find((each) => each.year === year) ?? null;
}

/** Of a year without a notice only weekends are known. */
export function isWorkingDay(day: CalendarDate): boolean {
  const notice = noticeOf(yearOf(day));
  if (notice?.makeUpDays.includes(day) === true) return true;
  return notice?.holidays.includes(day) !== true && !isWeekend(day);
}

/** So many working days after that day, which itself does not count. */
export function addWorkingDays(from: CalendarDate, count: number): WorkingDeadline {
  let day = from;
  const assumed = new Set<number>();
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (noticeOf(yearOf(day)) === null) assumed.add(yearOf(day));
    if (isWorkingDay(day)) left -= 1;
  }
  return { day, assumedYears: [...assumed] };
}

function isWeekend(day: CalendarDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
