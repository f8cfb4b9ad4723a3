import type { EducationLevel, QualificationLevel } from './levels.ts';

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

/** The conditions that hold for the exams from a year on. */
export interface ExamTable {
  readonly fromExamYear: number;
  readonly assistant: typeof ASSISTANT_YEARS;
  readonly socialWorker: typeof SOCIAL_WORKER_YEARS;
  readonly highSchoolYearsAfterAssistant: number;
  readonly seniorYearsAfterSocialWorker: number;
  readonly source: string;
}

const SINCE_2008: ExamTable = {
  fromExamYear: 2008,
  assistant: ASSISTANT_YEARS,
  socialWorker: SOCIAL_WORKER_YEARS,
  highSchoolYearsAfterAssistant: 6,
  seniorYearsAfterSocialWorker: 5,
  source: '国人部发〔2006〕71号;高级按《高级社会工作师评价办法》(2019年起)',
};

/** One entry where the conditions change, the latest first. */
const EXAM_TABLES: readonly ExamTable[] = [SINCE_2008];

/** In which year each exam was first held (domain 6.3). */
export const FIRST_EXAM: Readonly<Record<QualificationLevel, number>> = {
  ASSISTANT: 2008,
  SOCIAL_WORKER: 2008,
  SENIOR: 2019,
};

export function examTableOf(examYear: number): ExamTable {
  return EXAM_TABLES.find(({ fromExamYear }) => fromExamYear <= examYear) ?? SINCE_2008;
}
