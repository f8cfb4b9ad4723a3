import { addDays, type CalendarDate, daysBetween } from '@qianshou/kernel';

/** `warnedAt` is how many days before the last day on which it is met the last warning was given, or was to be given. */
interface Warned {
  readonly dueOn: CalendarDate;
  readonly warnedAt: number | null;
}

/**
 * The warning that is due and not given yet, of those that are given so many days before, the widest first. After a
 * pause only the tightest is given: the wider ones would say less than it does.
 */
export function tightestWarning(
  before: readonly number[],
  { dueOn, warnedAt }: Warned,
  today: CalendarDate,
): number | null {
  const left = daysBetween(today, dueOn);
  const reached = before.findLast((days) => left <= days);
  if (left < 0 || reached === undefined) return null;
  return warnedAt === null || reached < warnedAt ? reached : null;
}

/** The next day on which there is something to say: a warning, or the day after the last. */
export function nextWarning(before: readonly number[], { dueOn, warnedAt }: Warned): CalendarDate {
  const next = before.find((days) => warnedAt === null || days < warnedAt);
  return addDays(dueOn, next === undefined ? 1 : -next);
}
