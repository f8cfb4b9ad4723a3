import { type CalendarDate, term } from '@qianshou/kernel';
import type { Candidate } from './candidate.ts';
import {
  postingDeputyCertificateUnverified,
  postingDeputyLacksCertificate,
  postingDeputyNotOfOperator,
  postingDeputySeatTaken,
  postingEducationNeedsReason,
  postingHeadNotOfficeDirector,
  postingHeadSeatTaken,
  postingOverdueNeedsDecision,
  postingResidentSeatsTaken,
  postingWorkerAlreadyFullTime,
  postingWorkplaceClosed,
  postingWorkplaceLacksOperator,
  postingWorkplaceWrong,
} from './errors.ts';
import type { PostingId } from '../ids.ts';
import { isFullTime, needsPreJobTraining } from './posting.ts';
import {
  type PostingRole,
  isStaffedByBureau,
  seatsFor,
  type StaffingPolicy,
  type Workplace,
} from '../reference/workplace.ts';

/** Counted while the workplace and the worker are held, so that they stay true until the posting is saved. */
export interface SeatFacts {
  readonly policy: StaffingPolicy;
  /** Postings in the same role at the same place that are not over. */
  readonly occupied: number;
  /** The worker's full-time posting that is not over. */
  readonly fullTimePostingId: PostingId | null;
  /** The deadline that the worker missed on an earlier post of the county; null or absent: none. */
  readonly overdueSince?: CalendarDate | null;
}

interface SuitabilityFacts extends SeatFacts {
  readonly candidate: Candidate;
  readonly place: Workplace;
  /** PER-1: heads for a time without being the director. */
  readonly acting?: boolean;
}

/** Seats of a role, and who holds them on the days that count. */
export type SeatsThen = Pick<SeatFacts, 'occupied' | 'policy'>;

/** Whether this worker may take this post at this place at all. */
export function requireSuitable(
  role: PostingRole,
  educationException: string | null,
  facts: SuitabilityFacts,
): void {
  requirePlace(role, facts.place);
  requireFreeSeat(role, facts);
  if (isFullTime(role) && facts.fullTimePostingId !== null) {
    throw postingWorkerAlreadyFullTime({ postingId: facts.fullTimePostingId });
  }
  if (role === 'STATION_HEAD' && facts.acting !== true) requireHead(facts);
  if (role === 'DEPUTY_HEAD') requireDeputy(facts);
  if (role === 'RESIDENT') requireEducation(facts.candidate, educationException);
}

/** PER-10: who missed the deadline is in principle not hired again; the bureau may decide otherwise, and writes why. */
export function requireOverdueDecision(
  role: PostingRole,
  decision: string | null,
  { candidate, overdueSince = null }: SuitabilityFacts,
): void {
  if (role !== 'RESIDENT' || candidate.certified || overdueSince === null || decision !== null) return;
  throw postingOverdueNeedsDecision({ deadline: overdueSince });
}

const PLACE_WORDS = {
  CENTRE: term('CENTRE', 'guidance centre', '指导中心'),
  STATION: term('STATION', 'station', '社工站'),
} as const;

function requirePlace(role: PostingRole, place: Workplace): void {
  const kind = role === 'CENTRE_WORKER' ? 'CENTRE' : 'STATION';
  if (place.kind !== kind) throw postingWorkplaceWrong({ role, expected: PLACE_WORDS[kind] });
  if (place.closed) throw postingWorkplaceClosed();
  // The operator signs for a resident, sends the deputy and trains both: without one the bureau does, where it staffs.
  if (needsPreJobTraining(role) && place.operatorAgencyId === null && !isStaffedByBureau(place))
    throw postingWorkplaceLacksOperator({ role });
}

const SEAT_TAKEN = {
  STATION_HEAD: (seats: number) => postingHeadSeatTaken({ seats }),
  DEPUTY_HEAD: (seats: number) => postingDeputySeatTaken({ seats }),
  RESIDENT: (seats: number) => postingResidentSeatsTaken({ seats }),
} as const;

/** PER-1, PER-2, PER-3: the posts of a station are counted; a centre takes as many as its operator sends. */
export function requireFreeSeat(role: PostingRole, { policy, occupied }: SeatsThen): void {
  const seats = seatsFor(role, policy);
  if (role === 'CENTRE_WORKER' || seats === null || occupied < seats) return;
  throw SEAT_TAKEN[role](seats);
}

/** PER-1: the director of this township's civil affairs office, and nobody else. */
function requireHead({ candidate, place }: SuitabilityFacts): void {
  if (candidate.directsOfficeOf !== null && candidate.directsOfficeOf === place.townshipCode) return;
  throw postingHeadNotOfficeDirector({ townshipCode: place.townshipCode ?? place.countyCode });
}

/** PER-2: sent by the operator, or by the bureau that staffs the station, with a certificate that is valid here (PER-13). */
function requireDeputy({ candidate, place }: SuitabilityFacts): void {
  if (!isStaffedByBureau(place) && candidate.employerAgencyId !== place.operatorAgencyId)
    throw postingDeputyNotOfOperator();
  if (!candidate.certified) throw postingDeputyLacksCertificate({ countyCode: place.countyCode });
  if (!candidate.verified) throw postingDeputyCertificateUnverified();
}

/** PER-6: a default that yields to a written reason (PER-10). */
function requireEducation({ preferredEducation }: Candidate, exception: string | null): void {
  if (!preferredEducation && exception === null) throw postingEducationNeedsReason();
}
