import { type CalendarDate, yearOf } from '@qianshou/kernel';
import { budgetYearTooFar } from './errors.ts';

/** As far as three years ahead are planned at once (中期财政规划); beyond that a year is a slip of the pen. */
const YEARS_AHEAD = 3;

export function refuseFarYear(year: number, day: CalendarDate): void {
  const latest = yearOf(day) + YEARS_AHEAD;
  if (year > latest) throw budgetYearTooFar({ year, latest });
}
