import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aPassedStation, aStationInAcceptance, anId, TODAY } from '../../../test/builders.ts';
import type { Have } from '../reference/haves.ts';
import { checkStation, openStation } from '../station/station-acceptance.ts';
import {
  checklistOf,
  DEFAULT_STATION_RULES,
  refuseImpossibleRules,
  stationRulesOf,
} from './station-rules.ts';

const withCode = (code: string) => expect.objectContaining({ code });
/** 场地、设备、人员、服务功能、工作流程、规章制度. */
const SIX: readonly Have[] = ['SITE', 'EQUIPMENT', 'STAFF', 'FUNCTION', 'WORKFLOW', 'REGIME'];
const check = (met: (have: Have) => boolean, haves = SIX) => ({
  id: anId('chk', 1),
  checkedOn: TODAY,
  checkerOrganisation: publicText('演示', 'checkerOrganisation'),
  items: haves.map((have) => ({ have, met: met(have), finding: null })),
  rectifyBy: null,
});

describe('STA-2 the checklist of a county', () => {
  it('is the five haves where the county has none of its own', () => {
    expect(checklistOf(stationRulesOf(null))).toEqual(['SITE', 'STAFF', 'FUNCTION', 'REGIME', 'ACTIVITY']);
  });

  it('may be the six haves, two of which only the checker proves', () => {
    const station = { ...aStationInAcceptance(), activitiesHeld: 0 };
    const passed = checkStation(
      station,
      check(() => true),
      TODAY,
      SIX,
    ).state;

    expect(openStation(passed, TODAY, SIX).state.status).toBe('OPERATING');
    expect(() =>
      checkStation(
        station,
        check((have) => have !== 'EQUIPMENT'),
        TODAY,
        SIX,
      ),
    ).toThrow(withCode('RECTIFICATION_DATE_MISSING'));
  });

  it('is judged whole, and nothing beside it', () => {
    const items = (haves: readonly Have[]) => () =>
      checkStation(
        aStationInAcceptance(),
        check(() => true, haves),
        TODAY,
        SIX,
      );

    expect(items(SIX.slice(1))).toThrow(withCode('STATION_CHECKLIST_INCOMPLETE'));
    expect(items([...SIX, 'ACTIVITY'])).toThrow(withCode('STATION_CHECKLIST_INCOMPLETE'));
  });

  it('that changed after the check has to be checked again', () => {
    expect(() => openStation(aPassedStation(), TODAY, SIX)).toThrow(withCode('STATION_LACKS_HAVES'));
  });
});

describe('the rules of a county', () => {
  const rules = DEFAULT_STATION_RULES;
  const [site] = rules.checklist;

  it.each([
    ['no item', { checklist: [] }],
    ['an item twice', { checklist: [site, site] }],
    ['grades out of order', { grades: { excellent: 80, good: 90, barelyQualified: 60 } }],
    ['a grade above 100', { grades: { excellent: 101, good: 90, barelyQualified: 60 } }],
    ['no day for a complaint', { complaintDays: 0 }],
    ['half a day of notice', { noticeDays: 0.5 }],
  ])('refuse %s', (_what, changes) => {
    expect(() => refuseImpossibleRules({ ...rules, ...changes } as typeof rules)).toThrow(
      withCode('BAD_USER_INPUT'),
    );
  });
});
