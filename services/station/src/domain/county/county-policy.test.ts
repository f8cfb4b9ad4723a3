import { type CalendarDate, type PublicText, publicText, type RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId } from '../../../test/builders.ts';
import {
  adoptPolicy,
  type AdoptionInput,
  type CountyPolicy,
  countyPolicyOn,
  followSuccession,
  type PolicyFacts,
} from './county-policy.ts';
import { approveCap, correctPolicy, endPolicy, withdrawPolicy } from './county-policy-changes.ts';
import { firstStanding, followPolicy } from './policy-standing.ts';
import { DEFAULT_STATION_RULES } from './station-rules.ts';

const day = (text: string) => text as CalendarDate;
const said = (words: string) => words as PublicText;
const input: AdoptionInput = {
  id: anId('pol', 1),
  countyCode: '420581' as RegionCode,
  validFrom: day('2022-01-01'),
  validTo: null,
  source: publicText('宜都发布', 'source'),
  sourceUrl: null,
  demonstrationStations: 5,
  demonstrationRooms: 10,
  residentsPerStation: 1,
  certificateYears: 2,
  certificateGapDays: 180,
  capPercent: 3,
  countsQuasiTownships: true,
  stationRules: DEFAULT_STATION_RULES,
};
const first: PolicyFacts = { policies: [], quasiUnits: 1, today: day('2026-05-20'), by: 'yidu-bureau' };
const withCode = (code: string) => expect.objectContaining({ code });

const aPolicy = (
  changes: Partial<AdoptionInput> = {},
  beside: readonly CountyPolicy[] = [],
): CountyPolicy => ({
  ...adoptPolicy({ ...input, ...changes }, { ...first, policies: beside }).state,
  version: 1,
});
const nextYear = { id: anId('pol', 2), validFrom: day('2027-01-01') };

describe('adopting a county policy', () => {
  it('keeps the numbers with their source, and the cap as proposed', () => {
    const { state } = adoptPolicy(input, first);

    expect(state).toMatchObject({ demonstrationStations: 5, demonstrationRooms: 10, capPercent: 3 });
    expect(state).toMatchObject({ proposedBy: 'yidu-bureau', capApproval: null, supersededOn: null });
  });

  it('leaves quasi-townships out of scope only where the county says so', () => {
    expect(adoptPolicy(input, first).state.unitsOutOfScope).toBe(0);
    expect(adoptPolicy({ ...input, countsQuasiTownships: false }, first).state.unitsOutOfScope).toBe(1);
  });

  it('begins on a day of its own, before or after those that stand', () => {
    const beside = { ...first, policies: [aPolicy()] };

    expect(() => adoptPolicy({ ...input, id: anId('pol', 2) }, beside)).toThrow(withCode('POLICY_DAY_TAKEN'));
    const between = adoptPolicy({ ...input, id: anId('pol', 3), validFrom: day('2021-01-01') }, beside);
    expect(between.state.supersededOn).toBe('2022-01-01');
  });

  it('supersedes the one before it from its first day on', () => {
    const older = aPolicy();
    const newer = aPolicy(nextYear, [older]);

    const [change] = followSuccession([older, newer], 'yidu-bureau');

    expect(change?.state).toMatchObject({ id: older.id, supersededOn: '2027-01-01' });
    expect(change?.events).toMatchObject([{ type: 'county-policy.revised', change: 'SUPERSEDED' }]);
  });

  it('must end after it begins', () => {
    expect(() => adoptPolicy({ ...input, validTo: input.validFrom }, first)).toThrow(
      withCode('POLICY_PERIOD_WRONG'),
    );
  });

  it('begins within two years: the year 2062 is a slip', () => {
    expect(() => adoptPolicy({ ...input, validFrom: day('2062-01-01') }, first)).toThrow(
      withCode('POLICY_TOO_FAR_AHEAD'),
    );
    expect(adoptPolicy({ ...input, validFrom: day('2028-05-20') }, first).state.validFrom).toBe('2028-05-20');
    expect(() => adoptPolicy({ ...input, validFrom: day('2028-05-21') }, first)).toThrow(
      withCode('POLICY_TOO_FAR_AHEAD'),
    );
  });

  it.each([
    ['capPercent', 101],
    ['capPercent', -1],
    ['capPercent', 2.5],
    ['residentsPerStation', 0],
    ['certificateYears', 11],
    ['demonstrationStations', -1],
  ])('refuses %s = %s', (field, value) => {
    expect(() => adoptPolicy({ ...input, [field]: value }, first)).toThrow(withCode('BAD_USER_INPUT'));
  });
});

describe('a policy after it was adopted', () => {
  it('is withdrawn while it has not begun, and the one before it rules on', () => {
    const older = { ...aPolicy(), supersededOn: day('2027-01-01') };
    const withdrawn = withdrawPolicy(aPolicy(nextYear, [older]), said('年份有误'), first).state;

    const [given] = followSuccession([older, withdrawn], 'yidu-bureau');

    expect(withdrawn).toMatchObject({
      withdrawnOn: '2026-05-20',
      notes: [{ kind: 'WITHDRAWN', reason: '年份有误' }],
    });
    expect(given?.state.supersededOn).toBeNull();
    expect(countyPolicyOn([given?.state ?? older, withdrawn], day('2027-06-01'))?.id).toBe(older.id);
    expect(() => withdrawPolicy(withdrawn, said('再次'), first)).toThrow(withCode('POLICY_WITHDRAWN'));
    expect(() => withdrawPolicy(aPolicy(), said('已生效'), first)).toThrow(withCode('POLICY_BEGUN'));
  });

  it('is ended from today or a later day on, with the reason', () => {
    const ended = endPolicy(aPolicy(), { validTo: day('2026-12-31'), reason: said('文件废止') }, first).state;

    expect(countyPolicyOn([ended], day('2026-12-30'))).toBe(ended);
    expect(countyPolicyOn([ended], day('2026-12-31'))).toBeNull();
    expect(() => endPolicy(aPolicy(), { validTo: day('2026-05-19'), reason: said('晚了') }, first)).toThrow(
      withCode('POLICY_ENDS_IN_PAST'),
    );
  });

  it('is corrected with what stood before and why; another cap needs another approval', () => {
    const approved = approveCap(aPolicy(), { today: first.today, by: 'yidu-finance' }).state;
    const facts = { ...first, policies: [approved] };

    const rooms = correctPolicy(
      approved,
      { changes: { demonstrationRooms: 12 }, reason: said('录入有误'), evidence: null },
      facts,
    ).state;
    const cap = correctPolicy(
      approved,
      { changes: { capPercent: 2 }, reason: said('录入有误'), evidence: null },
      facts,
    ).state;

    expect(rooms).toMatchObject({ demonstrationRooms: 12, capApproval: { percent: 3 } });
    expect(rooms.notes.at(-1)).toMatchObject({ kind: 'CORRECTED', before: { demonstrationRooms: 10 } });
    expect(cap).toMatchObject({ capPercent: 2, capApproval: null });
    expect(() =>
      correctPolicy(approved, { changes: { capPercent: 3 }, reason: said('无'), evidence: null }, facts),
    ).toThrow(withCode('POLICY_UNCHANGED'));
    const far = { changes: { validFrom: day('2062-01-01') }, reason: said('年份'), evidence: null };
    expect(() => correctPolicy(approved, far, facts)).toThrow(withCode('POLICY_TOO_FAR_AHEAD'));
  });

  it('FUN-1, FUN-10 has its cap approved by somebody else, once, where it names one', () => {
    const by = (subject: string) => ({ today: first.today, by: subject });

    expect(() => approveCap(aPolicy(), by('yidu-bureau'))).toThrow(
      withCode('POLICY_CAP_NEEDS_SECOND_PERSON'),
    );
    expect(() => approveCap(aPolicy({ capPercent: null }), by('yidu-finance'))).toThrow(
      withCode('POLICY_CAP_NOT_PROPOSED'),
    );
    const { state } = approveCap(aPolicy(), by('yidu-finance'));
    expect(state.capApproval).toEqual({ percent: 3, by: 'yidu-finance', on: '2026-05-20' });
    expect(() => approveCap(state, by('another'))).toThrow(withCode('POLICY_CAP_APPROVED'));
  });
});

describe('what a county follows', () => {
  const county = '420581' as RegionCode;

  it('changes on the day on which the next policy begins, and is told once', () => {
    const older = aPolicy();
    const newer = aPolicy({ ...nextYear, demonstrationStations: 6 }, [older]);
    const policies = [older, newer];
    const now = followPolicy(firstStanding(county, policies), policies, first.today);
    const told = { ...now.state, version: 1 };

    expect(now.events).toMatchObject([{ policy: { id: older.id }, replaces: { demonstrationStations: 0 } }]);
    expect(followPolicy(told, policies, day('2026-12-31')).events).toEqual([]);
    const turned = followPolicy(told, policies, day('2027-01-01'));
    expect(turned.events).toMatchObject([
      { policy: { id: newer.id }, replaces: { demonstrationStations: 5 } },
    ]);
    expect(followPolicy(turned.state, policies, day('2027-01-02')).events).toEqual([]);
  });

  it('counts what was counted when policies of before this were adopted, and no more', () => {
    const old = { ...aPolicy(), proposedBy: null };

    const change = followPolicy(firstStanding(county, [old]), [old], first.today);

    expect(change.events).toMatchObject([{ replaces: { demonstrationStations: 5, demonstrationRooms: 10 } }]);
  });
});
