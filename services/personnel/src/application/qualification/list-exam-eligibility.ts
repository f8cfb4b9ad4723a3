import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import {
  firstEligibleOn,
  maySitExam,
  nextExamYear,
  QUALIFICATION_LEVELS,
  type QualificationLevel,
} from '../../domain/worker/exam-eligibility.ts';
import { cutOffOf, cutOffSourceOf } from '../../domain/worker/exam-cut-offs.ts';
import { examProfile, type SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

export interface ExamEligibility {
  readonly level: QualificationLevel;
  readonly eligibleFrom: CalendarDate | null;
  readonly eligibleNow: boolean;
  readonly examYear: number;
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
    const [cutOff, cutOffSource] = [cutOffOf(examYear), cutOffSourceOf(examYear)];
    const profile = examProfile(worker, (await postings.findFullTime(worker.id))?.startedOn ?? null);
    return QUALIFICATION_LEVELS.map((level) => {
      const eligibleFrom = firstEligibleOn(profile, level);
      const eligibleNow = eligibleFrom !== null && eligibleFrom <= today;
      const maySit = maySitExam(profile, level, cutOff);
      return { level, eligibleFrom, eligibleNow, examYear, cutOff, cutOffSource, maySit };
    });
  };
