import type { Brand } from './brand.ts';
import { badInput } from './errors.ts';

/** A calendar day in China (Asia/Shanghai), `YYYY-MM-DD`. Compares as a string. */
export type CalendarDate = Brand<string, 'CalendarDate'>;

const FIRST = '1900-01-01';
const LAST = '2100-12-31';
const NO_DAY = {
  en: `expected a day as YYYY-MM-DD between ${FIRST} and ${LAST}`,
  zh: `应为 ${FIRST} 至 ${LAST} 之间的日期,格式 YYYY-MM-DD`,
};
const DAY = 86_400_000;
/** China keeps one offset all year since 1992. */
const CHINA_OFFSET = 8 * 3_600_000;

export function calendarDate(raw: string, field = 'date'): CalendarDate {
  const ok = /^\d{4}-\d{2}-\d{2}$/.test(raw) && raw >= FIRST && raw <= LAST && toIso(Date.parse(raw)) === raw;
  if (!ok) throw badInput({ field, reason: NO_DAY });
  return raw as CalendarDate;
}

/** The day that it is in China at that moment. */
export function chinaDay(at: Date): CalendarDate {
  return toIso(at.getTime() + CHINA_OFFSET) as CalendarDate;
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return toIso(Date.parse(day) + days * DAY) as CalendarDate;
}

/** Adds months and keeps the day of the month; a day that the month lacks becomes its last (31 Jan + 1 = 28 Feb). */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return toIso(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, lastOfMonth))) as CalendarDate;
}

export function addYears(day: CalendarDate, years: number): CalendarDate {
  return addMonths(day, years * 12);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

function toIso(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : '';
}
