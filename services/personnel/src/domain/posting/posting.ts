import type { CalendarDate, PublicText, Recorded, RegionCode } from '@qianshou/kernel';
import type { CandidateRank } from './candidate.ts';
import type { CertificateClock } from '../qualification/certificate-clock.ts';
import type { AgencyId, CentreId, PostingId, StationId, WorkerId } from '../ids.ts';
import type { LifeEvent, LifeOfPost } from './life.ts';
import type { RecruitingParty, Signature } from './signatures.ts';
import type { PostingRole } from '../reference/workplace.ts';

export interface PreJobTraining {
  readonly certificateNo: string;
  /** null where a bureau entered history and knows the certificate only. */
  readonly passedOn: CalendarDate | null;
  /** Its certificate was cancelled while the post goes on: it is to be passed again (PER-7). Absent: it stands. */
  readonly voidedOn?: CalendarDate | null;
}

/** Whether the two-year rule has a hold on this post (PER-8), and how it stands. */
export type CertificateStanding = 'NOT_REQUIRED' | 'HELD' | 'WAITING' | 'RUNNING';

/** RECRUITED went through signatures and training here; HISTORY was entered by the bureau after the fact. */
export type PostingOrigin = 'RECRUITED' | 'HISTORY';

interface Post extends LifeOfPost {
  readonly id: PostingId;
  readonly version: number;
  readonly recorded?: Recorded | null;
  readonly workerId: WorkerId;
  readonly role: PostingRole;
  readonly stationId: StationId | null;
  readonly centreId: CentreId | null;
  readonly townshipCode: RegionCode | null;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
  readonly fullTime: boolean;
  readonly origin: PostingOrigin;
  readonly historySource: string | null;
  readonly candidateRank: CandidateRank;
  /** PER-6, PER-10: why a worker outside the preferred education was taken all the same. */
  readonly educationException: PublicText | null;
  /** PER-10: why somebody who missed the deadline was hired again; absent in records of before. */
  readonly overdueDecision?: PublicText | null;
  /** The day planned for the first day of duty. */
  readonly startsOn: CalendarDate;
  readonly signatures: readonly Signature[];
  readonly preJobTraining: PreJobTraining | null;
  /** The earliest day on which a review of the certificate can change something; null when nothing is open. */
  readonly reviewFrom: CalendarDate | null;
}

/** Not on duty yet: no clock, nothing to leave. */
interface BeforeDuty {
  readonly startedOn: null;
  readonly certificate: null;
  readonly clock: null;
  readonly endedOn: null;
  readonly endReason: null;
}

interface OnDuty {
  readonly startedOn: CalendarDate;
  readonly certificate: CertificateStanding;
  readonly endedOn: null;
  readonly endReason: null;
}

export interface ProposedPosting extends Post, BeforeDuty {
  readonly status: 'PROPOSED';
}

export interface TraineePosting extends Post, BeforeDuty {
  readonly status: 'IN_PRE_JOB_TRAINING';
}

export interface RegularPosting extends Post, OnDuty {
  readonly status: 'ON_DUTY';
  readonly clock: CertificateClock | null;
}

/** A warning was given, or the deadline passed: only a running clock leads here. */
export interface PressedPosting extends Post, OnDuty {
  readonly status: 'CERT_WARNING' | 'CERT_OVERDUE';
  readonly clock: CertificateClock;
}

export interface LeftPosting extends Post {
  readonly status: 'LEFT';
  /** null for someone who never came on duty. */
  readonly startedOn: CalendarDate | null;
  readonly certificate: CertificateStanding | null;
  readonly clock: CertificateClock | null;
  readonly endedOn: CalendarDate;
  readonly endReason: string;
}

export type PostingOnDuty = RegularPosting | PressedPosting;

export type Posting = ProposedPosting | TraineePosting | PostingOnDuty | LeftPosting;

export type PostingStatus = Posting['status'];

export const ON_DUTY_STATUSES = [
  'ON_DUTY',
  'CERT_WARNING',
  'CERT_OVERDUE',
] as const satisfies PostingStatus[];

/** How a post counts in the figures; told by every event that moves it, so that sums need no memory. */
export type PostingStanding =
  'OFF_DUTY' | 'NOT_REQUIRED' | 'CERTIFIED' | 'UNCERTIFIED' | 'DEADLINE_NEAR' | 'OVERDUE';

interface PostNamed {
  readonly postingId: PostingId;
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
}

export interface PostFacts extends PostNamed {
  readonly stationId: StationId | null;
  readonly centreId: CentreId | null;
  readonly role: PostingRole;
}

interface ClockFacts extends PostNamed {
  readonly deadline: CalendarDate;
}

export type PostingEvent =
  | LifeEvent<PostFacts>
  | (PostFacts & {
      readonly type: 'posting.drafted';
      readonly operatorAgencyId: AgencyId | null;
      readonly startsOn: CalendarDate;
    })
  | (PostNamed & { readonly type: 'posting.signed'; readonly party: RecruitingParty })
  | (PostFacts & {
      readonly type: 'posting.proposed';
      readonly operatorAgencyId: AgencyId | null;
      readonly certifiedLocal: boolean;
      readonly needsPreJobTraining: boolean;
      readonly startsOn: CalendarDate;
    })
  | (PostFacts & {
      readonly type: 'posting.started';
      readonly startedOn: CalendarDate;
      readonly standing: PostingStanding;
    })
  | (PostFacts & {
      readonly type: 'posting.training-voided';
      readonly operatorAgencyId: AgencyId | null;
      readonly certifiedLocal: boolean;
    })
  | (PostFacts & { readonly type: 'posting.training-renewed' })
  | (PostFacts & {
      readonly type: 'posting.passed-over';
      readonly operatorAgencyId: AgencyId | null;
      readonly operatorBefore: AgencyId | null;
      readonly from: CalendarDate;
    })
  | (PostFacts & {
      readonly type: 'posting.ended';
      readonly endedOn: CalendarDate;
      readonly wasOnDuty: boolean;
      readonly standingBefore: PostingStanding;
    })
  | (ClockFacts & { readonly type: 'certificate.clock-started'; readonly startedOn: CalendarDate })
  | (PostNamed & {
      readonly type: 'certificate.clock-moved';
      readonly startedOn: CalendarDate;
      /** Null: no rule of the county asks for a certificate any more. */
      readonly deadline: CalendarDate | null;
      readonly standingBefore: PostingStanding;
    })
  | (ClockFacts & {
      readonly type: 'certificate.deadline-near';
      readonly daysLeft: number;
      readonly threshold: number;
      readonly standingBefore: PostingStanding;
    })
  | (ClockFacts & {
      readonly type: 'certificate.last-exam-near';
      readonly examYear: number;
      readonly signUpFrom: CalendarDate;
      readonly signUpTo: CalendarDate;
      readonly standingBefore: PostingStanding;
    })
  | (ClockFacts & { readonly type: 'certificate.overdue'; readonly standingBefore: PostingStanding })
  | (PostNamed & {
      readonly type: 'certificate.requirement-met' | 'certificate.requirement-reopened';
      readonly standingBefore: PostingStanding;
    });

export function isOnDuty(posting: Posting): posting is PostingOnDuty {
  return (ON_DUTY_STATUSES as readonly string[]).includes(posting.status);
}

export function standingOf(posting: Posting): PostingStanding {
  if (!isOnDuty(posting)) return 'OFF_DUTY';
  if (posting.status === 'CERT_OVERDUE') return 'OVERDUE';
  if (posting.status === 'CERT_WARNING') return 'DEADLINE_NEAR';
  if (posting.certificate === 'NOT_REQUIRED') return 'NOT_REQUIRED';
  return posting.certificate === 'HELD' ? 'CERTIFIED' : 'UNCERTIFIED';
}

export function postNamed({ id, workerId, countyCode }: Posting): PostNamed {
  return { postingId: id, workerId, countyCode };
}

export function postFacts(posting: Posting): PostFacts {
  const { stationId, centreId, role } = posting;
  return { ...postNamed(posting), stationId, centreId, role };
}

/** PER-7: officials who head a station and a centre's workers come on duty without the operator's training. */
export function needsPreJobTraining(role: PostingRole): boolean {
  return role === 'DEPUTY_HEAD' || role === 'RESIDENT';
}

/** PER-14: a station head is an official who heads the station beside the office, so it is no full-time post. */
export function isFullTime(role: PostingRole): boolean {
  return role !== 'STATION_HEAD';
}
