import { addDays } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../test/builders.ts';
import { answerExam } from './exam-answer.ts';
import { examCalendarOf, lastUsefulExam } from './exam-calendar.ts';
import { EDUCATION_LEVELS, MAJORS, QUALIFICATION_LEVELS, type QualificationLevel } from './levels.ts';
import { type DegreeFacts, type ExamProfile, maySitExam } from './exam-eligibility.ts';

function aProfile(facts: Partial<ExamProfile> = {}): ExamProfile {
  return {
    educationLevel: 'JUNIOR_COLLEGE',
    major: 'OTHER',
    fullTimeDegree: true,
    graduatedOn: day('2015-06-30'),
    socialWorkSince: day('2022-07-01'),
    priorSocialWorkMonths: 0,
    assistantSince: null,
    socialWorkerSince: null,
    ...facts,
  };
}

const asked = (facts: Partial<ExamProfile>, level: QualificationLevel, examYear: number) =>
  answerExam(aProfile(facts), level, { examYear, held: [] });

describe('PER-11 what is missing for an exam', () => {
  it('is months of service, with what there is by the cut-off and the day on which they are full', () => {
    expect(asked({}, 'ASSISTANT', 2025)).toMatchObject({
      eligible: false,
      from: '2026-07-01',
      missing: [{ condition: 'SERVICE_MONTHS', has: '29', needs: '48', fulfilledOn: '2026-07-01' }],
    });
    expect(asked({}, 'ASSISTANT', 2027)).toMatchObject({ eligible: true, missing: [] });
  });

  it('is the certificate of the level below, and the months after it', () => {
    const highSchool = { educationLevel: 'HIGH_SCHOOL' } as const;

    expect(asked(highSchool, 'SOCIAL_WORKER', 2030).missing).toEqual([
      { condition: 'CERTIFICATE', has: null, needs: 'ASSISTANT', fulfilledOn: null },
      { condition: 'SERVICE_MONTHS_AFTER_CERTIFICATE', has: '0', needs: '72', fulfilledOn: null },
    ]);
    expect(
      asked({ ...highSchool, assistantSince: day('2024-08-01') }, 'SOCIAL_WORKER', 2030).missing,
    ).toEqual([
      { condition: 'SERVICE_MONTHS_AFTER_CERTIFICATE', has: '64', needs: '72', fulfilledOn: '2030-08-01' },
    ]);
  });

  it('is a degree for the senior exam, which is held since 2019', () => {
    expect(asked({}, 'SENIOR', 2018).missing).toMatchObject([
      { condition: 'EXAM_HELD', needs: '2019' },
      { condition: 'EDUCATION', needs: 'BACHELOR' },
    ]);
  });

  it('is nothing for who takes a social-work degree in the year of the exam', () => {
    const fresh = { educationLevel: 'BACHELOR', major: 'SOCIAL_WORK', socialWorkSince: null } as const;
    const graduatedOn = day('2026-06-30');

    expect(asked({ ...fresh, graduatedOn }, 'ASSISTANT', 2026)).toMatchObject({
      eligible: true,
      missing: [],
    });
    expect(asked({ ...fresh, graduatedOn }, 'ASSISTANT', 2025).missing).toMatchObject([
      { condition: 'GRADUATION', has: '2026-06-30', fulfilledOn: '2026-06-30' },
    ]);
    expect(asked({ ...fresh, graduatedOn, major: 'LAW' }, 'ASSISTANT', 2026).eligible).toBe(false);
  });

  it('says that a level, or a higher one, is held already', () => {
    const answer = (level: QualificationLevel) =>
      answerExam(aProfile(), level, { examYear: 2026, held: ['SOCIAL_WORKER'] }).alreadyHeld;

    expect(QUALIFICATION_LEVELS.map(answer)).toEqual([true, true, false]);
  });
});

describe('PER-11 several degrees and dated service', () => {
  const bachelor: DegreeFacts = {
    level: 'BACHELOR',
    major: 'SOCIAL_WORK',
    fullTime: false,
    startedOn: null,
    graduatedOn: day('2024-01-10'),
  };

  it('goes by the degree that opens the exam first', () => {
    expect(asked({ degrees: [bachelor] }, 'ASSISTANT', 2025)).toMatchObject({
      eligible: true,
      from: '2024-01-01',
    });
  });

  it('counts days that two records name once, and none of full-time study', () => {
    const periods = [
      { from: day('2016-01-01'), until: day('2018-01-01') },
      { from: day('2017-01-01'), until: day('2019-01-01') },
    ];
    const study = { ...bachelor, major: 'LAW', fullTime: true, startedOn: day('2017-07-01') } as const;
    const served = { socialWorkSince: null, periods };

    expect(asked(served, 'ASSISTANT', 2025).missing).toMatchObject([
      { has: '36', needs: '48', fulfilledOn: null },
    ]);
    expect(
      asked({ ...served, degrees: [{ ...study, graduatedOn: day('2018-07-01') }] }, 'ASSISTANT', 2025),
    ).toMatchObject({ eligible: true, from: '2018-12-31' });
  });
});

const aDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(day('2008-01-01'), days));
const aPeriod = fc
  .tuple(aDay, fc.integer({ min: 1, max: 900 }))
  .map(([from, days]) => ({ from, until: addDays(from, days) }));
const aDegree: fc.Arbitrary<DegreeFacts> = fc.record({
  level: fc.constantFrom(...EDUCATION_LEVELS),
  major: fc.constantFrom(...MAJORS),
  fullTime: fc.boolean(),
  startedOn: fc.option(aDay),
  graduatedOn: aDay,
});
const profiles: fc.Arbitrary<ExamProfile> = fc.record({
  educationLevel: fc.constantFrom(...EDUCATION_LEVELS),
  major: fc.constantFrom(...MAJORS),
  fullTimeDegree: fc.boolean(),
  graduatedOn: aDay,
  degrees: fc.array(aDegree, { maxLength: 2 }),
  periods: fc.array(aPeriod, { maxLength: 4 }),
  socialWorkSince: fc.option(aDay),
  priorSocialWorkMonths: fc.integer({ min: 0, max: 60 }),
  assistantSince: fc.option(aDay),
  socialWorkerSince: fc.option(aDay),
});
const levels = fc.constantFrom(...QUALIFICATION_LEVELS);

describe('PER-11 as properties of degrees, service, certificates and years', () => {
  it('nothing is missing exactly for whom the table lets in', () => {
    fc.assert(
      fc.property(profiles, levels, fc.integer({ min: 2019, max: 2035 }), (profile, level, examYear) => {
        const { eligible, missing } = answerExam(profile, level, { examYear, held: [] });
        expect(eligible).toBe(missing.length === 0);
        if (maySitExam(profile, level, examCalendarOf(examYear).cutOff)) expect(eligible).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a period that lies within another changes no answer', () => {
    fc.assert(
      fc.property(profiles, levels, (profile, level) => {
        const twice = { ...profile, periods: [...(profile.periods ?? []), ...(profile.periods ?? [])] };
        const ask = (of: ExamProfile) => answerExam(of, level, { examYear: 2026, held: [] });
        expect(ask(twice)).toEqual(ask(profile));
      }),
      { numRuns: 200 },
    );
  });

  it('has fewer months than it needs of whatever service is missing', () => {
    fc.assert(
      fc.property(profiles, levels, (profile, level) => {
        for (const { condition, has, needs } of answerExam(profile, level, { examYear: 2026, held: [] })
          .missing)
          if (condition.startsWith('SERVICE')) expect(Number(has)).toBeLessThan(Number(needs));
      }),
      { numRuns: 300 },
    );
  });
});

describe('PER-9 the last useful exam', () => {
  it('is the last one whose result is out by the deadline, by the calendar of its year', () => {
    expect(lastUsefulExam(day('2025-07-31'))).toMatchObject({ examYear: 2025, signUpFrom: '2025-03-10' });
    expect(lastUsefulExam(day('2025-07-30')).examYear).toBe(2024);
  });

  it('says that the calendar of a year is not known, and assumes the days of the latest that is', () => {
    expect(lastUsefulExam(day('2028-02-29'))).toMatchObject({
      examYear: 2027,
      signUpFrom: '2027-03-10',
      cutOff: '2026-12-31',
      source: null,
    });
  });
});
