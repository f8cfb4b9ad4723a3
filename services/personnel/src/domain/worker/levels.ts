export const QUALIFICATION_LEVELS = ['ASSISTANT', 'SOCIAL_WORKER', 'SENIOR'] as const;

export type QualificationLevel = (typeof QUALIFICATION_LEVELS)[number];

/** Lowest first: "or above" is a comparison of places in this list. */
export const EDUCATION_LEVELS = ['HIGH_SCHOOL', 'JUNIOR_COLLEGE', 'BACHELOR', 'MASTER', 'DOCTOR'] as const;

export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export const MAJORS = ['SOCIAL_WORK', 'SOCIOLOGY', 'LAW', 'PSYCHOLOGY', 'OTHER'] as const;

export type Major = (typeof MAJORS)[number];
