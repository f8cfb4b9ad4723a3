import { addDays, type RegionCode, type Role } from '@qianshou/kernel';
import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import {
  comeOnDuty,
  eventsOf,
  mutate,
  operating,
  type StationGraph,
  stationGraph,
  today,
  turnableClock,
} from './under-test.ts';

let graph: StationGraph;
let id: string;
const clock = turnableClock();
const year = today.slice(0, 4);

beforeAll(async () => {
  graph = await stationGraph(clock);
  await mutate(
    graph,
    'adoptCountyPolicy(input: { countyCode: "420581", validFrom: "2022-01-01", source: "演示", demonstrationStations: 1, stationRules: { demonstrationBySteps: true, noticeDays: 3 } }) { policy { id } }',
  );
  id = await operating(graph);
  await comeOnDuty(graph, id, 'DEPUTY_HEAD');
});
afterAll(() => graph.stop());

const evaluate = (kind: string, score: number, rest = '') =>
  mutate(
    graph,
    `evaluateStation(input: { stationId: "${id}", year: ${year}, kind: ${kind}, score: ${score}, evaluator: "演示评估机构" ${rest} }) { evaluation { grade barsOperatorIn } station { status tier grading { grade } rectification { planDueOn } } }`,
  );
const run = (verb: string, rest = '') =>
  mutate(
    graph,
    `${verb}(input: { stationId: "${id}" ${rest} }) { station { tier demonstrationWithdrawnOn demonstrationProcess { step noticeUntil score } allowedActions } }`,
  );
const tier = async () => (await graph.execute(`{ station(id: "${id}") { tier } }`)).data.station.tier;

describe('a demonstration station by steps', () => {
  it('is not chosen directly where the county wants every step', async () => {
    expect((await run('chooseDemonstrationStation')).code).toBe('DEMONSTRATION_BY_STEPS');
  });

  it('is confirmed after application, recommendation, evaluation and notice', async () => {
    const answers = [
      await run('applyForDemonstration', ', selfScore: 92, statement: "演示"'),
      await run('recommendForDemonstration', ', opinion: "同意"'),
      await run('assessForDemonstration', ', score: 93.5'),
      await run('announceDemonstration'),
    ];
    const early = await run('confirmDemonstration');
    clock.turnOn(4);
    const confirmed = await run('confirmDemonstration');

    expect(answers.map(({ errors }) => errors)).toEqual([[], [], [], []]);
    expect(answers[3]?.data.announceDemonstration.station.demonstrationProcess).toEqual({
      step: 'ON_NOTICE',
      noticeUntil: addDays(today, 3),
      score: 93.5,
    });
    expect(early.code).toBe('DEMONSTRATION_NOTICE_RUNNING');
    expect(confirmed.data.confirmDemonstration.station.tier).toBe('DEMONSTRATION');
    expect((await eventsOf(graph, 'demonstration-stepped')).map(({ step }) => step)).toEqual([
      'APPLIED',
      'RECOMMENDED',
      'ASSESSED',
      'ON_NOTICE',
    ]);
  });
});

describe('STA-13 evaluating a station', () => {
  it('barely qualified, it must rectify and may lose its rank', async () => {
    const { data } = await evaluate('MID_TERM', 65.5);
    const withdrawn = await run('withdrawDemonstration');

    expect(data.evaluateStation).toMatchObject({
      evaluation: { grade: 'BARELY_QUALIFIED', barsOperatorIn: null },
      station: { status: 'RECTIFYING', grading: { grade: 'BARELY_QUALIFIED' } },
    });
    expect(withdrawn.data.withdrawDemonstration.station).toMatchObject({ tier: 'ORDINARY' });
    expect((await run('restoreDemonstration')).code).toBe('DEMONSTRATION_NOT_EARNED');
  });

  it('good again and rectified, it gets its rank back', async () => {
    await run('planRectification', `, measures: "整改", completeBy: "${addDays(today, 30)}"`);
    await run('confirmRectification');
    await evaluate('SPECIAL', 91);

    const restored = await run('restoreDemonstration');

    expect(restored.data.restoreDemonstration.station).toMatchObject({
      tier: 'DEMONSTRATION',
      demonstrationWithdrawnOn: null,
    });
    expect(await tier()).toBe('DEMONSTRATION');
  });

  it('unqualified, its operator is barred in the next year', async () => {
    const { data } = await evaluate('ANNUAL', 20);

    expect(data.evaluateStation.evaluation.barsOperatorIn).toBe(Number(year) + 1);
    expect((await eventsOf(graph, 'evaluated')).at(-1)).toMatchObject({
      operatorAgencyId: OPERATOR_ID,
      grade: 'UNQUALIFIED',
      barsOperatorIn: Number(year) + 1,
    });
    expect((await eventsOf(graph, 'graded')).map(({ to }) => to)).toEqual([
      'BARELY_QUALIFIED',
      'EXCELLENT',
      'UNQUALIFIED',
    ]);
  });

  it('happens once a year and kind, and leaves nothing behind when refused', async () => {
    const before = (await graph.outbox()).length;

    expect((await evaluate('ANNUAL', 90)).code).toBe('STATION_ALREADY_EVALUATED');
    expect((await evaluate('FINAL', 101)).code).toBe('BAD_USER_INPUT');
    expect((await evaluate('FINAL', 80, ', opinion: "电话:13812345678"')).code).toBe('PERSONAL_MARKS_FOUND');
    expect((await graph.outbox()).length).toBe(before);
  });

  it('leaves the station out of those that wait for the evaluation of a year', async () => {
    const waiting = async (forYear: number) => {
      const { data, code } = await graph.execute(
        `{ stations(where: { regionCode: { within: "420581" }, unevaluatedIn: ${forYear} }) { nodes { id } } }`,
      );
      return code ?? data.stations.nodes;
    };

    expect(await waiting(Number(year))).toEqual([]);
    expect(await waiting(Number(year) + 1)).toEqual([{ id }]);
    expect(await waiting(1999)).toBe('BAD_USER_INPUT');
  });

  it('lists evaluations newest first, by region and grade', async () => {
    const { data } = await graph.execute(
      '{ stationEvaluations(where: { regionCode: { within: "420000" }, grade: { in: [UNQUALIFIED, EXCELLENT] } }) { totalCount nodes { grade station { id } } } }',
    );

    expect(data.stationEvaluations).toEqual({
      totalCount: 2,
      nodes: [
        { grade: 'UNQUALIFIED', station: { id } },
        { grade: 'EXCELLENT', station: { id } },
      ],
    });
  });
});

describe('an evaluation that was recorded wrongly', () => {
  const ANNUAL = '{ stationEvaluations(where: { stationId: { eq: "$" } }) { nodes { id kind version } } }';
  const annual = async () => {
    const { data } = await graph.execute(ANNUAL.replace('$', id));
    return data.stationEvaluations.nodes.find(({ kind }: { kind: string }) => kind === 'ANNUAL');
  };
  const SAID =
    '{ evaluation { grade barsOperatorIn struckOn strikeReason corrections { grade score reason } allowedActions } station { annualGrading { grade } } }';
  const change = (verb: string, evaluationId: string, rest: string) =>
    mutate(graph, `${verb}(input: { evaluationId: "${evaluationId}", ${rest} }) ${SAID}`);

  it('is corrected: grade, station and bar follow, and what stood before is kept', async () => {
    const { id: evaluationId, version } = await annual();
    const stale = await change('correctStationEvaluation', evaluationId, 'reason: "x", expectedVersion: 9');

    const { data } = await change(
      'correctStationEvaluation',
      evaluationId,
      `score: 95, reason: "演示:录入错误", expectedVersion: ${version}`,
    );

    expect(stale.code).toBe('VERSION_CONFLICT');
    expect(data.correctStationEvaluation).toMatchObject({
      evaluation: {
        grade: 'EXCELLENT',
        barsOperatorIn: null,
        corrections: [{ grade: 'UNQUALIFIED', score: 20, reason: '演示:录入错误' }],
        allowedActions: ['CORRECT', 'STRIKE'],
      },
      station: { annualGrading: { grade: 'EXCELLENT' } },
    });
    expect(await eventsOf(graph, 'evaluation-corrected')).toMatchObject([
      { barsOperatorIn: null, barredIn: Number(year) + 1, grade: 'EXCELLENT' },
    ]);
  });

  it('is struck out: it counts no more, is found only when asked for, and makes room for the right one', async () => {
    const { id: evaluationId } = await annual();

    const { data } = await change('strikeStationEvaluation', evaluationId, 'reason: "演示:重复登记"');
    const again = await change('strikeStationEvaluation', evaluationId, 'reason: "演示"');

    expect(data.strikeStationEvaluation).toMatchObject({
      evaluation: { strikeReason: '演示:重复登记', allowedActions: [] },
      station: { annualGrading: null },
    });
    expect(again.code).toBe('STATION_EVALUATION_STRUCK');
    expect(await annual()).toBeUndefined();
    const struck = await graph.execute(
      `{ stationEvaluations(where: { stationId: { eq: "${id}" }, struck: true }) { nodes { id } } }`,
    );
    expect(struck.data.stationEvaluations.nodes).toEqual([{ id: evaluationId }]);
    expect((await evaluate('ANNUAL', 88)).data.evaluateStation.evaluation.grade).toBe('GOOD');
  });
});

describe('who may', () => {
  const VERBS: readonly (readonly [string, string, readonly Role[]])[] = [
    [
      'applyForDemonstration',
      ', selfScore: 1, statement: "x"',
      ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'],
    ],
    ['recommendForDemonstration', ', opinion: "x"', ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS']],
    ['assessForDemonstration', ', score: 1', ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE', 'EVALUATOR']],
    ['announceDemonstration', '', ['COUNTY_CIVIL_AFFAIRS']],
    ['confirmDemonstration', '', ['COUNTY_CIVIL_AFFAIRS']],
    ['declineDemonstration', '', ['COUNTY_CIVIL_AFFAIRS']],
    ['withdrawDemonstration', '', ['COUNTY_CIVIL_AFFAIRS']],
    ['restoreDemonstration', '', ['COUNTY_CIVIL_AFFAIRS']],
    [
      'evaluateStation',
      `, year: ${year}, kind: FINAL, score: 1000, evaluator: "x"`,
      ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE', 'EVALUATOR'],
    ],
  ];

  it.each(VERBS)('%s', async (verb, rest, admitted) => {
    const query = `mutation { ${verb}(input: { stationId: "${id}" ${rest} }) { station { id } } }`;
    const scope = { region: '420581' as RegionCode, agencyId: OPERATOR_ID };

    expect(await verdicts(graph, { query, scope })).toEqual(onlyFor(...admitted));
  });
});
