import type { CalendarDate, Grounds, RegionCode } from '@qianshou/kernel';
import type { EducationLevel, Major } from './levels.ts';
import type { Sealed } from './personal-data.ts';

export interface Education {
  readonly level: EducationLevel;
  readonly major: Major;
  readonly fullTime: boolean;
  readonly graduatedOn: CalendarDate;
}

/** What is said of a person beside what they learnt and did. */
export interface PersonFacts {
  readonly countyCode: RegionCode;
  readonly name: Sealed;
  readonly phone: Sealed | null;
  readonly idNumber: Sealed | null;
  readonly birthYear: number;
  readonly localResident: boolean;
  readonly education: Education;
  readonly socialWorkSince: CalendarDate | null;
  readonly priorSocialWorkMonths: number;
}

export type PersonFact = keyof PersonFacts;

/** What a person's entry said before, of what was put right then: the rest is left out. */
export interface PersonCorrection extends Partial<PersonFacts>, Grounds {
  readonly on: CalendarDate;
  readonly fields: readonly PersonFact[];
}
