import { addDays, type CalendarDate, daysBetween } from '@qianshou/kernel';

/** `warnedAt` is the tightest warning given so far, in days before the last day on which it is met. */
interface Warned<Days extends number> {
  readonly dueOn: CalendarDate;
  readonly warnedAt: Days | null;
}

/**
 * The warning that is due and not given yet, of those that are given so many days before, the widest first. After a
 * pause only the tightest is given: the wider ones would say less than it does.
 */
export function tightestWarning<Days extends number>(
  before: readonly Days[],
  { dueOn, warnedAt }: Warned<Days>,
  today: CalendarDate,
): Days | null {
  const left = daysBetween(today, dueOn);
  const reached = before.findLast((days) => left <= days);
  if (left < 0 || reached === undefined) return null;
  return warnedAt === null || reached < warnedAt ? reached : null;
}

/** The next day on which there is something to say: a warning, or the day after the last. */
export function nextWarning<Days extends number>(
  before: readonly Days[],
  { dueOn, warnedAt }: Warned<Days>,
): CalendarDate {
  const next = before.find((days) => warnedAt === null || days < warnedAt);
  return addDays(dueOn, next === undefined ? 1 : -next);
}
