import { addYears, type CalendarDate, yearOf } from '@qianshou/kernel';
import type { ExamAttempt, ExamSubject } from '../worker/exam-attempt.ts';
import { examCalendarOf } from '../worker/exam-calendar.ts';
import { QUALIFICATION_LEVELS, type QualificationLevel } from '../worker/levels.ts';
import { isHeld, type PassLine, type Qualification } from '../worker/qualification.ts';
import { lastYearOf, SENIOR_PROOF_YEARS, SUBJECTS_OF, WINDOW_YEARS } from './exam-subjects.ts';

export interface PassedSubject {
  readonly subject: ExamSubject;
  readonly passedIn: number;
  readonly passLine: PassLine;
  /** The last exam year with which the pass still counts. */
  readonly expiresAfter: number;
}

/** What of a level's papers is passed, and what it comes to. */
export interface ExamProgress {
  readonly level: QualificationLevel;
  /** All papers within the window. A pass is no certificate: that is recorded once it is issued. */
  readonly complete: boolean;
  readonly completedIn: number | null;
  /** Separate where any of the papers was passed by a separate line; null while it is not complete. */
  readonly passLine: PassLine | null;
  readonly certificateHeld: boolean;
  /** Those that count: of the window that is complete, else of one that the next exam can still complete. */
  readonly passed: readonly PassedSubject[];
  readonly missing: readonly ExamSubject[];
  /** Of the senior level: until which day the pass is shown at the review. */
  readonly proofValidUntil: CalendarDate | null;
}

interface Sat {
  readonly examAttempts: readonly ExamAttempt[];
  readonly qualifications: readonly Qualification[];
}

export function examProgress(worker: Sat, today: CalendarDate): readonly ExamProgress[] {
  return QUALIFICATION_LEVELS.map((level) => progressOf(worker, level, today));
}

function progressOf(
  { examAttempts, qualifications }: Sat,
  level: QualificationLevel,
  today: CalendarDate,
): ExamProgress {
  const passes = examAttempts.flatMap((attempt) => passOf(attempt, level));
  const completedIn = completionOf(passes, level);
  const passed = completedIn === null ? openOf(passes, nextExamOf(today)) : upTo(passes, level, completedIn);
  return {
    level,
    complete: completedIn !== null,
    completedIn,
    passLine: completedIn === null ? null : lineOf(passed),
    certificateHeld: qualifications.some((each) => isHeld(each) && each.level === level),
    passed,
    missing: SUBJECTS_OF[level].filter((subject) => passed.every((pass) => pass.subject !== subject)),
    proofValidUntil: level === 'SENIOR' && completedIn !== null ? proofUntil(completedIn) : null,
  };
}

function lineOf(passed: readonly PassedSubject[]): PassLine {
  return passed.some(({ passLine }) => passLine === 'SEPARATE_LINE') ? 'SEPARATE_LINE' : 'NATIONAL';
}

function proofUntil(completedIn: number): CalendarDate {
  return addYears(examCalendarOf(completedIn).resultsOn, SENIOR_PROOF_YEARS);
}

function passOf(
  { struck, status, subject, examYear, passLine, level: of }: ExamAttempt,
  level: QualificationLevel,
): readonly PassedSubject[] {
  if (struck !== null || status !== 'PASSED' || of !== level) return [];
  return [{ subject, passedIn: examYear, passLine, expiresAfter: lastYearOf(level, examYear) }];
}

/** The first year with which all papers were passed within the window that ends in it. */
function completionOf(passes: readonly PassedSubject[], level: QualificationLevel): number | null {
  const years = [...new Set(passes.map(({ passedIn }) => passedIn))].toSorted((a, b) => a - b);
  const completed = years.find((year) => {
    const within = upTo(passes, level, year);
    return SUBJECTS_OF[level].every((subject) => within.some((pass) => pass.subject === subject));
  });
  return completed ?? null;
}

function upTo(
  passes: readonly PassedSubject[],
  level: QualificationLevel,
  year: number,
): readonly PassedSubject[] {
  return passes.filter(({ passedIn }) => passedIn <= year && passedIn > year - WINDOW_YEARS[level]);
}

/** The latest pass of each paper that the next exam can still be put together with. */
function openOf(passes: readonly PassedSubject[], nextExam: number): readonly PassedSubject[] {
  return passes.filter(
    ({ subject, passedIn, expiresAfter }) =>
      expiresAfter >= nextExam &&
      !passes.some((other) => other.subject === subject && other.passedIn > passedIn),
  );
}

/** The exam of the year, until its results are out. */
function nextExamOf(today: CalendarDate): number {
  const year = yearOf(today);
  return examCalendarOf(year).resultsOn >= today ? year : year + 1;
}
