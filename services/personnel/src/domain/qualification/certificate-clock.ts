import {
  addYears,
  type CalendarDate,
  daysBetween,
  DEFAULT_CERTIFICATE_GAP_DAYS,
  DEFAULT_CERTIFICATE_WARNING_DAYS,
  laterOf,
} from '@qianshou/kernel';
import { nextWarning, tightestWarning } from '../clock/warnings.ts';
import type { StaffingPolicy } from '../reference/workplace.ts';
import { type ExamCalendar, lastUsefulExam } from '../worker/exam-calendar.ts';

/** The two years of PER-8. `warnedAt` is the threshold of the last warning, in days before the deadline. */
export interface CertificateClock {
  readonly startedOn: CalendarDate;
  readonly deadline: CalendarDate;
  readonly warnedAt: number | null;
  /** The day of that warning: no threshold that lay behind then warns again, whatever thresholds came since. */
  readonly warnedOn?: CalendarDate | null;
  /** The exam whose sign-up was warned of; absent in rows of before. */
  readonly examWarned?: number | null;
  /** PER-10: until when the bureau made an exception; another policy does not take it back. */
  readonly extendedTo?: CalendarDate | null;
}

/** PER-9: from the later of duty and eligibility; who is not eligible yet has no running clock. */
export function startClock(
  dutySince: CalendarDate,
  eligibleFrom: CalendarDate,
  certificateYears: number,
): CertificateClock {
  const startedOn = laterOf(dutySince, eligibleFrom);
  return { startedOn, deadline: addYears(startedOn, certificateYears), warnedAt: null };
}

/** What the bureau made of a clock that had run out (PER-10); nothing of most. */
export type ClockException = Pick<CertificateClock, 'extendedTo'>;

export function exceptionOf(clock: CertificateClock | null): ClockException {
  const { extendedTo = null } = clock ?? {};
  return extendedTo === null ? {} : { extendedTo };
}

/** PER-8, or the day of the bureau's exception where that is later (PER-10). */
export function deadlineOf(
  startedOn: CalendarDate,
  certificateYears: number,
  { extendedTo = null }: ClockException,
): CalendarDate {
  const counted = addYears(startedOn, certificateYears);
  return laterOf(counted, extendedTo ?? counted);
}

/** PER-10: the deadline that passed on an earlier post without the certificate; null where none did. */
export function overdueSince(held: readonly HeldBefore[], today: CalendarDate): CalendarDate | null {
  const passed = held.flatMap(({ clock }) =>
    clock !== null && isOverdue(clock, today) ? [clock.deadline] : [],
  );
  return passed.toSorted().at(-1) ?? null;
}

interface HeldBefore {
  readonly clock: CertificateClock | null;
  readonly endedOn: CalendarDate | null;
}

/**
 * The clock is the person's within a county: re-posting and transfer carry it over. Of several posts the one that
 * ended last counts.
 */
export function carriedClock(
  held: readonly HeldBefore[],
  startedOn: CalendarDate,
  longestGapDays = DEFAULT_CERTIFICATE_GAP_DAYS,
): CertificateClock | null {
  const recent = held
    .filter(({ endedOn }) => endedOn !== null && daysBetween(endedOn, startedOn) <= longestGapDays)
    .toSorted((a, b) => ((a.endedOn ?? '') < (b.endedOn ?? '') ? 1 : -1));
  return recent[0]?.clock ?? null;
}

/** PER-9: what a county decided about warnings; without any, ours. */
export type WarningRule = Pick<StaffingPolicy, 'certificateWarningDays'>;

export function warningDue(
  clock: CertificateClock,
  { certificateWarningDays = DEFAULT_CERTIFICATE_WARNING_DAYS }: WarningRule,
  today: CalendarDate,
): number | null {
  return tightestWarning(certificateWarningDays, saidOf(clock), today);
}

/** Told late, a warning stands for every threshold that lay behind on its day. Rows of before know the threshold alone. */
function saidOf({ deadline: dueOn, warnedAt, warnedOn = null }: CertificateClock) {
  if (warnedAt === null || warnedOn === null) return { dueOn, warnedAt };
  return { dueOn, warnedAt: daysBetween(warnedOn, dueOn) };
}

export function isOverdue({ deadline }: CertificateClock, today: CalendarDate): boolean {
  return today > deadline;
}

/** The next day on which this clock has something to say: a warning, or the day after the deadline. */
export function nextReview(
  clock: CertificateClock,
  { certificateWarningDays = DEFAULT_CERTIFICATE_WARNING_DAYS }: WarningRule,
): CalendarDate {
  return nextWarning(certificateWarningDays, saidOf(clock));
}

/**
 * The sign-up of the last exam that can still be in time, open today and not warned of yet; also one that passed while
 * the job stood still, for which it had meant to look again (`awaited`).
 */
export function signUpDue(
  { deadline, examWarned = null }: CertificateClock,
  today: CalendarDate,
  awaited: CalendarDate | null,
): ExamCalendar | null {
  const exam = lastUsefulExam(deadline);
  const { signUpFrom, signUpTo, examYear } = exam;
  if (examWarned === examYear || signUpFrom > today) return null;
  return today <= signUpTo || awaited === signUpFrom ? exam : null;
}

/** As `nextReview`, and the day on which that sign-up opens, where it lies ahead. */
export function nextReviewAfter(
  clock: CertificateClock,
  rule: WarningRule,
  today: CalendarDate,
): CalendarDate {
  const next = nextReview(clock, rule);
  const { signUpFrom } = lastUsefulExam(clock.deadline);
  return signUpFrom > today && signUpFrom < next ? signUpFrom : next;
}
