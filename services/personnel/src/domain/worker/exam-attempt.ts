import type { ExamAttemptId } from '../ids.ts';
import type { QualificationLevel } from './levels.ts';
import type { Entry } from './life-fact.ts';
import type { PassLine } from './qualification.ts';

export const EXAM_SUBJECTS = ['COMPREHENSIVE', 'LAWS_AND_POLICIES', 'PRACTICE'] as const;

export type ExamSubject = (typeof EXAM_SUBJECTS)[number];

/** Signed up; how it went; a result that the office looks into; one that it took back. */
export type ExamAttemptStatus = 'REGISTERED' | 'ABSENT' | 'FAILED' | 'PASSED' | 'PENDING_REVIEW' | 'VOID';

/** One paper of one year. */
export interface ExamAttemptFacts {
  readonly level: QualificationLevel;
  readonly examYear: number;
  readonly subject: ExamSubject;
  readonly status: ExamAttemptStatus;
  /** Of 100; null where it is not known, or there is none. */
  readonly score: number | null;
  readonly passLine: PassLine;
}

export interface ExamAttempt extends ExamAttemptFacts, Entry<ExamAttemptId, ExamAttemptFacts> {}
