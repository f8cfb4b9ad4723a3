import {
  addDays,
  badInput,
  type CalendarDate,
  notFarAhead,
  type PublicText,
  RECRUITING_DAYS,
} from '@qianshou/kernel';
import type { WorkerId } from '../ids.ts';
import { postingEducationNeedsReason, postingSignedBySameSubject } from '../posting/errors.ts';
import { missingParties, type RecruitingParty, signedBySame } from '../posting/signatures.ts';
import type { StaffingPolicy } from '../reference/workplace.ts';
import { requireGoingOn, standingApplicants } from './applicants.ts';
import {
  recruitmentApplicantUnknown,
  recruitmentLacksApplicants,
  recruitmentNotAnnounced,
  recruitmentNotClosed,
  recruitmentPartySigned,
  recruitmentRankingNeedsReason,
  recruitmentStillAnnounced,
  recruitmentStillTaken,
  recruitmentTooManyTaken,
} from './errors.ts';
import { type Ranked, ranking } from './ranking.ts';
import { type Applicant, type Recruited, type RecruitmentNotice, requireOpen } from './recruitment-notice.ts';

/** The ranking is frozen: what becomes of an applicant's certificate later moves nobody. */
export function closeNotice(
  notice: RecruitmentNotice,
  ranked: readonly Ranked[],
  today: CalendarDate,
): Recruited {
  requireOpen(notice);
  if (today < notice.closesOn) throw recruitmentStillTaken({ closesOn: notice.closesOn });
  if (ranked.length === 0) throw recruitmentLacksApplicants();
  const places = new Map(
    ranking(ranked).map(({ workerId, place, criterion, rank, preferredEducation }) => [
      workerId,
      { place, criterion, rank, preferredEducation },
    ]),
  );
  const applicants = notice.applicants.map((each) => ({
    ...each,
    placed: places.get(each.workerId) ?? null,
  }));
  return {
    state: { ...notice, status: 'CLOSED', closedOn: today, applicants },
    events: [{ type: 'recruitment.closed' }],
  };
}

export interface Announcement {
  /** Null: the first of the ranking, as many as there are posts. */
  readonly taken: readonly WorkerId[] | null;
  readonly rankingException: PublicText | null;
  readonly startsOn: CalendarDate;
  /** PER-10: why somebody is hired again who missed the certificate deadline. */
  readonly overdueDecision: PublicText | null;
}

/** PER-5, PER-6: who is to be taken, by the ranking or for a written reason. */
export function announce(
  notice: RecruitmentNotice,
  { taken: named, rankingException, startsOn, overdueDecision }: Announcement,
  { recruitmentNoticeDays: days = RECRUITING_DAYS.recruitmentNoticeDays }: StaffingPolicy,
  today: CalendarDate,
): Recruited {
  if (notice.status !== 'CLOSED') throw recruitmentNotClosed({ status: notice.status });
  const announcedTo = addDays(today, days);
  if (startsOn <= announcedTo) throw startsBeforeEnd(announcedTo);
  notFarAhead(startsOn, 'startsOn', { from: today, years: 2 });
  const first = firstOf(notice);
  const taken = named ?? first;
  requireTakeable(notice, taken);
  const byRanking = taken.every((workerId) => first.includes(workerId));
  if (!byRanking && rankingException === null) throw recruitmentRankingNeedsReason();
  const applicants = notice.applicants.map((each) => ({ ...each, taken: taken.includes(each.workerId) }));
  return {
    state: {
      ...notice,
      status: 'ANNOUNCED',
      announcedOn: today,
      announcedTo,
      startsOn,
      rankingException: byRanking ? null : rankingException,
      overdueDecision,
      signatures: [],
      applicants,
    },
    events: [{ type: 'recruitment.announced' }],
  };
}

/** PER-4: three sign once the notice is over, three different people. */
export function signNotice(
  notice: RecruitmentNotice,
  party: RecruitingParty,
  { subject, on }: { readonly subject: string | null; readonly on: CalendarDate },
  { applicantDays: days = RECRUITING_DAYS.applicantDays }: StaffingPolicy,
): Recruited {
  const { status, announcedTo, signatures } = notice;
  if (status !== 'ANNOUNCED' || announcedTo === null) throw recruitmentNotAnnounced({ status });
  if (on <= announcedTo) throw recruitmentStillAnnounced({ announcedTo });
  if (!missingParties(notice).includes(party)) throw recruitmentPartySigned({ party });
  if (signedBySame(signatures, subject)) throw postingSignedBySameSubject();
  const signed: RecruitmentNotice = {
    ...notice,
    signatures: [...signatures, { party, signedBy: subject, signedOn: on }],
  };
  const said = { type: 'recruitment.signed', party } as const;
  if (missingParties(signed).length > 0) return { state: signed, events: [said] };
  return {
    state: { ...signed, status: 'CONCLUDED', endedOn: on, eraseFrom: addDays(on, days) },
    events: [said, { type: 'recruitment.concluded' }],
  };
}

export function cancelNotice(
  notice: RecruitmentNotice,
  { reason, today }: { readonly reason: PublicText; readonly today: CalendarDate },
  { applicantDays: days = RECRUITING_DAYS.applicantDays }: StaffingPolicy,
): Recruited {
  requireGoingOn(notice);
  return {
    state: {
      ...notice,
      status: 'CANCELLED',
      cancelReason: reason,
      endedOn: today,
      applicants: notice.applicants.map((each) => ({ ...each, taken: false })),
      eraseFrom: addDays(today, days),
    },
    events: [{ type: 'recruitment.cancelled' }],
  };
}

/** Who was not taken is forgotten: that they applied, how they stood, and why. */
export function eraseApplicants(notice: RecruitmentNotice, today: CalendarDate): Recruited {
  const { eraseFrom, applicants } = notice;
  if (eraseFrom === null || today < eraseFrom) return { state: notice, events: [] };
  const kept = applicants.filter(({ taken }) => taken);
  const erased = applicants.length - kept.length;
  return {
    state: { ...notice, applicants: kept, erasedApplicants: erased, eraseFrom: null },
    events: [{ type: 'recruitment.applicants-erased', erased }],
  };
}

export function takenOf({ applicants }: RecruitmentNotice): readonly Applicant[] {
  return applicants.filter(({ taken }) => taken);
}

/** The first of those who stand, as many as there are posts. */
function firstOf(notice: RecruitmentNotice): readonly WorkerId[] {
  return standingApplicants(notice)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .slice(0, notice.postCount)
    .map(({ workerId }) => workerId);
}

function placeOf({ placed }: Applicant): number {
  return placed?.place ?? Number.MAX_SAFE_INTEGER;
}

function requireTakeable(notice: RecruitmentNotice, taken: readonly WorkerId[]): void {
  if (taken.length === 0) throw recruitmentLacksApplicants();
  if (new Set(taken).size > notice.postCount || new Set(taken).size < taken.length)
    throw recruitmentTooManyTaken({ posts: notice.postCount });
  const standing = standingApplicants(notice);
  for (const workerId of taken) requireStanding(standing.find((each) => each.workerId === workerId));
}

function requireStanding(applicant: Applicant | undefined): void {
  if (applicant === undefined) throw recruitmentApplicantUnknown();
  if (applicant.placed?.preferredEducation === false && applicant.educationException === null)
    throw postingEducationNeedsReason();
}

function startsBeforeEnd(announcedTo: CalendarDate): Error {
  return badInput({
    field: 'startsOn',
    reason: {
      en: `expected a day after ${announcedTo}, the last day of public notice`,
      zh: `应晚于公示截止日 ${announcedTo}`,
    },
  });
}
