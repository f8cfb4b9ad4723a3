import { type CalendarDate, type Change, yearOf } from '@qianshou/kernel';
import type { ExamAttemptId } from '../ids.ts';
import type { ExamAttempt, ExamAttemptFacts, ExamAttemptStatus } from '../worker/exam-attempt.ts';
import { examCalendarOf } from '../worker/exam-calendar.ts';
import { FIRST_EXAM } from '../worker/exam-table.ts';
import { decisionsOn } from '../worker/life-facts.ts';
import { WORKING_AGE } from '../worker/possible-life.ts';
import type { SocialWorker, WorkerEvent } from '../worker/social-worker.ts';
import {
  examAttemptDecided,
  examAttemptNotFound,
  examAttemptTaken,
  examByAChild,
  examNotHeld,
  examNotHeldYet,
  examScoreAgainstResult,
  examScoreOutOfRange,
  examSubjectOfAnotherLevel,
} from './errors.ts';
import { MOST_POINTS, NATIONAL_LINE, SUBJECTS_OF } from './exam-subjects.ts';

export const examAttemptDecisions = decisionsOn<ExamAttemptFacts, ExamAttempt>({
  fact: 'EXAM_ATTEMPT',
  of: ({ examAttempts }) => examAttempts,
  keep: (worker, examAttempts) => ({ ...worker, examAttempts }),
  facts: ({ level, examYear, subject, status, score, passLine }) => ({
    level,
    examYear,
    subject,
    status,
    score,
    passLine,
  }),
  judge: requirePossible,
  notFound: examAttemptNotFound,
});

export interface ExamResult extends Pick<ExamAttemptFacts, 'score' | 'status'> {
  /** Null: as it was. */
  readonly passLine: ExamAttemptFacts['passLine'] | null;
}

/** What may follow: nothing follows a result but that the office took it back. */
const NEXT: Readonly<Record<ExamAttemptStatus, readonly ExamAttemptStatus[]>> = {
  REGISTERED: ['ABSENT', 'FAILED', 'PASSED', 'PENDING_REVIEW', 'VOID'],
  PENDING_REVIEW: ['FAILED', 'PASSED', 'VOID'],
  ABSENT: [],
  FAILED: ['VOID'],
  PASSED: ['VOID'],
  VOID: [],
};

export function canHaveResult({ status }: Pick<ExamAttemptFacts, 'status'>): boolean {
  return NEXT[status].length > 0;
}

/** How a paper went that somebody had signed up for. */
export function recordResult(
  worker: SocialWorker,
  id: ExamAttemptId,
  result: ExamResult,
  today: CalendarDate,
): Change<SocialWorker, WorkerEvent> {
  return examAttemptDecisions.amend(worker, id, today, (attempt) => {
    const { status } = attempt;
    if (!NEXT[status].includes(result.status)) throw examAttemptDecided({ status });
    return { ...attempt, ...result, passLine: result.passLine ?? attempt.passLine };
  });
}

/** By these rules an attempt comes in, and is judged anew where it is put right. */
function requirePossible(
  { birthYear, examAttempts }: SocialWorker,
  attempt: ExamAttemptFacts & { readonly id?: ExamAttemptId },
  today: CalendarDate,
): void {
  const { level, subject, examYear } = attempt;
  const first = FIRST_EXAM[level];
  if (examYear < first) throw examNotHeld({ level, examYear, first });
  if (examYear < birthYear + WORKING_AGE) throw examByAChild({ examYear, age: WORKING_AGE });
  if (!SUBJECTS_OF[level].includes(subject)) throw examSubjectOfAnotherLevel({ level, subject });
  requireHeld(attempt, today);
  requireScore(attempt);
  const same = examAttempts.some(
    (known) => known.id !== attempt.id && known.struck === null && isSamePaper(known, attempt),
  );
  if (same) throw examAttemptTaken({ examYear });
}

function isSamePaper(one: ExamAttemptFacts, other: ExamAttemptFacts): boolean {
  return one.level === other.level && one.examYear === other.examYear && one.subject === other.subject;
}

/** Somebody signs up from the first day of the sign-up on, and a result is known from the exam on. */
function requireHeld({ examYear, status }: ExamAttemptFacts, today: CalendarDate): void {
  const { signUpFrom, examFrom } = examCalendarOf(examYear);
  const from = status === 'REGISTERED' ? signUpFrom : examFrom;
  // What of other years is on record of a calendar that is only assumed is not refused by a day of it.
  if (examYear < yearOf(today) || from <= today) return;
  throw examNotHeldYet({ examYear, from });
}

function requireScore({ score, status, passLine }: ExamAttemptFacts): void {
  if (score === null) return;
  if (score < 0 || score > MOST_POINTS) throw examScoreOutOfRange({ score, most: MOST_POINTS });
  const fits = {
    REGISTERED: false,
    ABSENT: false,
    PENDING_REVIEW: true,
    VOID: true,
    FAILED: score < NATIONAL_LINE,
    // A separate line lies below the national one.
    PASSED: score >= NATIONAL_LINE || passLine === 'SEPARATE_LINE',
  }[status];
  if (!fits) throw examScoreAgainstResult({ score, status, line: NATIONAL_LINE });
}
