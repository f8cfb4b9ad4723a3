import { addMonths, addYears, type CalendarDate, yearOf } from '@qianshou/kernel';
import {
  postingBeforeWorkingAge,
  qualificationDateImplausible,
  workerDaysOutOfOrder,
  workerGraduationImplausible,
  workerServiceImplausible,
  workerTooYoung,
} from './errors.ts';
import { FIRST_EXAM } from './exam-table.ts';
import type { EducationLevel, QualificationLevel } from './levels.ts';

/** 劳动法 Art. 15: nobody works before sixteen. The year alone is kept, so the year alone is compared. */
export const WORKING_AGE = 16;

/** Nobody has been younger, the gifted included. */
const YOUNGEST_GRADUATE: Readonly<Record<EducationLevel, number>> = {
  HIGH_SCHOOL: 14,
  JUNIOR_COLLEGE: 16,
  BACHELOR: 17,
  MASTER: 19,
  DOCTOR: 21,
};

export interface LifeFacts {
  readonly birthYear: number;
  readonly education: { readonly level: EducationLevel; readonly graduatedOn: CalendarDate };
  readonly socialWorkSince: CalendarDate | null;
  readonly priorSocialWorkMonths: number;
}

/** Facts that no life holds are slips of the pen, or worse: refused when they come in. */
export function requirePossibleLife(facts: LifeFacts, today: CalendarDate): void {
  const { birthYear } = facts;
  if (yearOf(today) < birthYear) throw workerTooYoung({ birthYear, age: WORKING_AGE });
  requireGraduation(facts, today);
  if (!isOfWorkingAge(birthYear, today)) throw workerTooYoung({ birthYear, age: WORKING_AGE });
  requireService(facts, today);
}

/** Where the very day is known, it decides; else the year does. */
export function requireBornEarly(birthday: CalendarDate, today: CalendarDate): void {
  const birthYear = yearOf(birthday);
  if (birthday > addYears(today, -WORKING_AGE)) throw workerTooYoung({ birthYear, age: WORKING_AGE });
}

/** 应届毕业生 are registered before the day of graduation, at most a year. */
function requireGraduation({ birthYear, education }: LifeFacts, today: CalendarDate): void {
  const { level, graduatedOn } = education;
  const age = YOUNGEST_GRADUATE[level];
  if (yearOf(graduatedOn) >= birthYear + age && graduatedOn <= addYears(today, 1)) return;
  throw workerGraduationImplausible({ graduatedOn, level, age });
}

function requireService(facts: LifeFacts, today: CalendarDate): void {
  const { birthYear, socialWorkSince, priorSocialWorkMonths } = facts;
  const began = addMonths(socialWorkSince ?? today, -priorSocialWorkMonths);
  const future = socialWorkSince !== null && socialWorkSince > today;
  if (!future && isOfWorkingAge(birthYear, began)) return;
  throw workerServiceImplausible({ began: future ? socialWorkSince : began, age: WORKING_AGE });
}

/** Not before the exam existed, and not by a child. */
export function requirePossibleCertificate(
  birthYear: number,
  { level, obtainedOn }: { readonly level: QualificationLevel; readonly obtainedOn: CalendarDate },
): void {
  const first = FIRST_EXAM[level];
  if (yearOf(obtainedOn) >= first && isOfWorkingAge(birthYear, obtainedOn)) return;
  throw qualificationDateImplausible({ obtainedOn, level, first });
}

export function requireWorkingAge(birthYear: number, day: CalendarDate): void {
  if (!isOfWorkingAge(birthYear, day)) throw postingBeforeWorkingAge({ day, age: WORKING_AGE });
}

export function isOfWorkingAge(birthYear: number, day: CalendarDate): boolean {
  return yearOf(day) >= birthYear + WORKING_AGE;
}

/** A study ends after it began, and by somebody who can have finished it. */
export function requirePossibleDegree(
  birthYear: number,
  degree: LifeFacts['education'] & { readonly startedOn: CalendarDate | null },
  today: CalendarDate,
): void {
  const { startedOn, graduatedOn } = degree;
  if (startedOn !== null && startedOn >= graduatedOn)
    throw workerDaysOutOfOrder({ from: startedOn, to: graduatedOn });
  requireGraduation({ birthYear, education: degree, socialWorkSince: null, priorSocialWorkMonths: 0 }, today);
}

export function requirePossiblePeriod(
  birthYear: number,
  { servedFrom, servedTo }: { readonly servedFrom: CalendarDate; readonly servedTo: CalendarDate },
  today: CalendarDate,
): void {
  if (servedTo < servedFrom) throw workerDaysOutOfOrder({ from: servedFrom, to: servedTo });
  if (servedTo <= today && isOfWorkingAge(birthYear, servedFrom)) return;
  throw workerServiceImplausible({ began: servedTo > today ? servedTo : servedFrom, age: WORKING_AGE });
}
