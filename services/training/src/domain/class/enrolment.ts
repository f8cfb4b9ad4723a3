import { type Change, isWithin, yearOf } from '@qianshou/kernel';
import type { Applicant } from './applicant.ts';
import { classListFull } from './class-errors.ts';
import {
  enrolmentExists,
  enrolmentNotOffered,
  enrolmentOfferExpired,
  enrolmentNotWithdrawable,
  enrolmentOutsideClassRegion,
} from './errors.ts';
import type { EnrolmentId } from '../ids.ts';
import { isOfferExpired, offerExpiry } from './offer-expiry.ts';
import { mostOnList } from './class-limits.ts';
import { requireOpen } from './training-class.ts';
import type { Tally, TrainingClass } from './class-state.ts';
import {
  type EnrolmentFacts,
  LIVE,
  type LiveStatus,
  type OfferedEnrolment,
  type WaitingEnrolment,
  type SeatedEnrolment,
  type EndedEnrolment,
  type LiveEnrolment,
  type Enrolment,
  type EnrolmentEvent,
  type LapseCause,
} from './enrolment-state.ts';

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

const DISPLACED_FIRST: Readonly<Record<LiveStatus, number>> = { SEATED: 0, WAITING: 1, OFFERED: 2 };

/** Who had a seat in the class that is replaced goes before who waited for one or was only asked; then TRA-7. */
export function byDisplacement(a: Enrolment, b: Enrolment): number {
  const held = (place: Enrolment): number => ('previous' in place ? DISPLACED_FIRST[place.previous] : 0);
  return held(a) - held(b) || byPriority(a, b);
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

/** The class goes on, or not at all, without them. */
export function lapse(
  enrolment: LiveEnrolment,
  at: Date,
  cause: LapseCause,
): Change<EndedEnrolment, EnrolmentEvent> {
  return {
    state: { ...enrolment, status: 'LAPSED', endedAt: at, previous: enrolment.status },
    events: [{ type: 'enrolment.lapsed', previous: enrolment.status, cause }],
  };
}

/** TRA-3: no result and no failure; what was attended stays on record, and is credited with no pass (TRA-4). */
export function interrupt(enrolment: SeatedEnrolment, at: Date): Change<EndedEnrolment, EnrolmentEvent> {
  return {
    state: { ...enrolment, status: 'INTERRUPTED', endedAt: at, previous: 'SEATED' },
    events: [{ type: 'enrolment.interrupted', attendedHours: enrolment.attendedHours ?? 0 }],
  };
}

export function isLive(enrolment: Enrolment): enrolment is LiveEnrolment {
  return LIVE.some((status) => status === enrolment.status);
}

export function isListFull(roll: Roll, group: Pick<TrainingClass, 'capacity'>): boolean {
  return roll.seated + roll.waiting + roll.offered >= mostOnList(group);
}

const COUNTED = { OFFERED: 'offered', WAITING: 'waiting', SEATED: 'seated' } as const;

/** The roll with one more on it. */
export function counting(roll: Roll, { status }: LiveEnrolment): Roll {
  const field = COUNTED[status];
  return { ...roll, [field]: roll[field] + 1 };
}

/** Nobody more gets a seat at once: whoever comes now waits. */
export function isSeatless(roll: Roll, group: TrainingClass): boolean {
  return isListFull(roll, group) || !hasSeat(group, roll);
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
  if (isListFull(roll, open)) throw classListFull({ most: mostOnList(open) });
  return {
    ...applicant,
    id,
    version: 0,
    classId: open.id,
    kind: open.kind,
    programmeId: open.programmeId,
    year: yearOf(open.startsOn),
    organiserAgencyId: open.organiserAgencyId,
    offeredAt: null,
    offerExpiresAt: null,
    attendedHours: null,
    score: null,
    sessions: [],
    makeUp: null,
    resultCorrections: [],
    struckResults: [],
    resultRecorded: null,
  };
}

export function requireAbsent(already: Enrolment | null): void {
  if (already !== null) throw enrolmentExists({ workerId: already.workerId, enrolmentId: already.id });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
