import { describe, expect, it } from 'vitest';
import { aQualification, aWorker, day, region, TODAY } from '../../../test/builders.ts';
import { requireSeparateLine } from './separate-line.ts';
import { idNumber, idNumberCheck } from './personal-data.ts';
import { agreeOnBirth, recordQualification, registerWorker, type SocialWorker } from './social-worker.ts';

const registering = (facts: Partial<SocialWorker>) => () => registerWorker(aWorker(facts), TODAY);
const degree = (level: SocialWorker['education']['level'], graduatedOn: string) => ({
  education: { level, major: 'LAW' as const, fullTime: true, graduatedOn: day(graduatedOn) },
});

describe('facts that no life holds are refused', () => {
  it.each([
    ['born in the future', { birthYear: 2031 }, 'WORKER_TOO_YOUNG'],
    ['a child', { birthYear: 2011, ...degree('HIGH_SCHOOL', '2026-06-30') }, 'WORKER_TOO_YOUNG'],
    ['a doctor at ten', degree('DOCTOR', '2008-06-30'), 'WORKER_GRADUATION_IMPLAUSIBLE'],
    ['a bachelor at twelve', degree('BACHELOR', '2010-06-30'), 'WORKER_GRADUATION_IMPLAUSIBLE'],
    ['a degree of the year after next', degree('BACHELOR', '2028-06-30'), 'WORKER_GRADUATION_IMPLAUSIBLE'],
    ['work before sixteen', { socialWorkSince: day('2009-01-01') }, 'WORKER_SERVICE_IMPLAUSIBLE'],
    ['work from tomorrow', { socialWorkSince: day('2026-11-21') }, 'WORKER_SERVICE_IMPLAUSIBLE'],
    ['months of work in childhood', { priorSocialWorkMonths: 120 }, 'WORKER_SERVICE_IMPLAUSIBLE'],
    [
      'months of work and none now, longer than a life',
      { socialWorkSince: null, priorSocialWorkMonths: 200 },
      'WORKER_SERVICE_IMPLAUSIBLE',
    ],
  ])('%s', (_what, facts, code) => {
    expect(registering(facts)).toThrow(expect.objectContaining({ code }));
  });

  it('whoever turns sixteen tomorrow, where the ID number says so', () => {
    const number = (birthday: string) => {
      const digits = `420581${birthday}123`;
      return idNumber(`${digits}${idNumberCheck(digits)}`);
    };
    const [year, rest] = [Number(TODAY.slice(0, 4)) - 16, TODAY.slice(5).replace('-', '')];

    expect(() => agreeOnBirth(year, number(`${year}1231`), TODAY)).toThrow(
      expect.objectContaining({ code: 'WORKER_TOO_YOUNG' }),
    );
    expect(() => agreeOnBirth(year, number(`${year}${rest}`), TODAY)).not.toThrow();
  });

  it('and a life as people lead it is taken', () => {
    expect(registering({})).not.toThrow();
    expect(registering(degree('DOCTOR', '2025-06-30'))).not.toThrow();
    expect(registering(degree('BACHELOR', '2027-06-30'))).not.toThrow();
  });

  it.each([
    ['before birth', { obtainedOn: day('1990-01-01') }],
    ['in childhood', { obtainedOn: day('2010-06-01') }],
    ['before the exam existed', { obtainedOn: day('2007-12-31') }],
    ['senior before there was one', { level: 'SENIOR' as const, obtainedOn: day('2018-12-31') }],
  ])('a certificate obtained %s', (_what, facts) => {
    expect(() => recordQualification(aWorker(), aQualification(facts), TODAY)).toThrow(
      expect.objectContaining({ code: 'QUALIFICATION_DATE_IMPLAUSIBLE' }),
    );
  });

  it('the same certificate number in another writing', () => {
    const { state } = recordQualification(aWorker(), aQualification({ certificateNo: 'PM-4' }), TODAY);
    const again = aQualification({ certificateNo: 'ｐｍ-4' });

    expect(() => recordQualification(state, again, TODAY)).toThrow(
      expect.objectContaining({ code: 'QUALIFICATION_NUMBER_TAKEN' }),
    );
  });
});

describe('PER-13 a separate line is drawn where the notice says', () => {
  it.each(['540000', '540102', '513401', '511132', '640000', '653101', '622901'])('%s', (code) => {
    expect(() => requireSeparateLine(region(code), false)).not.toThrow();
  });

  it.each(['420581', '110000', '440300', '000000', '510104'])('not in %s', (code) => {
    expect(() => requireSeparateLine(region(code), false)).toThrow(
      expect.objectContaining({ code: 'QUALIFICATION_AREA_HAS_NO_LINE' }),
    );
  });

  it('in a county that is designated', () => {
    expect(() => requireSeparateLine(region('640522'), true)).not.toThrow();
  });
});
