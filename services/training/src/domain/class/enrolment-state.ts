import type { CalendarDate, Recorded, RegionCode, Struck } from '@qianshou/kernel';
import type { Concern, EnrolmentSource } from './applicant.ts';
import type {
  AgencyId,
  CertificateId,
  ClassId,
  EnrolmentId,
  PostingId,
  ProgrammeId,
  SessionId,
  WorkerId,
} from '../ids.ts';
import type { TrainingKind } from '../programme/programme.ts';

export interface EnrolmentFacts {
  readonly id: EnrolmentId;
  readonly version: number;
  readonly classId: ClassId;
  readonly kind: TrainingKind;
  /** Of the class, as it was when the place was made: in their figures it counts. Absent in records of before. */
  readonly programmeId?: ProgrammeId | null;
  readonly year?: number | null;
  readonly workerId: WorkerId;
  readonly postingId: PostingId | null;
  readonly source: EnrolmentSource;
  /** The worker's county: what they attend counts there, wherever the class is held. */
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  readonly organiserAgencyId: AgencyId | null;
  /** Whose class the need waited for, null for any of its county; absent in records of before: the organiser's. */
  readonly needAgencyId?: AgencyId | null;
  readonly certifiedLocal: boolean;
  readonly deadline: CalendarDate | null;
  readonly concerns: readonly Concern[];
  /** Since when they wait: with `certifiedLocal` it orders the waiting list (TRA-7). */
  readonly waitingSince: Date;
  /** When the class was offered; null where the worker came without an offer, and in records of before. */
  readonly offeredAt: Date | null;
  /** TRA-7: an offer that was not answered by then lapses. Absent in records of before: a week after it was made. */
  readonly offerExpiresAt?: Date | null;
  readonly attendedHours: number | null;
  readonly score: number | null;
  /** Session by session; absent in records of before, and where only sums were recorded. */
  readonly sessions?: readonly SessionAttendance[];
  /** TRA-3: once at most. */
  readonly makeUp?: {
    readonly on: CalendarDate;
    readonly score: number;
    readonly scoreBefore: number | null;
  } | null;
  /** What stood before a correction, and what was struck: kept to be read, counted no more. */
  readonly resultCorrections?: readonly ResultBefore[];
  readonly struckResults?: readonly ResultBefore[];
  /** Who recorded the result. Absent in records of before. */
  readonly resultRecorded?: Recorded | null;
}

export interface SessionAttendance {
  readonly sessionId: SessionId;
  readonly presence: 'PRESENT' | 'EXCUSED' | 'ABSENT';
  readonly hours: number;
}

/** A result that does not hold any more, with the day and the reason why. */
export interface ResultBefore extends Struck {
  readonly result: AssessedStatus;
  readonly attendedHours: number | null;
  readonly score: number | null;
  readonly assessedOn: CalendarDate;
}

export type AssessedStatus = 'PASSED' | 'FAILED' | 'ABSENT';

/** A place that may still lead to something. */
export const LIVE = ['OFFERED', 'WAITING', 'SEATED'] as const;

export type LiveStatus = (typeof LIVE)[number];

export type OfferedEnrolment = EnrolmentFacts & { readonly status: 'OFFERED' };
export type WaitingEnrolment = EnrolmentFacts & { readonly status: 'WAITING' };
export type SeatedEnrolment = EnrolmentFacts & { readonly status: 'SEATED'; readonly seatedAt: Date };
export type PassedEnrolment = EnrolmentFacts & {
  readonly status: 'PASSED';
  readonly seatedAt: Date;
  readonly assessedOn: CalendarDate;
  readonly certificateId: CertificateId;
};
export type FailedEnrolment = EnrolmentFacts & {
  readonly status: 'FAILED' | 'ABSENT';
  readonly seatedAt: Date;
  readonly assessedOn: CalendarDate;
};
export type EndedEnrolment = EnrolmentFacts & {
  /** WITHDRAWN by decision of the worker's side, LAPSED because the class went on without them, INTERRUPTED with it. */
  readonly status: 'WITHDRAWN' | 'LAPSED' | 'INTERRUPTED';
  readonly endedAt: Date;
  readonly previous: LiveStatus;
};

export type LiveEnrolment = OfferedEnrolment | WaitingEnrolment | SeatedEnrolment;
export type Enrolment = LiveEnrolment | PassedEnrolment | FailedEnrolment | EndedEnrolment;
export type EnrolmentStatus = Enrolment['status'];

export type EnrolmentEvent =
  | { readonly type: 'enrolment.offered' }
  | { readonly type: 'enrolment.enrolled'; readonly waiting: boolean }
  | { readonly type: 'enrolment.seatGranted' }
  | { readonly type: 'enrolment.attendanceRecorded'; readonly attendedHours: number }
  | {
      readonly type: 'enrolment.passed';
      readonly hours: number;
      readonly certificateNo: string;
      readonly passedOn: CalendarDate;
    }
  | { readonly type: 'enrolment.failed'; readonly result: 'FAILED' | 'ABSENT' }
  | { readonly type: 'enrolment.withdrawn'; readonly previous: LiveStatus }
  | { readonly type: 'enrolment.lapsed'; readonly previous: LiveStatus; readonly cause: LapseCause }
  | { readonly type: 'enrolment.interrupted'; readonly attendedHours: number }
  | { readonly type: 'enrolment.resultStruck'; readonly before: AssessedStatus }
  | {
      readonly type: 'enrolment.resultCorrected';
      readonly before: { readonly result: AssessedStatus; readonly hours: number };
      readonly result: AssessedStatus;
      readonly hours: number;
    }
  | { readonly type: 'enrolment.makeUpHeld'; readonly outcome: 'PASSED' | 'FAILED' };

/** Why a place ended by itself: whoever held it is told. */
export type LapseCause = 'CLASS_BEGAN' | 'CLASS_CANCELLED' | 'CLASS_MOVED' | 'OFFER_EXPIRED' | 'NOT_NEEDED';
