import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StationGraph, stationGraph } from './under-test.ts';

let graph: StationGraph;

beforeAll(async () => {
  graph = await stationGraph();
});
afterAll(() => graph.stop());

const RULE =
  'query ($code: String!) { rule(code: $code) { code text origin source sourceUrls region { code name } } }';
const ruleOf = async (code: string) => (await graph.execute(RULE, { code })).data.rule;

/** How many rules each part of the domain has. */
const NUMBERED = { PAIR: 14, STA: 13, PER: 16, TRA: 8, FUN: 17 };
const CODES = Object.entries(NUMBERED).flatMap(([part, count]) =>
  Array.from({ length: count }, (_, at) => `${part}-${at + 1}`),
);

describe('rule', () => {
  it('says what a rule of one county rests on, and what of it is ours', async () => {
    expect(await ruleOf('STA-2')).toEqual({
      code: 'STA-2',
      text: 'A station opens only when all five haves are checked true.',
      origin: 'LOCAL',
      source: 'newspaper report on Yidu (standard); ours: gate',
      sourceUrls: [],
      region: { code: '420581', name: '宜都市' },
    });
  });

  it('knows every rule, each with its text and what it rests on', async () => {
    for (const code of CODES) {
      const rule = await ruleOf(code);
      expect(rule).toMatchObject({ code });
      expect([rule.text, rule.source]).not.toContain('');
    }
  });

  it('shows no rule of ours as anybody else’s, and none as a law that names no source', async () => {
    expect(await ruleOf('PAIR-11')).toMatchObject({ origin: 'OURS', source: 'ours', region: null });
    expect(await ruleOf('FUN-7')).toMatchObject({ origin: 'NATIONAL', source: '《政府采购法》: Art. 49' });
  });

  it('answers nothing for a number that is none', async () => {
    expect(await ruleOf('STA-99')).toBeNull();
  });
});

describe('publishedFigures', () => {
  const FIGURES =
    'query ($where: RegionScopeFilter) { publishedFigures(regionCode: $where) { asOf region { code } subject label value moreThan sourceUrls } }';
  const figuresOf = async (within?: string) => {
    const { data } = await graph.execute(FIGURES, within === undefined ? {} : { where: { within } });
    return data.publishedFigures;
  };

  it('gives what others published, newest first, each with its page', async () => {
    const figures = await figuresOf();

    expect(figures[0]).toMatchObject({ asOf: '2025-12', subject: 'CERTIFICATE_HOLDERS', value: 2_025_000 });
    for (const { sourceUrls } of figures) expect(sourceUrls).not.toEqual([]);
  });

  it('gives those of a region alone', async () => {
    expect(await figuresOf('430000')).toMatchObject([
      { asOf: '2019-12', region: { code: '430000' }, subject: 'STATIONS', value: 1_940, moreThan: false },
    ]);
    expect(await figuresOf('640000')).toEqual([]);
  });

  it('are never part of the figures of this platform', async () => {
    const { data } = await graph.execute(
      '{ region(code: "430000") { stationFigures { stationsOperating } } }',
    );

    expect(data.region.stationFigures.stationsOperating).toBe(0);
  });

  it('and the rules are for everybody', async () => {
    const query = '{ publishedFigures { value } rule(code: "STA-2") { code } }';

    expect(await verdicts(graph, { query, scope: {} })).toEqual(onlyFor('PUBLIC'));
  });
});

describe('labels', () => {
  const LABELS = 'query ($type: String) { labels(type: $type) { type value zh en } }';

  it('gives each value of an enum in both languages, in the order of the contract', async () => {
    const { data } = await graph.execute(LABELS, { type: 'StationGrade' });

    expect(data.labels).toEqual([
      { type: 'StationGrade', value: 'EXCELLENT', zh: '优秀', en: 'Excellent' },
      { type: 'StationGrade', value: 'GOOD', zh: '良好', en: 'Good' },
      { type: 'StationGrade', value: 'BARELY_QUALIFIED', zh: '基本合格', en: 'Barely qualified' },
      { type: 'StationGrade', value: 'UNQUALIFIED', zh: '不合格', en: 'Unqualified' },
    ]);
  });

  it('gives those of all services at once', async () => {
    const { data } = await graph.execute(LABELS);

    const types = data.labels.map(({ type }: { type: string }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        'PairingStatus',
        'StationStatus',
        'PostingRole',
        'TrainingKind',
        'PaymentStatus',
      ]),
    );
  });

  it('refuses a name that is no enum, and says what to do', async () => {
    const { errors } = await graph.execute(LABELS, { type: 'stationgrade' });

    expect(errors).toMatchObject([
      { extensions: { code: 'ENUM_NOT_FOUND', details: { id: 'stationgrade' } } },
    ]);
    expect(errors[0]?.message).toContain('labels without a type');
  });

  it('are for everybody', async () => {
    const query = '{ labels(type: "StationGrade") { value } }';

    expect(await verdicts(graph, { query, scope: {} })).toEqual(onlyFor('PUBLIC'));
  });
});
