import { addYears, type CalendarDate } from './calendar-date.ts';
import { badInput } from './errors.ts';

/**
 * What a day is said of. Work of the programme and of stations lies in this century; what belongs to a life, or to an
 * organisation of before, reaches back to the founding of the registers.
 */
export type DayKind = 'WORK' | 'HISTORY';

const EARLIEST: Readonly<Record<DayKind, string>> = { WORK: '2000-01-01', HISTORY: '1949-10-01' };

/** Refuses a day that nobody would write of such a thing: a slip of the pen that would count for ever. */
export function plausibleDay(day: CalendarDate, field: string, kind: DayKind): CalendarDate {
  const earliest = EARLIEST[kind];
  if (day >= earliest) return day;
  throw badInput({
    field,
    reason: {
      en: `${day} lies before ${earliest}, which no such record reaches back to`,
      zh: `${day} 早于 ${earliest}，不可能是该事项的日期`,
    },
  });
}

/** How far ahead something may be planned: further, and it is a slip of the pen. */
export function notFarAhead(
  day: CalendarDate,
  field: string,
  { from, years }: { readonly from: CalendarDate; readonly years: number },
): CalendarDate {
  const latest = addYears(from, years);
  if (day <= latest) return day;
  throw badInput({
    field,
    reason: {
      en: `more than ${years} years ahead: ${latest} is the last day that can be named`,
      zh: `超出 ${years} 年：最晚可填写 ${latest}`,
    },
  });
}
