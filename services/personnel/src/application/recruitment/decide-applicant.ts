import { type CalendarDate, type Command, decision, type Grounds, mayPutRight } from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { puttingRight } from '../../domain/recruitment/actions.ts';
import { correctApplicant, recordApplicant, withdrawApplicant } from '../../domain/recruitment/applicants.ts';
import { mayRecruit } from '../../domain/recruitment/policy.ts';
import type {
  ApplicantTerms,
  Recruited,
  RecruitmentNotice,
} from '../../domain/recruitment/recruitment-notice.ts';
import type { Ports } from '../ports.ts';
import { seenWorker } from '../reference/seen.ts';
import { todayOf } from '../reference/today-of.ts';
import { type NoticeTarget, onNotice } from './on-notice.ts';

export interface ApplicantTarget extends NoticeTarget {
  readonly workerId: WorkerId;
}

export interface RecordApplicantInput extends ApplicantTarget, ApplicantTerms {
  /** Null: today. */
  readonly appliedOn: CalendarDate | null;
}

export interface CorrectApplicantInput extends ApplicantTarget, Grounds {
  readonly corrected: Partial<ApplicantTerms>;
}

type Deps = Pick<Ports, 'clock' | 'recruitments' | 'unitOfWork' | 'workers'>;

export const recordRecruitmentApplicant = (deps: Deps): Command<RecordApplicantInput, RecruitmentNotice> =>
  decision<RecordApplicantInput, RecruitmentNotice, Recruited, RecruitmentNotice>(deps.unitOfWork, {
    ...onNotice(deps),
    may: mayRecruit,
    decide: async (notice, { workerId, appliedOn, score, educationException }, actor) => {
      const { birthYear } = await seenWorker(deps.workers, workerId, actor);
      const today = todayOf(deps);
      const applicant = { workerId, appliedOn: appliedOn ?? today, score, educationException };
      return recordApplicant(notice, applicant, { birthYear, today });
    },
  });

export const correctRecruitmentApplicant = (deps: Deps): Command<CorrectApplicantInput, RecruitmentNotice> =>
  decision<CorrectApplicantInput, RecruitmentNotice, Recruited, RecruitmentNotice>(deps.unitOfWork, {
    ...onNotice(deps),
    may: (actor, notice) => mayPutRight(actor, puttingRight(notice, actor, todayOf(deps))),
    decide: async (notice, { workerId, corrected, reason, evidence }, actor) => {
      await seenWorker(deps.workers, workerId, actor);
      return correctApplicant(notice, workerId, { corrected, reason, evidence, on: todayOf(deps) });
    },
  });

export const withdrawRecruitmentApplicant = (deps: Deps): Command<ApplicantTarget, RecruitmentNotice> =>
  decision<ApplicantTarget, RecruitmentNotice, Recruited, RecruitmentNotice>(deps.unitOfWork, {
    ...onNotice(deps),
    may: mayRecruit,
    decide: async (notice, { workerId }, actor) => {
      await seenWorker(deps.workers, workerId, actor);
      return withdrawApplicant(notice, workerId, todayOf(deps));
    },
  });
