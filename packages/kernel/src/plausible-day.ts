import { addYears, type CalendarDate } from './calendar-date.ts';
import type { DayKind } from './day-kinds.ts';
import { badInput } from './errors.ts';

const EARLIEST: Readonly<Record<DayKind, string>> = {
  WORK: '2000-01-01',
  PLAN: '2000-01-01',
  HISTORY: '1949-10-01',
  BIRTH: '1900-01-01',
};

/** That a fact lies in the future its own decision says, with the day it was asked on. */
const LATEST_PLANNED = '2060-12-31';

/** Says no day: of a person, a refusal repeats nothing. */
const NO_BIRTH = {
  en: `expected a birth in ${EARLIEST.BIRTH.slice(0, 4)} or later`,
  zh: `应为 ${EARLIEST.BIRTH.slice(0, 4)} 年及以后出生`,
};

/** Refuses a day that nobody would write of such a thing: a slip of the pen that would count for ever. */
export function plausibleDay(day: CalendarDate, field: string, kind: DayKind): CalendarDate {
  const earliest = EARLIEST[kind];
  if (kind === 'BIRTH' && day < earliest) throw badInput({ field, reason: NO_BIRTH });
  if (day < earliest)
    throw badInput({
      field,
      reason: {
        en: `${day} lies before ${earliest}, which no such record reaches back to`,
        zh: `${day} 早于 ${earliest}，不可能是该事项的日期`,
      },
    });
  if (kind === 'PLAN' && day > LATEST_PLANNED)
    throw badInput({
      field,
      reason: {
        en: `${day} lies after ${LATEST_PLANNED}, which nothing is planned beyond`,
        zh: `${day} 晚于 ${LATEST_PLANNED}，不可能是该事项的计划日期`,
      },
    });
  return day;
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
