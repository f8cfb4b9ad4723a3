import { describe, expect, it } from 'vitest';
import {
  aQualification,
  aWorker,
  day,
  ELSEWHERE,
  HONGHUATAO,
  region,
  TODAY,
  YIDU,
} from '../../../test/builders.ts';
import { idNumber } from './personal-data.ts';
import { agreeOnBirth, isCertifiedIn, recordQualification, registerWorker } from './social-worker.ts';
import { examProfile } from './exam-profile.ts';

describe('registering a worker', () => {
  it('tells ids and codes alone (PER-16)', () => {
    const { events } = registerWorker(aWorker(), TODAY);

    expect(events).toEqual([
      {
        type: 'worker.registered',
        workerId: aWorker().id,
        countyCode: YIDU,
        employerAgencyId: aWorker().employerAgencyId,
      },
    ]);
  });

  it('refuses an office outside the county (PER-1) and a graduation in childhood', () => {
    expect(() =>
      registerWorker(aWorker({ directsOfficeOf: HONGHUATAO, countyCode: ELSEWHERE }), TODAY),
    ).toThrow(expect.objectContaining({ code: 'WORKER_OFFICE_ELSEWHERE' }));
    expect(() => registerWorker(aWorker({ birthYear: 2015 }), TODAY)).toThrow(
      expect.objectContaining({ code: 'WORKER_GRADUATION_IMPLAUSIBLE' }),
    );
  });
});

describe('PER-16 the year of birth', () => {
  it('is the one of the ID number where both are given', () => {
    const number = idNumber('11010519491231002X');

    expect(() => agreeOnBirth(1950, number, TODAY)).toThrow(
      expect.objectContaining({ code: 'WORKER_BIRTH_YEAR_MISMATCH' }),
    );
    expect(() => agreeOnBirth(1949, number, TODAY)).not.toThrow();
    expect(() => agreeOnBirth(1950, null, TODAY)).not.toThrow();
  });
});

describe('recording a qualification', () => {
  it('tells the level and the pass line, and not the number', () => {
    const { state, events } = recordQualification(aWorker(), aQualification(), TODAY);

    expect(isCertifiedIn(state, YIDU)).toBe(true);
    expect(events).toMatchObject([
      { type: 'qualification.obtained', level: 'ASSISTANT', passLineKind: 'NATIONAL' },
    ]);
    expect(JSON.stringify(events)).not.toContain('DEMO-2025-0001');
  });

  it('refuses a day in the future and a number that the worker has', () => {
    const worker = aWorker({ qualifications: [aQualification()] });

    expect(() =>
      recordQualification(aWorker(), aQualification({ obtainedOn: day('2026-11-21') }), TODAY),
    ).toThrow(expect.objectContaining({ code: 'QUALIFICATION_DATE_IN_FUTURE' }));
    expect(() => recordQualification(worker, aQualification(), TODAY)).toThrow(
      expect.objectContaining({ code: 'QUALIFICATION_NUMBER_TAKEN' }),
    );
  });
});

describe('PER-13 recording a certificate of a separate pass line', () => {
  it('asks for its area, and keeps none for a national one', () => {
    const separate = aQualification({ passLine: 'SEPARATE_LINE' });
    const national = aQualification({ validWithin: region('640000') });

    expect(() => recordQualification(aWorker(), separate, TODAY)).toThrow(
      expect.objectContaining({ code: 'QUALIFICATION_AREA_MISSING', details: { rule: 'PER-13' } }),
    );
    expect(recordQualification(aWorker(), national, TODAY).state.qualifications[0]?.validWithin).toBeNull();
  });
});

describe('the profile that the exam reads', () => {
  it('begins social work with the post where none came before', () => {
    expect(examProfile(aWorker({ socialWorkSince: null }), day('2025-01-20')).socialWorkSince).toBe(
      '2025-01-20',
    );
    expect(examProfile(aWorker(), day('2025-01-20')).socialWorkSince).toBe('2021-01-15');
  });

  it('counts the earliest certificate of a level, and for the senior level only one by exam', () => {
    const worker = aWorker({
      qualifications: [
        aQualification({ level: 'SOCIAL_WORKER', obtainedOn: day('2019-01-01'), byExam: false }),
        aQualification({ level: 'SOCIAL_WORKER', obtainedOn: day('2021-01-01') }),
        aQualification({ obtainedOn: day('2018-01-01') }),
      ],
    });

    expect(examProfile(worker, null)).toMatchObject({
      assistantSince: '2018-01-01',
      socialWorkerSince: '2021-01-01',
    });
  });
});
