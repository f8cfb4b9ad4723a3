import { addDays, addMonths, addYears, type CalendarDate } from '@qianshou/kernel';
import type { QualificationLevel } from '../worker/levels.ts';
import { isHeld, type Qualification } from '../worker/qualification.ts';
import type { Registration } from '../worker/registration.ts';
import type { SocialWorker } from '../worker/social-worker.ts';

/** Domain 6.5. */
const PERIOD_YEARS = 3;
const RENEWAL_MONTHS = 3;
const FIRST_WITHIN_YEARS = 1;
const HOURS_OF_DEGREE = 90;
const HOURS_NEEDED: Readonly<Record<QualificationLevel, number>> = {
  ASSISTANT: 72,
  SOCIAL_WORKER: 90,
  SENIOR: 90,
};

/** Hours of a year, as training tells them; `days` says of which days as many as are known. */
export interface CreditedYear {
  readonly year: number;
  readonly hours: number;
  readonly days: readonly { readonly on: CalendarDate; readonly hours: number }[];
}

/** What the hours of a period are counted from. */
export type Studied = Pick<SocialWorker, 'degrees' | 'education' | 'qualifications' | 'registrations'>;

interface Span {
  readonly from: CalendarDate;
  /** The last day. */
  readonly until: CalendarDate;
}

/** Three years of a registration, and the hours of continuing education that fall into them; none is carried over. */
export interface RegistrationPeriod extends Span {
  readonly registration: Registration;
  readonly isFirst: boolean;
  readonly renewableFrom: CalendarDate;
  readonly renewed: boolean;
  readonly hoursNeeded: number;
  readonly hoursDone: number;
  readonly hoursMissing: number;
}

export type PeriodStatus = 'CURRENT' | 'RENEWAL_OPEN' | 'CE_SHORT' | 'RENEWED';

/** In the order of their days. */
export function periodsOf(
  worker: Studied,
  { id, level }: Pick<Qualification, 'id' | 'level'>,
  credited: readonly CreditedYear[],
  today: CalendarDate,
): readonly RegistrationPeriod[] {
  const registered = worker.registrations
    .filter(({ qualificationId, struck }) => qualificationId === id && struck === null)
    .toSorted((a, b) => (a.registeredOn < b.registeredOn ? -1 : 1));
  const spans = spansOf(registered);
  return registered.flatMap((registration, at) => {
    const span = spans[at];
    if (span === undefined) return [];
    const next = registered[at + 1];
    const hoursNeeded = HOURS_NEEDED[level];
    const hoursDone =
      hoursOf(span, spans, credited) + hoursOfDegrees(worker, span, today) + (next?.hoursElsewhere ?? 0);
    return {
      ...span,
      registration,
      isFirst: at === 0,
      renewableFrom: addMonths(addDays(span.until, 1), -RENEWAL_MONTHS),
      renewed: next !== undefined,
      hoursNeeded,
      hoursDone,
      hoursMissing: Math.max(hoursNeeded - hoursDone, 0),
    };
  });
}

/** A renewal in time goes on from the day after; a late one begins on its own day. */
function spansOf(registered: readonly Registration[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { registeredOn } of registered) {
    const before = spans.at(-1);
    const from =
      before !== undefined && registeredOn <= before.until ? addDays(before.until, 1) : registeredOn;
    spans.push({ from, until: addDays(addYears(from, PERIOD_YEARS), -1) });
  }
  return spans;
}

/** Hours of no known day are of the end of their year, or of the last period that reaches into it. */
function hoursOf(span: Span, spans: readonly Span[], credited: readonly CreditedYear[]): number {
  let sum = 0;
  for (const { year, hours, days } of credited) {
    let undated = hours;
    for (const day of days) {
      undated -= day.hours;
      if (lies(day.on, span)) sum += day.hours;
    }
    if (undated > 0 && spanOfYear(year, spans) === span) sum += undated;
  }
  return sum;
}

function spanOfYear(year: number, spans: readonly Span[]): Span | undefined {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`] as [CalendarDate, CalendarDate];
  return (
    spans.find((span) => lies(last, span)) ??
    spans.findLast(({ from, until }) => from <= last && until >= first)
  );
}

function lies(day: CalendarDate, { from, until }: Span): boolean {
  return from <= day && day <= until;
}

/** A degree in social work that was completed in the period counts once. */
function hoursOfDegrees({ education, degrees }: Studied, span: Span, today: CalendarDate): number {
  const studied = [education, ...degrees.filter(({ struck }) => struck === null)];
  const completed = studied.filter(
    ({ level, major, graduatedOn }) =>
      level !== 'HIGH_SCHOOL' && major === 'SOCIAL_WORK' && graduatedOn <= today && lies(graduatedOn, span),
  );
  return completed.length * HOURS_OF_DEGREE;
}

/** PER-12: overdue, or with hours missing once it could be renewed. */
export function statusOn(
  { renewed, until, renewableFrom, hoursMissing }: RegistrationPeriod,
  today: CalendarDate,
): PeriodStatus {
  if (renewed) return 'RENEWED';
  if (today > until) return 'CE_SHORT';
  if (today < renewableFrom) return 'CURRENT';
  return hoursMissing > 0 ? 'CE_SHORT' : 'RENEWAL_OPEN';
}

/** How a person stands by the highest certificate that they hold. */
export interface RegistrationStanding {
  readonly status: 'NOT_REQUIRED' | 'DUE' | 'CURRENT' | 'RENEWAL_OPEN' | 'CE_SHORT';
  readonly qualification: Qualification | null;
  /** The period that runs, or that ran out; null before the first. */
  readonly period: RegistrationPeriod | null;
  /** By when it is registered, or registered anew. */
  readonly dueOn: CalendarDate | null;
}

export function registrationStanding(
  worker: Studied,
  credited: readonly CreditedYear[],
  today: CalendarDate,
): RegistrationStanding {
  const qualification = highestHeld(worker.qualifications);
  if (qualification === null)
    return { status: 'NOT_REQUIRED', qualification: null, period: null, dueOn: null };
  const period = periodsOf(worker, qualification, credited, today).at(-1) ?? null;
  if (period === null) {
    const dueOn = addYears(qualification.obtainedOn, FIRST_WITHIN_YEARS);
    return { status: today > dueOn ? 'CE_SHORT' : 'DUE', qualification, period, dueOn };
  }
  const status = statusOn(period, today);
  // The last one is renewed by nothing.
  if (status === 'RENEWED') throw new Error('the last registration of a certificate has none after it');
  return { status, qualification, period, dueOn: period.until };
}

const RANK: Readonly<Record<QualificationLevel, number>> = { ASSISTANT: 1, SOCIAL_WORKER: 2, SENIOR: 3 };

function highestHeld(qualifications: readonly Qualification[]): Qualification | null {
  const [highest] = qualifications
    .filter(isHeld)
    .toSorted((a, b) => RANK[b.level] - RANK[a.level] || (a.obtainedOn < b.obtainedOn ? 1 : -1));
  return highest ?? null;
}
