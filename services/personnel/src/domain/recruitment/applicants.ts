import {
  badInput,
  type CalendarDate,
  type Grounds,
  listFull,
  requireDifference,
  wholeWithin,
} from '@qianshou/kernel';
import type { WorkerId } from '../ids.ts';
import { requireWorkingAge } from '../worker/possible-life.ts';
import {
  recruitmentAppliedAlready,
  recruitmentApplicantUnknown,
  recruitmentOver,
  recruitmentPeriodOver,
} from './errors.ts';
import {
  type Applicant,
  type ApplicantTerms,
  type Recruited,
  type RecruitmentNotice,
  requireOpen,
} from './recruitment-notice.ts';

const MOST_APPLICANTS = 200;

export function recordApplicant(
  notice: RecruitmentNotice,
  { workerId, appliedOn, ...terms }: ApplicantTerms & Pick<Applicant, 'appliedOn' | 'workerId'>,
  { birthYear, today }: { readonly birthYear: number; readonly today: CalendarDate },
): Recruited {
  requireOpen(notice);
  if (appliedOn > notice.closesOn) throw recruitmentPeriodOver({ closesOn: notice.closesOn });
  refuseBefore(appliedOn, notice.openedOn, today);
  refuseScore(terms.score);
  requireWorkingAge(birthYear, appliedOn);
  if (notice.applicants.some((each) => each.workerId === workerId && each.withdrawnOn === null))
    throw recruitmentAppliedAlready();
  if (notice.applicants.length >= MOST_APPLICANTS)
    throw listFull({ field: 'applicants', most: MOST_APPLICANTS });
  const applicant: Applicant = {
    ...terms,
    workerId,
    appliedOn,
    withdrawnOn: null,
    placed: null,
    taken: false,
    corrections: [],
  };
  // Who withdrew and applies again stands there once.
  const others = notice.applicants.filter((each) => each.workerId !== workerId);
  return changed({ ...notice, applicants: [...others, applicant] });
}

export function correctApplicant(
  notice: RecruitmentNotice,
  workerId: WorkerId,
  { corrected, ...why }: Grounds & { readonly corrected: Partial<ApplicantTerms>; readonly on: CalendarDate },
): Recruited {
  requireOpen(notice);
  const applicant = applicantOf(notice, workerId);
  requireDifference(applicant, corrected);
  if (corrected.score !== undefined) refuseScore(corrected.score);
  const { score, educationException, corrections } = applicant;
  const before = { ...why, score, educationException };
  return changed(
    withApplicant(notice, { ...applicant, ...corrected, corrections: [...corrections, before] }),
  );
}

/** Whoever withdraws once they were announced leaves a place: the ranking stands, and who is taken is announced anew. */
export function withdrawApplicant(
  notice: RecruitmentNotice,
  workerId: WorkerId,
  today: CalendarDate,
): Recruited {
  requireGoingOn(notice);
  const applicant = applicantOf(notice, workerId);
  const left = withApplicant(notice, { ...applicant, withdrawnOn: today, taken: false });
  if (!applicant.taken) return changed(left);
  return {
    state: {
      ...left,
      status: 'CLOSED',
      announcedOn: null,
      announcedTo: null,
      rankingException: null,
      signatures: [],
      applicants: left.applicants.map((each) => ({ ...each, taken: false })),
    },
    events: [{ type: 'recruitment.applicants-changed' }, { type: 'recruitment.reopened' }],
  };
}

export function requireGoingOn({ status }: RecruitmentNotice): void {
  if (status === 'CONCLUDED' || status === 'CANCELLED') throw recruitmentOver({ status });
}

/** Who applied and did not withdraw. */
export function standingApplicants({ applicants }: RecruitmentNotice): readonly Applicant[] {
  return applicants.filter(({ withdrawnOn }) => withdrawnOn === null);
}

function applicantOf(notice: RecruitmentNotice, workerId: WorkerId): Applicant {
  const found = standingApplicants(notice).find((each) => each.workerId === workerId);
  if (found === undefined) throw recruitmentApplicantUnknown();
  return found;
}

function withApplicant(notice: RecruitmentNotice, applicant: Applicant): RecruitmentNotice {
  const applicants = notice.applicants.map((each) =>
    each.workerId === applicant.workerId ? applicant : each,
  );
  return { ...notice, applicants };
}

function changed(state: RecruitmentNotice): Recruited {
  return { state, events: [{ type: 'recruitment.applicants-changed' }] };
}

function refuseScore(score: number | null): void {
  if (score !== null) wholeWithin(score, 'score', 0, 100);
}

function refuseBefore(day: CalendarDate, openedOn: CalendarDate, today: CalendarDate): void {
  if (day >= openedOn && day <= today) return;
  throw badInput({
    field: 'appliedOn',
    reason: { en: `expected a day from ${openedOn} to today`, zh: `应为 ${openedOn} 至今日之间的日期` },
  });
}
