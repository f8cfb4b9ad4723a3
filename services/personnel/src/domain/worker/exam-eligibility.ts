import { addMonths, type CalendarDate, laterOf, yearOf } from '@qianshou/kernel';
import { type ExamTable, examTableOf } from './exam-table.ts';
import { EDUCATION_LEVELS, type EducationLevel, type Major, type QualificationLevel } from './levels.ts';
import { fullOn, since, type Span, until, without } from './service-time.ts';

/** A degree as the conditions read it. */
export interface DegreeFacts {
  readonly level: EducationLevel;
  readonly major: Major;
  readonly fullTime: boolean;
  /** First day of the study; null where only its end is known. */
  readonly startedOn: CalendarDate | null;
  readonly graduatedOn: CalendarDate;
}

/** What the exam's conditions ask about a person. */
export interface ExamProfile {
  readonly educationLevel: EducationLevel;
  readonly major: Major;
  /** Full-time study: months of it are not months of social work. */
  readonly fullTimeDegree: boolean;
  readonly graduatedOn: CalendarDate;
  readonly studyStartedOn?: CalendarDate | null;
  /** Beside the highest: each opens what it opens. */
  readonly degrees?: readonly DegreeFacts[];
  /** First day of the present, unbroken social work; null while there is none. */
  readonly socialWorkSince: CalendarDate | null;
  /** Whole months of social work before that, of which the days are not known. */
  readonly priorSocialWorkMonths: number;
  /** Social work before that of which they are. */
  readonly periods?: readonly Span[];
  readonly assistantSince: CalendarDate | null;
  /** Obtained by exam, as the senior level asks. */
  readonly socialWorkerSince: CalendarDate | null;
}

/** What the table asks of who comes with this degree; `after` is the certificate from which the years run. */
export interface ExamRow {
  readonly degree: DegreeFacts;
  readonly years: number;
  readonly after: 'ASSISTANT' | 'SOCIAL_WORKER' | null;
  /** 应届毕业生: who takes a social-work degree this year may sit the exam before the day of graduation. */
  readonly beforeGraduation: boolean;
}

/**
 * PER-11: the first day on which the conditions of a level are met, as far as it can be known today; null when nothing
 * leads there yet (no certificate to count from, or no social work that adds up).
 */
export function firstEligibleOn(
  profile: ExamProfile,
  level: QualificationLevel,
  table = examTableOf(yearOf(profile.graduatedOn)),
): CalendarDate | null {
  const days = rowsOf(profile, level, table).flatMap((row) => opensOn(profile, row) ?? []);
  return days.toSorted()[0] ?? null;
}

/** May the person sit the exam whose years run to this cut-off day (a setting of each exam year)? */
export function maySitExam(profile: ExamProfile, level: QualificationLevel, cutOff: CalendarDate): boolean {
  const first = firstEligibleOn(profile, level);
  return first !== null && first <= cutOff;
}

/** The rows of the table by which a person may come in, one a degree. */
export function rowsOf(
  profile: ExamProfile,
  level: QualificationLevel,
  table: ExamTable,
): readonly ExamRow[] {
  return degreesOf(profile).flatMap((degree) => ROW[level](degree, table) ?? []);
}

export function degreesOf(profile: ExamProfile): readonly DegreeFacts[] {
  const highest = {
    level: profile.educationLevel,
    major: profile.major,
    fullTime: profile.fullTimeDegree,
    startedOn: profile.studyStartedOn ?? null,
    graduatedOn: profile.graduatedOn,
  };
  return [highest, ...(profile.degrees ?? [])];
}

const ROW: Readonly<Record<QualificationLevel, (degree: DegreeFacts, table: ExamTable) => ExamRow | null>> = {
  ASSISTANT: (degree, table) => {
    const years = table.assistant[branchOf(degree.major)][degree.level];
    return { degree, years, after: null, beforeGraduation: years === 0 };
  },
  SOCIAL_WORKER: (degree, table) => {
    const row = { degree, beforeGraduation: false };
    if (degree.level === 'HIGH_SCHOOL') {
      return { ...row, years: table.highSchoolYearsAfterAssistant, after: 'ASSISTANT' };
    }
    return { ...row, years: table.socialWorker[branchOf(degree.major)][degree.level], after: null };
  },
  SENIOR: (degree, table) => {
    if (!isBachelorOrAbove(degree.level)) return null;
    const years = table.seniorYearsAfterSocialWorker;
    return { degree, years, after: 'SOCIAL_WORKER', beforeGraduation: false };
  },
};

function isBachelorOrAbove(level: EducationLevel): boolean {
  return EDUCATION_LEVELS.indexOf(level) >= EDUCATION_LEVELS.indexOf('BACHELOR');
}

/** The day on which everything is there that this row asks for. */
export function opensOn(profile: ExamProfile, row: ExamRow): CalendarDate | null {
  const { graduatedOn } = row.degree;
  if (row.beforeGraduation) return `${yearOf(graduatedOn)}-01-01` as CalendarDate;
  const full = servedOn(profile, row);
  return full === null ? null : laterOf(full, graduatedOn);
}

/** The day on which the years are full. */
export function servedOn(profile: ExamProfile, row: ExamRow): CalendarDate | null {
  const months = row.years * 12;
  if (row.after !== null) {
    const spans = servedSince(profile, row.after);
    return spans === null ? null : fullOn(spans, months);
  }
  const missing = months - profile.priorSocialWorkMonths;
  return missing <= 0 ? row.degree.graduatedOn : fullOn(serviceOf(profile), missing);
}

/** Days of social work of which the days are known, each once, and none of full-time study. */
export function serviceOf(profile: ExamProfile): readonly Span[] {
  return without(knownService(profile), studiesOf(profile));
}

/**
 * Years after a certificate are years of social work served after it, not years of the calendar. The months before the
 * present work of which the days are not known are taken to lie right before it.
 */
export function servedSince(
  profile: ExamProfile,
  certificate: 'ASSISTANT' | 'SOCIAL_WORKER',
): readonly Span[] | null {
  const { socialWorkSince, priorSocialWorkMonths, periods = [] } = profile;
  const obtainedOn = certificate === 'ASSISTANT' ? profile.assistantSince : profile.socialWorkerSince;
  if (obtainedOn === null || (socialWorkSince === null && periods.length === 0)) return null;
  const before =
    socialWorkSince === null
      ? []
      : [{ from: addMonths(socialWorkSince, -priorSocialWorkMonths), until: socialWorkSince }];
  const overlapping = studiesOf(profile).filter(
    (study) => study.known || socialWorkSince === null || (study.until ?? '') > socialWorkSince,
  );
  const spans = [...without(before, overlapping), ...serviceOf(profile)];
  return since(without(spans, []), obtainedOn);
}

function knownService({ socialWorkSince, periods = [] }: ExamProfile): readonly Span[] {
  return socialWorkSince === null ? periods : [...periods, { from: socialWorkSince, until: null }];
}

/** Full-time study: from its first day where that is known, else everything before graduation. */
function studiesOf(profile: ExamProfile): readonly (Span & { readonly known: boolean })[] {
  return degreesOf(profile)
    .filter(({ fullTime }) => fullTime)
    .map(({ startedOn, graduatedOn }) =>
      startedOn === null
        ? { ...until(graduatedOn), known: false }
        : { from: startedOn, until: graduatedOn, known: true },
    );
}

/** The exam that comes next: it is held once a year, in May or June; this year's while it has not been held. */
export function nextExamYear(today: CalendarDate): number {
  return today.slice(5) <= '06-30' ? yearOf(today) : yearOf(today) + 1;
}

function branchOf(major: Major): 'socialWork' | 'other' {
  return major === 'SOCIAL_WORK' ? 'socialWork' : 'other';
}
