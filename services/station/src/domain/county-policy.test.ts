import { type CalendarDate, publicText, type RegionCode } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { anId } from '../../test/builders.ts';
import { DEFAULT_STATION_RULES } from './station-rules.ts';
import { adoptPolicy, isInForce } from './county-policy.ts';

const day = (text: string) => text as CalendarDate;
const input = {
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
  capPercent: 3,
  countsQuasiTownships: true,
  stationRules: DEFAULT_STATION_RULES,
};
const first = { latest: null, quasiUnits: 1 };
const withCode = (code: string) => expect.objectContaining({ code });

describe('adopting a county policy', () => {
  it('keeps the numbers with their source and says what they replace', () => {
    const { state, events } = adoptPolicy(input, first);

    expect(state).toMatchObject({ demonstrationStations: 5, demonstrationRooms: 10, capPercent: 3 });
    expect(events[0]?.replaces).toEqual({
      demonstrationStations: 0,
      demonstrationRooms: 0,
      unitsOutOfScope: 0,
    });
  });

  it('leaves quasi-townships out of scope only where the county says so', () => {
    expect(adoptPolicy(input, first).state.unitsOutOfScope).toBe(0);
    expect(adoptPolicy({ ...input, countsQuasiTownships: false }, first).state.unitsOutOfScope).toBe(1);
  });

  it('must begin after the one it replaces', () => {
    const latest = adoptPolicy(input, first).state;

    expect(() => adoptPolicy({ ...input, validFrom: latest.validFrom }, { latest, quasiUnits: 1 })).toThrow(
      withCode('POLICY_PERIOD_WRONG'),
    );
  });

  it('must end after it begins', () => {
    expect(() => adoptPolicy({ ...input, validTo: input.validFrom }, first)).toThrow(
      withCode('POLICY_PERIOD_WRONG'),
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

  it('is in force from its first day to the day before its end', () => {
    const policy = adoptPolicy({ ...input, validTo: day('2023-01-01') }, first).state;

    const days = ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01'].map(day);

    expect(days.map((on) => isInForce(policy, on))).toEqual([false, true, true, false]);
  });
});
