import { type CalendarDate, yearOf } from '@qianshou/kernel';
import { type ExamCalendar, examCalendarOf } from './exam-calendar.ts';
import {
  type ExamProfile,
  type ExamRow,
  opensOn,
  rowsOf,
  servedOn,
  servedSince,
  serviceOf,
} from './exam-eligibility.ts';
import { examTableOf, FIRST_EXAM } from './exam-table.ts';
import { QUALIFICATION_LEVELS, type QualificationLevel } from './levels.ts';
import { monthsBy } from './service-time.ts';

export type ExamCondition =
  | 'EXAM_HELD'
  | 'EDUCATION'
  | 'GRADUATION'
  | 'CERTIFICATE'
  | 'SERVICE_MONTHS'
  | 'SERVICE_MONTHS_AFTER_CERTIFICATE';

export interface MissingExamCondition {
  readonly condition: ExamCondition;
  /** A level, a day or whole months; null where there is nothing. */
  readonly has: string | null;
  readonly needs: string;
  /** As far as it can be known today. */
  readonly fulfilledOn: CalendarDate | null;
}

export interface ExamAnswer {
  readonly level: QualificationLevel;
  readonly eligible: boolean;
  readonly from: CalendarDate | null;
  readonly missing: readonly MissingExamCondition[];
  readonly alreadyHeld: boolean;
  readonly examYear: number;
  readonly exam: ExamCalendar;
  readonly conditionsSource: string;
}

/** PER-11: whether a person may sit the exam of a level in a year, from when, and what is missing until then. */
export function answerExam(
  profile: ExamProfile,
  level: QualificationLevel,
  { examYear, held }: { readonly examYear: number; readonly held: readonly QualificationLevel[] },
): ExamAnswer {
  const table = examTableOf(examYear);
  const exam = examCalendarOf(examYear);
  const alreadyHeld = held.some((each) => rankOf(each) >= rankOf(level));
  const row = firstToOpen(profile, rowsOf(profile, level, table));
  const missing = [
    ...unheld(level, examYear),
    ...(row === null ? [noDegree(profile)] : missingOf(profile, row, exam)),
  ];
  return {
    level,
    eligible: missing.length === 0,
    from: row === null ? null : opensOn(profile, row),
    missing,
    alreadyHeld,
    examYear,
    exam,
    conditionsSource: table.source,
  };
}

/** Every row but the senior's takes every education. */
function noDegree({ educationLevel }: ExamProfile): MissingExamCondition {
  return { condition: 'EDUCATION', has: educationLevel, needs: 'BACHELOR', fulfilledOn: null };
}

function rankOf(level: QualificationLevel): number {
  return QUALIFICATION_LEVELS.indexOf(level);
}

function unheld(level: QualificationLevel, examYear: number): readonly MissingExamCondition[] {
  const first = FIRST_EXAM[level];
  if (examYear >= first) return [];
  return [
    {
      condition: 'EXAM_HELD',
      has: String(examYear),
      needs: String(first),
      fulfilledOn: `${first}-01-01` as CalendarDate,
    },
  ];
}

/** Of several degrees the one that opens the exam first; of those that lead nowhere yet, the one named first. */
function firstToOpen(profile: ExamProfile, rows: readonly ExamRow[]): ExamRow | null {
  const dated = rows.map((row) => ({ row, day: opensOn(profile, row) ?? 'never' }));
  return (
    dated.toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)))[0]?.row ?? null
  );
}

function missingOf(profile: ExamProfile, row: ExamRow, exam: ExamCalendar): readonly MissingExamCondition[] {
  return [...graduation(row, exam), ...certificate(profile, row), ...service(profile, row, exam)];
}

/** With a social-work degree the year of the exam is early enough; else the years and the degree are there by the cut-off. */
function graduation({ degree, beforeGraduation }: ExamRow, { examYear, cutOff }: ExamCalendar) {
  const { graduatedOn } = degree;
  const inTime = beforeGraduation ? yearOf(graduatedOn) <= examYear : graduatedOn <= cutOff;
  if (inTime) return [];
  const needs = beforeGraduation ? `${examYear}-12-31` : cutOff;
  return [{ condition: 'GRADUATION', has: graduatedOn, needs, fulfilledOn: graduatedOn } as const];
}

function certificate(profile: ExamProfile, { after }: ExamRow) {
  if (after === null || obtained(profile, after) !== null) return [];
  return [{ condition: 'CERTIFICATE', has: null, needs: after, fulfilledOn: null } as const];
}

function service(
  profile: ExamProfile,
  row: ExamRow,
  { cutOff }: ExamCalendar,
): readonly MissingExamCondition[] {
  const fulfilledOn = servedOn(profile, row);
  const needs = row.years * 12;
  const before = row.after === null ? profile.priorSocialWorkMonths : 0;
  if (before >= needs || (fulfilledOn !== null && fulfilledOn <= cutOff)) return [];
  const has =
    row.after === null
      ? monthsServed(profile, needs, cutOff)
      : monthsAfter(profile, row.after, needs, cutOff);
  const condition = row.after === null ? 'SERVICE_MONTHS' : 'SERVICE_MONTHS_AFTER_CERTIFICATE';
  return [{ condition, has: String(has), needs: String(needs), fulfilledOn }];
}

function monthsServed(profile: ExamProfile, most: number, day: CalendarDate): number {
  const { priorSocialWorkMonths: prior } = profile;
  return prior + monthsBy(serviceOf(profile), day, most - prior);
}

function monthsAfter(
  profile: ExamProfile,
  after: 'ASSISTANT' | 'SOCIAL_WORKER',
  most: number,
  day: CalendarDate,
): number {
  return monthsBy(servedSince(profile, after) ?? [], day, most);
}

function obtained(profile: ExamProfile, level: 'ASSISTANT' | 'SOCIAL_WORKER'): CalendarDate | null {
  return level === 'ASSISTANT' ? profile.assistantSince : profile.socialWorkerSince;
}
