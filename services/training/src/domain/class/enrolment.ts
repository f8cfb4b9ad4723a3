import { type CalendarDate, type Change, isWithin, type RegionCode } from '@qianshou/kernel';
import type { Applicant, Concern, EnrolmentSource } from './applicant.ts';
import {
  classListFull,
  enrolmentExists,
  enrolmentNotOffered,
  enrolmentOfferExpired,
  enrolmentNotWithdrawable,
  enrolmentOutsideClassRegion,
} from '../errors.ts';
import type { AgencyId, CertificateId, ClassId, EnrolmentId, PostingId, WorkerId } from '../ids.ts';
import { isOfferExpired, offerExpiry } from './offer-expiry.ts';
import type { TrainingKind } from '../programme/programme.ts';
import { MOST_ON_LIST, requireOpen, type Tally, type TrainingClass } from './training-class.ts';

interface EnrolmentFacts {
  readonly id: EnrolmentId;
  readonly version: number;
  readonly classId: ClassId;
  readonly kind: TrainingKind;
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
}

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
  /** WITHDRAWN by decision of the worker's side, LAPSED because the class went on without them. */
  readonly status: 'WITHDRAWN' | 'LAPSED';
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
  | { readonly type: 'enrolment.lapsed'; readonly previous: LiveStatus };

/** Who is on a class's list, counted while the class is held. */
export type Roll = Pick<Tally, 'offered' | 'waiting' | 'seated'>;

export interface Place {
  readonly id: EnrolmentId;
  readonly at: Date;
}

/** TRA-7: a seat while there is one, a place on the waiting list after that. */
export function enrol(
  group: TrainingClass,
  applicant: Applicant,
  roll: Roll,
  place: Place,
): Change<SeatedEnrolment | WaitingEnrolment, EnrolmentEvent> {
  const facts = listed(group, applicant, roll, place);
  const waiting = !hasSeat(group, roll);
  return {
    state: waiting ? { ...facts, status: 'WAITING' } : { ...facts, status: 'SEATED', seatedAt: place.at },
    events: [{ type: 'enrolment.enrolled', waiting }],
  };
}

/** An offer takes no seat: that happens when it is accepted. */
export function offer(
  group: TrainingClass,
  applicant: Applicant,
  roll: Roll,
  place: Place,
): Change<OfferedEnrolment, EnrolmentEvent> {
  const facts = listed(group, applicant, roll, place);
  return {
    state: { ...facts, offeredAt: place.at, offerExpiresAt: offerExpiry(group, place.at), status: 'OFFERED' },
    events: [{ type: 'enrolment.offered' }],
  };
}

export function acceptOffer(
  enrolment: Enrolment,
  group: TrainingClass,
  roll: Roll,
  at: Date,
): Change<SeatedEnrolment | WaitingEnrolment, EnrolmentEvent> {
  if (enrolment.status !== 'OFFERED') throw enrolmentNotOffered({ status: enrolment.status });
  if (isOfferExpired(enrolment, at)) throw enrolmentOfferExpired();
  requireOpen(group);
  const waiting = !hasSeat(group, roll);
  const facts = { ...enrolment, waitingSince: at };
  return {
    state: waiting ? { ...facts, status: 'WAITING' } : { ...facts, status: 'SEATED', seatedAt: at },
    events: [{ type: 'enrolment.enrolled', waiting }],
  };
}

/** TRA-7: certified locals first, then who has waited longest; the id decides between equals. */
export function byPriority(
  a: Pick<WaitingEnrolment, 'certifiedLocal' | 'waitingSince' | 'id'>,
  b: Pick<WaitingEnrolment, 'certifiedLocal' | 'waitingSince' | 'id'>,
): number {
  if (a.certifiedLocal !== b.certifiedLocal) return a.certifiedLocal ? -1 : 1;
  const waited = a.waitingSince.getTime() - b.waitingSince.getTime();
  return waited === 0 ? compareText(a.id, b.id) : waited;
}

export function grantSeat(enrolment: WaitingEnrolment, at: Date): Change<SeatedEnrolment, EnrolmentEvent> {
  return {
    state: { ...enrolment, status: 'SEATED', seatedAt: at },
    events: [{ type: 'enrolment.seatGranted' }],
  };
}

export function withdraw(enrolment: Enrolment, at: Date): Change<EndedEnrolment, EnrolmentEvent> {
  if (!isLive(enrolment)) throw enrolmentNotWithdrawable({ status: enrolment.status });
  return {
    state: { ...enrolment, status: 'WITHDRAWN', endedAt: at, previous: enrolment.status },
    events: [{ type: 'enrolment.withdrawn', previous: enrolment.status }],
  };
}

/** The class began or was cancelled without them. */
export function lapse(enrolment: LiveEnrolment, at: Date): Change<EndedEnrolment, EnrolmentEvent> {
  return {
    state: { ...enrolment, status: 'LAPSED', endedAt: at, previous: enrolment.status },
    events: [{ type: 'enrolment.lapsed', previous: enrolment.status }],
  };
}

export function isLive(enrolment: Enrolment): enrolment is LiveEnrolment {
  return LIVE.some((status) => status === enrolment.status);
}

export function isListFull(roll: Roll): boolean {
  return roll.seated + roll.waiting + roll.offered >= MOST_ON_LIST;
}

const COUNTED = { OFFERED: 'offered', WAITING: 'waiting', SEATED: 'seated' } as const;

/** The roll with one more on it. */
export function counting(roll: Roll, { status }: LiveEnrolment): Roll {
  const field = COUNTED[status];
  return { ...roll, [field]: roll[field] + 1 };
}

/** Nobody more gets a seat at once: whoever comes now waits. */
export function isSeatless(roll: Roll, group: TrainingClass): boolean {
  return isListFull(roll) || !hasSeat(group, roll);
}

function hasSeat(group: TrainingClass, roll: Roll): boolean {
  return roll.seated < group.capacity;
}

function listed(group: TrainingClass, applicant: Applicant, roll: Roll, { id }: Place): EnrolmentFacts {
  const open = requireOpen(group);
  const { countyCode } = applicant;
  if (!isWithin(countyCode, open.regionCode)) {
    throw enrolmentOutsideClassRegion({ regionCode: open.regionCode, countyCode });
  }
  if (isListFull(roll)) throw classListFull({ most: MOST_ON_LIST });
  return {
    ...applicant,
    id,
    version: 0,
    classId: open.id,
    kind: open.kind,
    organiserAgencyId: open.organiserAgencyId,
    offeredAt: null,
    offerExpiresAt: null,
    attendedHours: null,
    score: null,
  };
}

export function requireAbsent(already: Enrolment | null): void {
  if (already !== null) throw enrolmentExists({ workerId: already.workerId, enrolmentId: already.id });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
