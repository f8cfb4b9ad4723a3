import {
  type CalendarDate,
  type Change,
  type Grounds,
  lineage,
  notFarAhead,
  type PublicText,
  type RegionCode,
  requireDifference,
  type Struck,
  type Versioned,
  wholeWithin,
} from '@qianshou/kernel';
import type { AgencyId, RecruitmentNoticeId, StationId, WorkerId } from '../ids.ts';
import { postingDateInFuture, postingWorkplaceClosed } from '../posting/errors.ts';
import type { Signature } from '../posting/signatures.ts';
import type { StaffingPolicy, StationPlace } from '../reference/workplace.ts';
import { recruitmentDaysOutOfOrder, recruitmentMoreThanSeats, recruitmentNotOpen } from './errors.ts';
import type { FrozenPlace } from './ranking.ts';

/** OPEN takes applications, CLOSED has its ranking, ANNOUNCED says publicly who is to be taken. */
export const RECRUITMENT_STATUSES = ['OPEN', 'CLOSED', 'ANNOUNCED', 'CONCLUDED', 'CANCELLED'] as const;

export type RecruitmentStatus = (typeof RECRUITMENT_STATUSES)[number];

/** What an applicant brings beside their record: only here, and gone with the applicant. */
export interface ApplicantTerms {
  /** Of interview or test, out of 100; null where there was none. */
  readonly score: number | null;
  /** PER-6: why somebody outside the preferred education is considered. */
  readonly educationException: PublicText | null;
}

export interface Applicant extends ApplicantTerms {
  readonly workerId: WorkerId;
  readonly appliedOn: CalendarDate;
  readonly withdrawnOn: CalendarDate | null;
  /** As the ranking stood at closing; null while applications are taken. */
  readonly placed: FrozenPlace | null;
  readonly taken: boolean;
  /** What stood before a correction, oldest first. */
  readonly corrections: readonly (Struck & ApplicantTerms)[];
}

export interface NoticeTerms {
  readonly postCount: number;
  readonly conditions: PublicText;
  /** Last day of applications. */
  readonly closesOn: CalendarDate;
}

/** PER-4 to PER-6: how residents of a station are recruited, in the open. */
export interface RecruitmentNotice extends Versioned, NoticeTerms {
  readonly id: RecruitmentNoticeId;
  readonly status: RecruitmentStatus;
  readonly stationId: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  /** The unit and everything above it: where the notice is listed. */
  readonly regions: readonly RegionCode[];
  readonly operatorAgencyId: AgencyId | null;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  readonly announcedOn: CalendarDate | null;
  /** Last day of public notice. */
  readonly announcedTo: CalendarDate | null;
  /** First day of duty that is planned for who is taken. */
  readonly startsOn: CalendarDate | null;
  /** PER-5: why it is not the first of the ranking who are taken. */
  readonly rankingException: PublicText | null;
  /** PER-10: why somebody is hired again who missed the certificate deadline. */
  readonly overdueDecision: PublicText | null;
  readonly signatures: readonly Signature[];
  readonly endedOn: CalendarDate | null;
  readonly cancelReason: PublicText | null;
  readonly applicants: readonly Applicant[];
  /** From this day on who was not taken is erased; null while it goes on, and once it is done. */
  readonly eraseFrom: CalendarDate | null;
  readonly erasedApplicants: number;
  /** What it said before it was corrected, oldest first. */
  readonly corrections: readonly (Struck & NoticeTerms)[];
}

export type RecruitmentEvent =
  | { readonly type: 'recruitment.opened' }
  | { readonly type: 'recruitment.corrected'; readonly before: Pick<NoticeTerms, 'closesOn' | 'postCount'> }
  | { readonly type: 'recruitment.applicants-changed' }
  | { readonly type: 'recruitment.closed' }
  | { readonly type: 'recruitment.announced' }
  | { readonly type: 'recruitment.reopened' }
  | { readonly type: 'recruitment.signed'; readonly party: Signature['party'] }
  | { readonly type: 'recruitment.concluded' }
  | { readonly type: 'recruitment.cancelled' }
  | { readonly type: 'recruitment.applicants-erased'; readonly erased: number };

export type Recruited = Change<RecruitmentNotice, RecruitmentEvent>;

export interface NoticeInput extends NoticeTerms {
  readonly id: RecruitmentNoticeId;
  readonly openedOn: CalendarDate;
}

export function openNotice(
  { id, openedOn, ...terms }: NoticeInput,
  { place, policy }: { readonly place: StationPlace; readonly policy: StaffingPolicy },
  today: CalendarDate,
): Recruited {
  if (place.closed) throw postingWorkplaceClosed();
  if (openedOn > today) throw postingDateInFuture({ day: openedOn });
  refuseImpossible(terms, openedOn, policy);
  const { stationId, townshipCode, countyCode, operatorAgencyId } = place;
  const state: RecruitmentNotice = {
    ...terms,
    ...NOTHING_YET,
    id,
    version: 0,
    status: 'OPEN',
    stationId,
    townshipCode,
    countyCode,
    regions: lineage(townshipCode),
    operatorAgencyId,
    openedOn,
  };
  return { state, events: [{ type: 'recruitment.opened' }] };
}

const NOTHING_YET = {
  closedOn: null,
  announcedOn: null,
  announcedTo: null,
  startsOn: null,
  rankingException: null,
  overdueDecision: null,
  signatures: [],
  endedOn: null,
  cancelReason: null,
  applicants: [],
  eraseFrom: null,
  erasedApplicants: 0,
  corrections: [],
} as const;

/** While applications are taken; what is not named stays as it is. */
export function correctNotice(
  notice: RecruitmentNotice,
  corrected: Partial<NoticeTerms>,
  {
    reason,
    evidence,
    today,
    policy,
  }: Grounds & { readonly today: CalendarDate; readonly policy: StaffingPolicy },
): Recruited {
  requireOpen(notice);
  requireDifference(notice, corrected);
  const right = { ...notice, ...corrected };
  refuseImpossible(right, notice.openedOn, policy);
  const { postCount, conditions, closesOn } = notice;
  const before = { on: today, reason, evidence, postCount, conditions, closesOn };
  return {
    state: { ...right, corrections: [...notice.corrections, before] },
    events: [{ type: 'recruitment.corrected', before: { postCount, closesOn } }],
  };
}

export function requireOpen({ status }: RecruitmentNotice): void {
  if (status !== 'OPEN') throw recruitmentNotOpen({ status });
}

/** PER-3: nobody is promised a seat that the county does not have. */
function refuseImpossible(
  { postCount, closesOn }: NoticeTerms,
  openedOn: CalendarDate,
  { residentsPerStation: seats }: StaffingPolicy,
): void {
  wholeWithin(postCount, 'postCount', 1, 50);
  if (postCount > seats) throw recruitmentMoreThanSeats({ seats });
  if (closesOn < openedOn) throw recruitmentDaysOutOfOrder({ openedOn });
  notFarAhead(closesOn, 'closesOn', { from: openedOn, years: 1 });
}
