import type { ExamSubject } from '../worker/exam-attempt.ts';
import type { QualificationLevel } from '../worker/levels.ts';

/** Domain 6.4. */
export const SUBJECTS_OF: Readonly<Record<QualificationLevel, readonly ExamSubject[]>> = {
  ASSISTANT: ['COMPREHENSIVE', 'PRACTICE'],
  SOCIAL_WORKER: ['COMPREHENSIVE', 'LAWS_AND_POLICIES', 'PRACTICE'],
  SENIOR: ['PRACTICE'],
};

/** In how many exam years, one after the other, all papers are to be passed. */
export const WINDOW_YEARS: Readonly<Record<QualificationLevel, number>> = {
  ASSISTANT: 1,
  SOCIAL_WORKER: 2,
  SENIOR: 1,
};

/** The last exam year with which a pass of that year still counts. */
export function lastYearOf(level: QualificationLevel, examYear: number): number {
  return examYear + WINDOW_YEARS[level] - 1;
}

/** The pass of the senior exam is shown at the review for so long. */
export const SENIOR_PROOF_YEARS = 3;

export const MOST_POINTS = 100;

export const NATIONAL_LINE = 60;
