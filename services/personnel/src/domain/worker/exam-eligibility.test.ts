import { addDays, addMonths, type CalendarDate } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../test/builders.ts';
import { EDUCATION_LEVELS, type EducationLevel, type Major, MAJORS, QUALIFICATION_LEVELS } from './levels.ts';
import { ASSISTANT_YEARS, SOCIAL_WORKER_YEARS } from './exam-table.ts';
import { type ExamProfile, firstEligibleOn, maySitExam, nextExamYear } from './exam-eligibility.ts';
import { cutOffOf, cutOffSourceOf } from './exam-cut-offs.ts';

function aProfile(facts: Partial<ExamProfile> = {}): ExamProfile {
  return {
    educationLevel: 'JUNIOR_COLLEGE',
    major: 'OTHER',
    fullTimeDegree: true,
    graduatedOn: day('2015-06-30'),
    socialWorkSince: day('2020-01-01'),
    priorSocialWorkMonths: 0,
    assistantSince: null,
    socialWorkerSince: null,
    ...facts,
  };
}

describe('PER-11 the assistant exam, row by row of domain 6.3', () => {
  it.each<[EducationLevel, Major, string]>([
    ['HIGH_SCHOOL', 'OTHER', '2024-01-01'],
    ['JUNIOR_COLLEGE', 'SOCIAL_WORK', '2022-01-01'],
    ['JUNIOR_COLLEGE', 'OTHER', '2024-01-01'],
    ['JUNIOR_COLLEGE', 'LAW', '2024-01-01'],
    ['BACHELOR', 'SOCIAL_WORK', '2015-01-01'],
    ['BACHELOR', 'PSYCHOLOGY', '2022-01-01'],
    ['MASTER', 'SOCIAL_WORK', '2015-01-01'],
    ['DOCTOR', 'OTHER', '2022-01-01'],
  ])('%s in %s is open from %s', (educationLevel, major, from) => {
    expect(firstEligibleOn(aProfile({ educationLevel, major }), 'ASSISTANT')).toBe(from);
  });

  it('counts earlier months of social work', () => {
    expect(firstEligibleOn(aProfile({ priorSocialWorkMonths: 18 }), 'ASSISTANT')).toBe('2022-07-01');
  });

  it('is open from graduation for someone whose earlier months already suffice', () => {
    const profile = aProfile({ priorSocialWorkMonths: 48, socialWorkSince: null });

    expect(firstEligibleOn(profile, 'ASSISTANT')).toBe('2015-06-30');
  });

  it('counts no time of full-time study, and time beside part-time study', () => {
    const studying = { socialWorkSince: day('2013-01-01') };

    expect(firstEligibleOn(aProfile(studying), 'ASSISTANT')).toBe('2019-06-30');
    expect(firstEligibleOn(aProfile({ ...studying, fullTimeDegree: false }), 'ASSISTANT')).toBe('2017-01-01');
  });

  it('leads nowhere without any social work', () => {
    expect(firstEligibleOn(aProfile({ socialWorkSince: null }), 'ASSISTANT')).toBeNull();
  });
});

describe('PER-11 the social worker exam', () => {
  it.each<[EducationLevel, Major, string]>([
    ['JUNIOR_COLLEGE', 'SOCIAL_WORK', '2024-01-01'],
    ['BACHELOR', 'SOCIAL_WORK', '2023-01-01'],
    ['MASTER', 'SOCIAL_WORK', '2021-01-01'],
    ['DOCTOR', 'SOCIAL_WORK', '2015-06-30'],
    ['JUNIOR_COLLEGE', 'OTHER', '2026-01-01'],
    ['BACHELOR', 'LAW', '2025-01-01'],
    ['MASTER', 'OTHER', '2023-01-01'],
    ['DOCTOR', 'SOCIOLOGY', '2022-01-01'],
  ])('%s in %s is open from %s', (educationLevel, major, from) => {
    expect(firstEligibleOn(aProfile({ educationLevel, major }), 'SOCIAL_WORKER')).toBe(from);
  });

  it('asks high school for the assistant certificate and six years after it', () => {
    const profile = aProfile({ educationLevel: 'HIGH_SCHOOL', priorSocialWorkMonths: 400 });

    expect(firstEligibleOn(profile, 'SOCIAL_WORKER')).toBeNull();
    expect(firstEligibleOn({ ...profile, assistantSince: day('2018-08-01') }, 'SOCIAL_WORKER')).toBe(
      '2024-08-01',
    );
  });
});

describe('PER-11 the senior exam', () => {
  it('asks for years of service after the certificate, not of the calendar', () => {
    const idle = { socialWorkSince: null, priorSocialWorkMonths: 0 };
    const highSchool = { ...idle, educationLevel: 'HIGH_SCHOOL', assistantSince: day('2015-06-01') } as const;
    const senior = { ...idle, educationLevel: 'BACHELOR', socialWorkerSince: day('2015-06-01') } as const;

    expect(maySitExam(aProfile(highSchool), 'SOCIAL_WORKER', day('2090-12-31'))).toBe(false);
    expect(maySitExam(aProfile(senior), 'SENIOR', day('2090-12-31'))).toBe(false);
    expect(firstEligibleOn(aProfile({ ...senior, socialWorkSince: day('2022-03-01') }), 'SENIOR')).toBe(
      '2027-03-01',
    );
  });

  it('asks for a degree and five years of service after the social worker certificate', () => {
    const certified = { socialWorkerSince: day('2019-09-15') };

    expect(firstEligibleOn(aProfile({ ...certified, educationLevel: 'BACHELOR' }), 'SENIOR')).toBe(
      '2025-01-01',
    );
    expect(
      firstEligibleOn(aProfile({ ...certified, educationLevel: 'JUNIOR_COLLEGE' }), 'SENIOR'),
    ).toBeNull();
    expect(firstEligibleOn(aProfile({ educationLevel: 'DOCTOR' }), 'SENIOR')).toBeNull();
  });
});

describe('the cut-off day of an exam year', () => {
  it('is the last day of the year before it, and the next exam is this year’s until it is held', () => {
    expect(cutOffOf(2025)).toBe('2024-12-31');
    expect(cutOffSourceOf(2025)).toContain('2025');
    expect([day('2026-03-10'), day('2026-06-30'), day('2026-07-01')].map(nextExamYear)).toEqual([
      2026, 2026, 2027,
    ]);
  });

  it('is assumed, and says so by having no source, where the notice of the year is not known', () => {
    expect([cutOffOf(2031), cutOffSourceOf(2031)]).toEqual(['2030-12-31', null]);
  });

  it('lets in whoever is eligible on it and nobody after it', () => {
    expect(maySitExam(aProfile(), 'ASSISTANT', day('2024-01-01'))).toBe(true);
    expect(maySitExam(aProfile(), 'ASSISTANT', day('2023-12-31'))).toBe(false);
    expect(maySitExam(aProfile({ socialWorkSince: null }), 'ASSISTANT', day('2090-01-01'))).toBe(false);
  });
});

const aDay = fc.integer({ min: 0, max: 7000 }).map((days) => addDays(day('2008-01-01'), days));
const profiles: fc.Arbitrary<ExamProfile> = fc.record({
  educationLevel: fc.constantFrom(...EDUCATION_LEVELS),
  major: fc.constantFrom(...MAJORS),
  fullTimeDegree: fc.boolean(),
  graduatedOn: aDay,
  socialWorkSince: fc.option(aDay),
  priorSocialWorkMonths: fc.integer({ min: 0, max: 120 }),
  assistantSince: fc.option(aDay),
  socialWorkerSince: fc.option(aDay),
});

/** Counts full months one after the other instead of computing the day on which they are full. */
function monthsServed(profile: ExamProfile, on: CalendarDate): number {
  const { socialWorkSince, fullTimeDegree, graduatedOn } = profile;
  if (socialWorkSince === null) return profile.priorSocialWorkMonths;
  const from = fullTimeDegree && graduatedOn > socialWorkSince ? graduatedOn : socialWorkSince;
  let months = 0;
  while (addMonths(from, months + 1) <= on) months += 1;
  return profile.priorSocialWorkMonths + months;
}

/** The table of 6.3 read as a question about one day. */
function isEligible(profile: ExamProfile, on: CalendarDate): boolean {
  const { educationLevel, major, graduatedOn } = profile;
  const years = ASSISTANT_YEARS[major === 'SOCIAL_WORK' ? 'socialWork' : 'other'][educationLevel];
  if (years === 0) return graduatedOn.slice(0, 4) <= on.slice(0, 4);
  return graduatedOn <= on && monthsServed(profile, on) >= years * 12;
}

describe('PER-11 as properties', () => {
  it('names the very day from which the table answers yes', () => {
    fc.assert(
      fc.property(profiles, aDay, (profile, on) => {
        expect(maySitExam(profile, 'ASSISTANT', on)).toBe(isEligible(profile, on));
      }),
      { numRuns: 2000 },
    );
  });

  it('never closes an exam again, and more months of service never open it later', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.constantFrom(...QUALIFICATION_LEVELS),
        aDay,
        fc.nat(2000),
        fc.nat(24),
        (profile, level, on, later, months) => {
          const more = { ...profile, priorSocialWorkMonths: profile.priorSocialWorkMonths + months };

          if (!maySitExam(profile, level, on)) return;
          expect(maySitExam(profile, level, addDays(on, later))).toBe(true);
          expect(maySitExam(more, level, on)).toBe(true);
        },
      ),
    );
  });

  it('asks another major for two years more at the social worker level, at every degree', () => {
    for (const level of ['JUNIOR_COLLEGE', 'BACHELOR', 'MASTER', 'DOCTOR'] as const) {
      expect(SOCIAL_WORKER_YEARS.other[level] - SOCIAL_WORKER_YEARS.socialWork[level]).toBe(2);
    }
  });
});
