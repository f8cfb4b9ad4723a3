import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  anId,
  anOperatingStation,
  anOperator,
  aRectifyingStation,
  aStanding,
  TODAY,
} from '../../../test/builders.ts';
import { ruleChecks } from './rule-checks.ts';
import type { Station } from './station.ts';
import { closeStation } from './station-life-cycle.ts';
import { DEFAULT_STATION_RULES } from '../county/station-rules.ts';
import { stationWarnings } from './warnings.ts';

const rulesOf = (station: Station, standing = aStanding()) =>
  stationWarnings(station, standing).map(({ rule }) => rule);
const site = { address: publicText('演示路 1 号', 'address'), areaSqm: null };
const unqualified = {
  evaluationId: anId('sev', 1),
  year: 2026,
  kind: 'ANNUAL',
  score: 40,
  grade: 'UNQUALIFIED',
  evaluatedOn: TODAY,
} as const;

describe('a station in order', () => {
  it('is warned of nothing', () => {
    expect(rulesOf(anOperatingStation())).toEqual([]);
  });
});

describe('STA-4 the mix of an operator', () => {
  it.each([
    { demonstrations: 0, ordinary: 2 },
    { demonstrations: 2, ordinary: 1 },
    { demonstrations: 1, ordinary: 0 },
    { demonstrations: 1, ordinary: 3 },
  ])('of %o warns', (mix) => {
    const operatorMix = { ...mix, since: TODAY };

    expect(rulesOf(anOperatingStation(), aStanding({ operatorMix }))).toEqual(['STA-4']);
  });

  it('says how many of each there are, how many are meant, and since when', () => {
    const operatorMix = { demonstrations: 2, ordinary: 3, since: TODAY };

    const [warning] = stationWarnings(anOperatingStation(), aStanding({ operatorMix }));

    expect(warning).toMatchObject({
      since: TODAY,
      figures: [
        { name: publicText('DEMONSTRATION', 'name'), value: 2, expected: 1 },
        { name: publicText('ORDINARY', 'name'), value: 3, expected: 2 },
      ],
    });
  });

  it('is not watched where the county switched it off, nor without an operator', () => {
    const rules = { ...DEFAULT_STATION_RULES, warnsOperatorMix: false };
    const operatorMix = { demonstrations: 0, ordinary: 9, since: null };

    expect(rulesOf(anOperatingStation(), aStanding({ rules, operatorMix }))).toEqual([]);
    expect(rulesOf(anOperatingStation(), aStanding({ operatorMix: null }))).toEqual([]);
  });
});

describe('STA-6 a county without a complete guidance centre', () => {
  it('warns', () => {
    const [warning] = stationWarnings(anOperatingStation(), aStanding({ centre: null }));

    expect(warning).toMatchObject({
      rule: 'STA-6',
      figures: [
        { name: publicText('WORKERS', 'name'), value: 0, expected: 2 },
        { name: publicText('EXPERT_TEAMS', 'name'), value: 0, expected: 1 },
      ],
    });
  });
});

describe('STA-7 premises', () => {
  it('other than the preferred ones only warn', () => {
    expect(rulesOf(anOperatingStation({ site: { ...site, source: 'OTHER' } }))).toEqual(['STA-7']);
  });

  it.each(['CIVIL_AFFAIRS_OFFICE', 'NGO_INCUBATOR', 'CIVILISATION_PRACTICE_CENTRE'] as const)(
    'of the source %s are preferred',
    (source) => {
      expect(rulesOf(anOperatingStation({ site: { ...site, source } }))).toEqual([]);
    },
  );
});

describe('STA-9 rooms', () => {
  it('of kinds that are missing only warn, and name the kinds', () => {
    const station = anOperatingStation({ rooms: [{ kind: 'CASE_ROOM', areaSqm: null, capacity: null }] });

    const [warning] = stationWarnings(station, aStanding());

    expect(warning).toMatchObject({
      rule: 'STA-9',
      en: expect.stringContaining('group room, multi room') as string,
      figures: [{ name: publicText('GROUP_ROOM', 'name') }, { name: publicText('MULTI_ROOM', 'name') }],
    });
  });
});

describe('STA-13, PAIR-13 an operator that is barred', () => {
  it('shows on the stations that it runs', () => {
    const barred = aStanding({ operator: anOperator({ status: 'STRUCK_OFF' }) });

    expect(rulesOf(anOperatingStation(), barred)).toEqual(['PAIR-13']);
    expect(stationWarnings(anOperatingStation({ gradedBy: unqualified }), aStanding())).toMatchObject([
      { rule: 'STA-13', since: TODAY, figures: [{ name: publicText('SCORE', 'name'), value: 40 }] },
    ]);
  });

  it('shows no more on a closed one', () => {
    const stop = { reason: publicText('演示', 'reason'), on: TODAY };
    const closed = closeStation(anOperatingStation({ gradedBy: unqualified }), stop, TODAY).state;

    expect(rulesOf(closed)).toEqual([]);
  });
});

describe('what each rule says about a station', () => {
  const said = (station: Station, standing = aStanding()) =>
    Object.fromEntries(
      ruleChecks(station, { ...standing, markedActivities: [] }).map(({ rule, passed }) => [rule, passed]),
    );

  it('is said by each of STA-1 to STA-13, in order', () => {
    const rules = ruleChecks(anOperatingStation(), { ...aStanding(), markedActivities: [] }).map(
      ({ rule }) => rule,
    );

    expect(rules).toEqual(Array.from({ length: 13 }, (_, index) => `STA-${index + 1}`));
  });

  it('is null where a rule has nothing to say', () => {
    expect(said(anOperatingStation())).toMatchObject({ 'STA-5': null, 'STA-13': null });
    expect(said(anOperatingStation({ site: null }))).toMatchObject({ 'STA-7': null });
  });

  it('is no where the records say no, with what is missing', () => {
    const station = anOperatingStation({ staff: [], documents: [], gradedBy: unqualified });
    const standing = aStanding({ centre: null, expectedSignage: '另一块牌子' });

    expect(said(station, standing)).toMatchObject({
      'STA-2': false,
      'STA-3': false,
      'STA-6': false,
      'STA-10': false,
      'STA-11': false,
      'STA-13': false,
    });
    expect(
      ruleChecks(station, { ...standing, markedActivities: [] }).find(({ rule }) => rule === 'STA-11')
        ?.evidence,
    ).toBe('missing: STATION_HEAD, RESIDENT');
  });

  it('STA-12 names each text that points at a person by its field and what it is of, and none of its words', () => {
    const id = anId('act', 7);
    const stored: unknown = JSON.parse(
      JSON.stringify({
        activities: [
          { id, title: '走访 13812345678', heldOn: TODAY, participants: 3, struck: null },
          { id: anId('act', 8), title: '老奶奶的茶话会', heldOn: TODAY, participants: 3, struck: null },
        ],
        guide: {
          openingHours: '周一至周五,身份证 420581199003072312',
          offers: [],
          officePhone: '13812345678',
        },
      }),
    );
    const station = anOperatingStation(stored as Partial<Station> as object);
    const found = ruleChecks(station, { ...aStanding(), markedActivities: [] }).find(
      ({ rule }) => rule === 'STA-12',
    );

    expect(found).toMatchObject({ passed: false });
    expect(found?.evidence.split('; ').toSorted()).toEqual([
      `activities.title of ${id}: PHONE`,
      `guide.openingHours of ${station.id}: ID_NUMBER, NAME_LABEL`,
    ]);
    expect(said(anOperatingStation())).toMatchObject({ 'STA-12': true });
  });

  it('STA-1, STA-8 follows the status', () => {
    expect(said(anOperatingStation())).toMatchObject({ 'STA-1': true, 'STA-8': true });
    expect(said(aRectifyingStation())).toMatchObject({ 'STA-1': false, 'STA-8': false });
  });
});
