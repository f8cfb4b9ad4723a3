import type { CalendarDate, RegionCode, Versioned } from '@qianshou/kernel';
import type { AgencyId, ClocksId, QualificationId, WorkerId } from '../ids.ts';
import type { RegistrationStanding } from '../registration/registration-period.ts';
import { nextWarning, tightestWarning } from './warnings.ts';

/** What of a person runs out beside the certificate of a post (PER-8). */
export const PERSON_CLOCK_KINDS = ['FIRST_REGISTRATION', 'REGISTRATION', 'CE_HOURS', 'SENIOR_PROOF'] as const;

export type PersonClockKind = (typeof PERSON_CLOCK_KINDS)[number];

/** Something that is due of a person: what about, since when, by when. */
export interface Due {
  readonly kind: PersonClockKind;
  /** The certificate, registration or exam attempt that it is about. */
  readonly subjectId: string;
  readonly startedOn: CalendarDate;
  /** The last day on which it is met. */
  readonly dueOn: CalendarDate;
  readonly qualificationId: QualificationId | null;
  /** Hours of continuing education that are missing; null where none are asked for. */
  readonly hoursMissing: number | null;
}

export type ClockStanding = 'RUNNING' | 'NEAR' | 'OVERDUE';

export interface PersonClock extends Due {
  readonly standing: ClockStanding;
  /** The tightest warning given so far, in days before the end. */
  readonly warnedAt: number | null;
}

export type RegistrationStatus = RegistrationStanding['status'];

/** The clocks of a person: they go on whatever post the person has, and wherever. */
export interface PersonClocks extends Versioned {
  readonly id: ClocksId;
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  readonly registration: RegistrationStatus;
  readonly clocks: readonly PersonClock[];
  /** The last day up to which they were brought: days that come again change nothing. */
  readonly asOf: CalendarDate;
  /** The first day on which something changes by itself; null where nothing does. */
  readonly reviewFrom: CalendarDate | null;
}

/** Days before the end on which a warning is given, the widest first. */
export const WARNING_DAYS: Readonly<Record<PersonClockKind, readonly number[]>> = {
  FIRST_REGISTRATION: [90, 30],
  // With the day from which it is registered anew.
  REGISTRATION: [90, 30],
  // An exam of training hours takes longer than a form.
  CE_HOURS: [365, 180, 90],
  // The review of the senior level is held once a year.
  SENIOR_PROOF: [365, 180, 90],
};

export function warningDue(clock: PersonClock, today: CalendarDate): number | null {
  return tightestWarning(WARNING_DAYS[clock.kind], clock, today);
}

/** The next day on which this clock says something; null once it has run out. */
export function nextReview(clock: PersonClock): CalendarDate | null {
  return clock.standing === 'OVERDUE' ? null : nextWarning(WARNING_DAYS[clock.kind], clock);
}

export function sameClock(one: Due, other: Due): boolean {
  return one.kind === other.kind && one.subjectId === other.subjectId;
}
