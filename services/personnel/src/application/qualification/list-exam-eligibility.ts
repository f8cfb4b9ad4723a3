import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import { answerExam, type ExamAnswer } from '../../domain/worker/exam-answer.ts';
import { QUALIFICATION_LEVELS } from '../../domain/worker/levels.ts';
import { nextExamYear } from '../../domain/worker/exam-eligibility.ts';
import { isHeld } from '../../domain/worker/qualification.ts';
import { examProfile } from '../../domain/worker/exam-profile.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

export interface ExamEligibility extends ExamAnswer {
  readonly eligibleFrom: CalendarDate | null;
  readonly eligibleNow: boolean;
  readonly cutOff: CalendarDate;
  /** Null: the cut-off is assumed. */
  readonly cutOffSource: string | null;
  readonly maySit: boolean;
}

/** PER-11, with social work counted from the present post where none came before, as the two-year rule counts it. */
export const listExamEligibility =
  ({ postings, clock }: Pick<Ports, 'clock' | 'postings'>) =>
  async (worker: SocialWorker, year: number | null): Promise<ExamEligibility[]> => {
    const today = chinaDay(clock.now());
    const examYear = year ?? nextExamYear(today);
    const profile = examProfile(worker, (await postings.findFullTime(worker.id))?.startedOn ?? null);
    const held = worker.qualifications.filter(isHeld).map(({ level }) => level);
    return QUALIFICATION_LEVELS.map((level) => {
      const answer = answerExam(profile, level, { examYear, held });
      const { from, eligible, exam } = answer;
      const now = { eligibleFrom: from, eligibleNow: from !== null && from <= today, maySit: eligible };
      return { ...answer, ...now, cutOff: exam.cutOff, cutOffSource: exam.source };
    });
  };
