import { addMonths, addYears, type CalendarDate, laterOf, yearOf } from '@qianshou/kernel';

export const QUALIFICATION_LEVELS = ['ASSISTANT', 'SOCIAL_WORKER', 'SENIOR'] as const;

export type QualificationLevel = (typeof QUALIFICATION_LEVELS)[number];

/** Lowest first: "or above" is a comparison of places in this list. */
export const EDUCATION_LEVELS = ['HIGH_SCHOOL', 'JUNIOR_COLLEGE', 'BACHELOR', 'MASTER', 'DOCTOR'] as const;

export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export const MAJORS = ['SOCIAL_WORK', 'SOCIOLOGY', 'LAW', 'PSYCHOLOGY', 'OTHER'] as const;

export type Major = (typeof MAJORS)[number];

/** What the exam's conditions ask about a person. */
export interface ExamProfile {
  readonly educationLevel: EducationLevel;
  readonly major: Major;
  /** Full-time study: months of it are not months of social work. */
  readonly fullTimeDegree: boolean;
  readonly graduatedOn: CalendarDate;
  /** First day of the present, unbroken social work; null while there is none. */
  readonly socialWorkSince: CalendarDate | null;
  /** Whole months of social work before that. */
  readonly priorSocialWorkMonths: number;
  readonly assistantSince: CalendarDate | null;
  /** Obtained by exam, as the senior level asks. */
  readonly socialWorkerSince: CalendarDate | null;
}

type Years = Readonly<Record<EducationLevel, number>>;

/** Domain 6.3, unchanged since 国人部发〔2006〕71号. High school is one row whatever was learnt there. */
export const ASSISTANT_YEARS: Readonly<Record<'socialWork' | 'other', Years>> = {
  socialWork: { HIGH_SCHOOL: 4, JUNIOR_COLLEGE: 2, BACHELOR: 0, MASTER: 0, DOCTOR: 0 },
  other: { HIGH_SCHOOL: 4, JUNIOR_COLLEGE: 4, BACHELOR: 2, MASTER: 2, DOCTOR: 2 },
};

/** High school is not here: it goes by the assistant certificate and the years after it. */
export const SOCIAL_WORKER_YEARS: Readonly<Record<'socialWork' | 'other', Omit<Years, 'HIGH_SCHOOL'>>> = {
  socialWork: { JUNIOR_COLLEGE: 4, BACHELOR: 3, MASTER: 1, DOCTOR: 0 },
  other: { JUNIOR_COLLEGE: 6, BACHELOR: 5, MASTER: 3, DOCTOR: 2 },
};

const HIGH_SCHOOL_YEARS_AFTER_ASSISTANT = 6;
const SENIOR_YEARS_AFTER_SOCIAL_WORKER = 5;

/**
 * PER-11: the first day on which the conditions of a level are met, as far as it can be known today; null when nothing
 * leads there yet (no certificate to count from, or no social work that adds up).
 */
export function firstEligibleOn(profile: ExamProfile, level: QualificationLevel): CalendarDate | null {
  if (level === 'ASSISTANT') return assistantFrom(profile);
  return level === 'SOCIAL_WORKER' ? socialWorkerFrom(profile) : seniorFrom(profile);
}

/** May the person sit the exam whose years run to this cut-off day (a setting of each exam year)? */
export function maySitExam(profile: ExamProfile, level: QualificationLevel, cutOff: CalendarDate): boolean {
  const first = firstEligibleOn(profile, level);
  return first !== null && first <= cutOff;
}

function assistantFrom(profile: ExamProfile): CalendarDate | null {
  const years = ASSISTANT_YEARS[branchOf(profile.major)][profile.educationLevel];
  // 应届毕业生: who takes a social-work degree this year may sit the exam before the day of graduation.
  if (years === 0) return `${yearOf(profile.graduatedOn)}-01-01` as CalendarDate;
  return afterService(profile, years);
}

function socialWorkerFrom(profile: ExamProfile): CalendarDate | null {
  if (profile.educationLevel === 'HIGH_SCHOOL') {
    return servedAfter(profile, profile.assistantSince, HIGH_SCHOOL_YEARS_AFTER_ASSISTANT);
  }
  return afterService(profile, SOCIAL_WORKER_YEARS[branchOf(profile.major)][profile.educationLevel]);
}

function seniorFrom(profile: ExamProfile): CalendarDate | null {
  const degree = EDUCATION_LEVELS.indexOf(profile.educationLevel) >= EDUCATION_LEVELS.indexOf('BACHELOR');
  if (!degree) return null;
  const after = servedAfter(profile, profile.socialWorkerSince, SENIOR_YEARS_AFTER_SOCIAL_WORKER);
  return after === null ? null : laterOf(after, profile.graduatedOn);
}

/** The day on which so many years of social work are full, and the education is there. */
function afterService(profile: ExamProfile, years: number): CalendarDate | null {
  const missing = years * 12 - profile.priorSocialWorkMonths;
  if (missing <= 0) return profile.graduatedOn;
  const countsFrom = serviceCountsFrom(profile);
  return countsFrom === null ? null : laterOf(addMonths(countsFrom, missing), profile.graduatedOn);
}

function serviceCountsFrom({
  socialWorkSince,
  fullTimeDegree,
  graduatedOn,
}: ExamProfile): CalendarDate | null {
  if (socialWorkSince === null) return null;
  return fullTimeDegree ? laterOf(socialWorkSince, graduatedOn) : socialWorkSince;
}

/**
 * Years after a certificate are years of social work served after it, not years of the calendar. The months before the
 * present work are taken to lie right before it; full-time study in between does not count.
 */
function servedAfter(
  { socialWorkSince, priorSocialWorkMonths, fullTimeDegree, graduatedOn }: ExamProfile,
  obtainedOn: CalendarDate | null,
  years: number,
): CalendarDate | null {
  if (obtainedOn === null || socialWorkSince === null) return null;
  const began = addMonths(socialWorkSince, -priorSocialWorkMonths);
  const studied = fullTimeDegree && graduatedOn > socialWorkSince;
  const countsFrom = laterOf(obtainedOn, studied ? laterOf(began, graduatedOn) : began);
  return addYears(countsFrom, years);
}

/** The exam that comes next: it is held once a year, in May or June; this year's while it has not been held. */
export function nextExamYear(today: CalendarDate): number {
  return today.slice(5) <= '06-30' ? yearOf(today) : yearOf(today) + 1;
}

function branchOf(major: Major): 'socialWork' | 'other' {
  return major === 'SOCIAL_WORK' ? 'socialWork' : 'other';
}
