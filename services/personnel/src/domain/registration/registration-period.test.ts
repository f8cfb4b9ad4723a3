import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aQualification, aWorker, day, uuid } from '../../../test/builders.ts';
import { qualificationId, registrationId } from '../ids.ts';
import type { Registration } from '../worker/registration.ts';
import type { SocialWorker } from '../worker/social-worker.ts';
import { type CreditedYear, periodsOf, registrationStanding } from './registration-period.ts';
import { registrationDecisions, requireInOrder } from './registrations.ts';

const certificate = aQualification({ obtainedOn: day('2020-08-01') });
const TODAY = day('2026-11-20');

function registered(number: number, registeredOn: string, facts: Partial<Registration> = {}): Registration {
  return {
    id: registrationId(`rgn_${uuid(number)}`),
    qualificationId: certificate.id,
    registeredOn: day(registeredOn),
    hoursElsewhere: 0,
    proof: null,
    struck: null,
    corrections: [],
    recorded: null,
    ...facts,
  };
}

const holder = (registrations: readonly Registration[], facts: Partial<SocialWorker> = {}) =>
  aWorker({ qualifications: [certificate], registrations, ...facts });
const on = (raw: string, hours: number): CreditedYear => ({
  year: Number(raw.slice(0, 4)),
  hours,
  days: [{ on: day(raw), hours }],
});
const hoursOf = (worker: SocialWorker, credited: readonly CreditedYear[], level = certificate.level) =>
  periodsOf(worker, { id: certificate.id, level }, credited, TODAY).map(({ hoursDone }) => hoursDone);

describe('a registration', () => {
  it('lasts three years, 29 February included, and one in time goes on from the day after', () => {
    const worker = holder([
      registered(1, '2020-02-29'),
      registered(2, '2022-12-15'),
      registered(3, '2026-03-01'),
    ]);

    expect(
      periodsOf(worker, certificate, [], TODAY).map(({ from, until, renewableFrom }) => [
        from,
        until,
        renewableFrom,
      ]),
    ).toEqual([
      ['2020-02-29', '2023-02-27', '2022-11-28'],
      ['2023-02-28', '2026-02-27', '2025-11-28'],
      ['2026-03-01', '2029-02-28', '2028-12-01'],
    ]);
  });

  it.each([
    ['ASSISTANT', 72],
    ['SOCIAL_WORKER', 90],
    ['SENIOR', 90],
  ] as const)('of the level %s asks for %i hours', (level, needed) => {
    const worker = holder([registered(1, '2024-01-01')]);

    expect(periodsOf(worker, { ...certificate, level }, [], TODAY)).toMatchObject([{ hoursNeeded: needed }]);
  });

  it('counts the hours of its own days, and carries none over', () => {
    const worker = holder([registered(1, '2021-05-10'), registered(2, '2024-05-09')]);

    expect(hoursOf(worker, [on('2021-05-09', 5), on('2021-05-10', 10), on('2024-05-09', 200)])).toEqual([
      210, 0,
    ]);
    expect(hoursOf(worker, [on('2024-05-10', 7)])).toEqual([0, 7]);
  });

  it('counts hours of no known day to the end of their year, or to the last period that reaches into it', () => {
    const worker = holder([registered(1, '2021-05-10')]);
    const undated = (year: number): CreditedYear => ({ year, hours: 30, days: [] });

    expect(hoursOf(worker, [undated(2021)])).toEqual([30]);
    expect(hoursOf(worker, [undated(2024)])).toEqual([30]);
    expect(hoursOf(worker, [undated(2025)])).toEqual([0]);
    expect(
      hoursOf(holder([registered(1, '2021-05-10'), registered(2, '2024-05-09')]), [undated(2024)]),
    ).toEqual([0, 30]);
  });

  it('counts a completed degree in social work as 90 once, in the period of its day', () => {
    const education = {
      level: 'BACHELOR',
      major: 'SOCIAL_WORK',
      fullTime: false,
      graduatedOn: day('2022-06-30'),
    } as const;
    const registrations = [registered(1, '2021-01-01'), registered(2, '2023-12-01')];

    expect(hoursOf(holder(registrations, { education }), [])).toEqual([90, 0]);
    expect(hoursOf(holder(registrations, { education: { ...education, major: 'LAW' } }), [])).toEqual([0, 0]);
    const toCome = { ...education, graduatedOn: day('2026-12-30') };
    expect(hoursOf(holder(registrations, { education: toCome }), [])).toEqual([0, 0]);
  });
});

describe('PER-12 the standing of a person', () => {
  const standing = (
    registrations: readonly Registration[],
    today: string,
    credited: readonly CreditedYear[] = [],
  ) => registrationStanding(holder(registrations), credited, day(today)).status;

  it('asks nothing of who holds no certificate, one that was struck out included', () => {
    expect(registrationStanding(aWorker(), [], TODAY).status).toBe('NOT_REQUIRED');
    const struck = aQualification({ status: 'REVOKED' });
    expect(registrationStanding(aWorker({ qualifications: [struck] }), [], TODAY).status).toBe(
      'NOT_REQUIRED',
    );
  });

  it('is due within a year of the certificate, and short afterwards', () => {
    expect(standing([], '2021-08-01')).toBe('DUE');
    expect(standing([], '2021-08-02')).toBe('CE_SHORT');
  });

  it('is short with hours missing from three months before the end on, and once the period is over', () => {
    const one = [registered(1, '2020-09-01')];
    const enough = [on('2022-01-01', 72)];

    expect(standing(one, '2023-05-31')).toBe('CURRENT');
    expect(standing(one, '2023-06-01')).toBe('CE_SHORT');
    expect(standing(one, '2023-06-01', enough)).toBe('RENEWAL_OPEN');
    expect(standing(one, '2023-08-31', enough)).toBe('RENEWAL_OPEN');
    expect(standing(one, '2023-09-01', enough)).toBe('CE_SHORT');
    expect(standing([...one, registered(2, '2023-08-01')], '2023-09-01')).toBe('CURRENT');
  });

  it('follows the highest certificate alone', () => {
    const higher = aQualification({
      id: qualificationId(`qua_${uuid(77)}`),
      level: 'SOCIAL_WORKER',
      obtainedOn: day('2026-08-01'),
    });
    const worker = aWorker({ qualifications: [certificate, higher] });

    expect(registrationStanding(worker, [], TODAY)).toMatchObject({
      status: 'DUE',
      qualification: { id: higher.id },
      dueOn: '2027-08-01',
    });
  });
});

describe('recording a registration', () => {
  const record = (entry: Registration, worker: SocialWorker, credited: readonly CreditedYear[] = []) => {
    const change = registrationDecisions.record(worker, entry, TODAY);
    requireInOrder(change.state, entry.id, credited, TODAY);
    return change;
  };

  it.each([
    ['before the certificate', { registeredOn: day('2020-07-31') }, 'REGISTRATION_DATE_IMPLAUSIBLE'],
    ['of a day to come', { registeredOn: day('2026-11-21') }, 'REGISTRATION_DATE_IMPLAUSIBLE'],
    [
      'of a certificate of nobody',
      { qualificationId: qualificationId(`qua_${uuid(9)}`) },
      'QUALIFICATION_NOT_FOUND',
    ],
    ['with hours that nothing proves', { hoursElsewhere: 4 }, 'REGISTRATION_PROOF_MISSING'],
  ])('is refused %s', (_what, facts, code) => {
    expect(() => record(registered(1, '2021-01-01', facts), holder([]))).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('is refused of a certificate that counts no more', () => {
    const revoked = holder([], { qualifications: [{ ...certificate, status: 'REVOKED' }] });

    expect(() => record(registered(1, '2021-01-01'), revoked)).toThrow(
      expect.objectContaining({ code: 'REGISTRATION_CERTIFICATE_NOT_HELD' }),
    );
  });

  it('comes again from three months before the end on, with the hours of the period', () => {
    const worker = holder([registered(1, '2021-01-01')]);
    const enough = [on('2022-01-01', 60)];

    expect(() => record(registered(2, '2023-09-30'), worker, enough)).toThrow(
      expect.objectContaining({
        code: 'REGISTRATION_TOO_EARLY',
        details: { validUntil: '2023-12-31', renewableFrom: '2023-10-01' },
      }),
    );
    expect(() => record(registered(2, '2023-10-01'), worker, enough)).toThrow(
      expect.objectContaining({
        code: 'REGISTRATION_HOURS_SHORT',
        details: { rule: 'PER-12', needed: 72, missing: 12 },
      }),
    );
    const elsewhere = { hoursElsewhere: 12, proof: publicText('演示', 'proof') };
    expect(record(registered(2, '2023-10-01', elsewhere), worker, enough).events).toMatchObject([
      { type: 'worker.fact-recorded', fact: 'REGISTRATION' },
    ]);
  });
});
