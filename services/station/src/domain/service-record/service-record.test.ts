import { addDays, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId, anOperatingStation, aPlannedStation, day, TODAY } from '../../../test/builders.ts';
import { monthsBetween } from '../reference/months.ts';
import { SERVICE_CATALOGUE } from '../reference/service-catalogue.ts';
import { serviceCalled } from '../reference/service-catalogue.ts';
import { correctServiceRecord, strikeServiceRecord } from './service-record-correction.ts';
import { recordService, type ServiceEntry } from './service-record.ts';
import { BENEFICIARY_GROUPS } from '../reference/service-values.ts';
import { SERVICE_DOMAINS } from '../reference/service-values.ts';

const withCode = (code: string) => expect.objectContaining({ code });
const entry: ServiceEntry = {
  entryNo: null,
  service: 'ELDERLY_HOME_VISIT',
  method: 'CASE',
  beneficiaryGroup: 'LONE_ELDERLY',
  partners: [],
  persons: 12,
  hours: 3.5,
  workerIds: [anId('wkr', 1)],
  note: '探访独居老人',
};
const why = { reason: publicText('误登', 'reason'), evidence: null };
const facts = { station: anOperatingStation(), servedOn: TODAY, today: TODAY };
const record = (changes: Partial<ServiceEntry> = {}, given = facts as Parameters<typeof recordService>[2]) =>
  recordService(anId('srv', 1), { ...entry, ...changes }, given).state;

describe('the service catalogue', () => {
  it('has services in each of the six domains, each code once', () => {
    expect(new Set(SERVICE_CATALOGUE.map(({ domain }) => domain))).toEqual(new Set(SERVICE_DOMAINS));
    expect(new Set(SERVICE_CATALOGUE.map(({ code }) => code)).size).toBe(SERVICE_CATALOGUE.length);
  });
});

describe('STA-12 recording a service', () => {
  it('keeps counts, with the domain that the catalogue says', () => {
    expect(record()).toMatchObject({ domain: 'ELDERLY_CARE', persons: 12, minutes: 210, struck: null });
  });

  it.each(['姓名:某某', '身份证 420581195001011234', '致电 13812345678', '看望王奶奶'])(
    'refuses the note "%s"',
    (note) => {
      expect(() => record({ note })).toThrow(withCode('PERSONAL_MARKS_FOUND'));
    },
  );

  it.each(['', ' ', '-', '.', '—'])('refuses a mobile number broken up by "%s"', (separator) => {
    const note = `记录 ${[...'13812345678'].join(separator)} 完`;

    expect(() => record({ note })).toThrow(withCode('PERSONAL_MARKS_FOUND'));
  });

  it.each([
    ['a service that the catalogue lacks', { service: 'ELDERLY_KARAOKE' }, 'SERVICE_UNKNOWN'],
    ['a group that the service is not for', { beneficiaryGroup: 'ORPHAN' }, 'SERVICE_NOT_MEANT_SO'],
    ['no group where the service has groups', { beneficiaryGroup: null }, 'SERVICE_NOT_MEANT_SO'],
    ['a method that the service is not done by', { method: 'COMMUNITY' }, 'SERVICE_NOT_MEANT_SO'],
    ['nobody served', { persons: 0 }, 'BAD_USER_INPUT'],
    ['half a person', { persons: 1.5 }, 'BAD_USER_INPUT'],
    ['less than a quarter of an hour', { hours: 0.1 }, 'BAD_USER_INPUT'],
    ['a worker twice', { workerIds: [anId('wkr', 1), anId('wkr', 1)] }, 'BAD_USER_INPUT'],
  ] as const)('refuses %s', (_what, changes, code) => {
    expect(() => record(changes)).toThrow(withCode(code));
  });

  it.each([
    ['ASSISTANCE_POLICY_PUBLICITY', 'COMMUNITY'],
    ['ASSISTANCE_FINDING', 'CASE'],
    ['ASSISTANCE_HOUSEHOLD_SURVEY', 'CASE'],
  ] as const)('takes %s for everybody, and for any group', (service, method) => {
    for (const beneficiaryGroup of [null, ...BENEFICIARY_GROUPS])
      expect(record({ service, method, beneficiaryGroup }).beneficiaryGroup).toBe(beneficiaryGroup);
  });

  it('knows residents, elderly and pupils in general', () => {
    const visit = { service: 'ELDERLY_HOME_VISIT', method: 'CASE', beneficiaryGroup: 'ELDERLY' } as const;
    const lesson = { service: 'CHILD_LEGAL_EDUCATION', method: 'GROUP', beneficiaryGroup: 'PUPILS' } as const;
    const talk = {
      service: 'GOVERNANCE_CONSULTATION',
      method: 'GROUP',
      beneficiaryGroup: 'RESIDENTS',
    } as const;

    for (const served of [visit, lesson, talk])
      expect(record(served).beneficiaryGroup).toBe(served.beneficiaryGroup);
    expect(() => record({ ...visit, beneficiaryGroup: 'PUPILS' })).toThrow(withCode('SERVICE_NOT_MEANT_SO'));
  });

  it('finds a service by the words of the article', () => {
    expect(serviceCalled('家境调查', null).code).toBe('ASSISTANCE_HOUSEHOLD_SURVEY');
    expect(serviceCalled('对象排查', null).code).toBe('ASSISTANCE_FINDING');
    expect(serviceCalled('政策宣传', 'PUPILS').code).toBe('CHILD_PUBLICITY');
    expect(serviceCalled('政策宣传', 'RESIDENTS').code).toBe('ASSISTANCE_POLICY_PUBLICITY');
  });

  it('refuses a day to come and a station that does not work', () => {
    expect(() => record({}, { ...facts, servedOn: day('2026-05-21') })).toThrow(withCode('DATE_IN_FUTURE'));
    expect(() => record({}, { ...facts, station: aPlannedStation() })).toThrow(
      withCode('STATION_STATUS_WRONG'),
    );
  });
});

describe('the five partners (五社联动) of a service', () => {
  const governance = {
    service: 'GOVERNANCE_FIVE_PARTNERS',
    method: 'COMMUNITY',
    beneficiaryGroup: null,
  } as const;

  it('are kept in the order of their set, and none where none were named', () => {
    const partners = ['VOLUNTEER', 'COMMUNITY'] as const;

    expect(record({ ...governance, partners }).partners).toEqual(['COMMUNITY', 'VOLUNTEER']);
    expect(record(governance).partners).toBeNull();
  });

  it('are refused where the service is not of grassroots governance, and the domain is named', () => {
    expect(() => record({ partners: ['COMMUNITY'] })).toThrow(
      expect.objectContaining({
        code: 'SERVICE_HAS_NO_PARTNERS',
        details: { field: 'partners', service: 'ELDERLY_HOME_VISIT', domain: 'ELDERLY_CARE' },
      }),
    );
  });

  it('are refused twice the same', () => {
    expect(() => record({ ...governance, partners: ['COMMUNITY', 'COMMUNITY'] })).toThrow(
      withCode('BAD_USER_INPUT'),
    );
  });
});

describe('striking a service record', () => {
  it('keeps it with the reason, and happens once', () => {
    const { state, events } = strikeServiceRecord(record(), why, TODAY);

    expect(state).toMatchObject({ struck: { on: TODAY, reason: publicText('误登', 'reason') }, persons: 12 });
    expect(events).toEqual([{ type: 'service-record.struck' }]);
    expect(() => strikeServiceRecord(state, why, TODAY)).toThrow(withCode('SERVICE_RECORD_STRUCK'));
  });
});

describe('months', () => {
  it('follow each other over the year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it.each([
    ['2026-02', '2026-01'],
    ['2024-01', '2026-01'],
    ['2026-13', '2026-13'],
    ['2026-1', '2026-02'],
  ])('from %s to %s are refused', (from, to) => {
    expect(() => monthsBetween(from, to)).toThrow(withCode('MONTHS_WRONG'));
  });
});

describe('a service record that was entered wrongly', () => {
  const right = { ...why, station: facts.station, today: TODAY };
  const corrected = (changes: Parameters<typeof correctServiceRecord>[1]) =>
    correctServiceRecord(record(), changes, right);

  it('is corrected: what it counted before is told, and kept with the reason', () => {
    const before = record();

    const { state, events } = corrected({ persons: before.persons + 1 });

    expect(state).toMatchObject({
      id: before.id,
      persons: before.persons + 1,
      corrections: [{ on: TODAY, reason: '误登', persons: before.persons, minutes: before.minutes }],
    });
    expect(events).toMatchObject([{ type: 'service-record.corrected', before: { persons: before.persons } }]);
    expect(correctServiceRecord(state, { persons: before.persons }, right).state.corrections).toHaveLength(2);
  });

  it.each([
    [{}, 'CORRECTED_TO_THE_SAME'],
    [{ persons: 0 }, 'BAD_USER_INPUT'],
    [{ hours: 0.1 }, 'BAD_USER_INPUT'],
    [{ servedOn: addDays(TODAY, 1) }, 'DATE_IN_FUTURE'],
    [{ note: '张三 13812345678' }, 'PERSONAL_MARKS_FOUND'],
  ] as const)('is not corrected to %j', (changes, code) => {
    expect(() => corrected(changes)).toThrow(expect.objectContaining({ code }));
  });

  it('is not corrected once it is struck out, and is corrected after its station closed', () => {
    const struck = strikeServiceRecord(record(), why, TODAY).state;
    const closed = { ...right, station: { ...facts.station, status: 'CLOSED' as const } };

    expect(() => correctServiceRecord(struck, { persons: 1 }, right)).toThrow(
      expect.objectContaining({ code: 'SERVICE_RECORD_STRUCK' }),
    );
    expect(correctServiceRecord(record(), { persons: 1 }, closed).state.persons).toBe(1);
  });
});
