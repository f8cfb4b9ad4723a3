import { PUBLIC_ACTOR } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countFigures,
  mutate,
  operating,
  planned,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

let graph: StationGraph;
const THIS_YEAR = Number(today.slice(0, 4));
const close = (id: string) =>
  mutate(graph, `closeStation(input: { stationId: "${id}", reason: "演示" }) { station { id } }`);

/** 枝城镇 works; 松木坪镇 closed its station and plans another; 王家畈镇 closed its only one; the others have none. */
beforeAll(async () => {
  graph = await stationGraph();
  await operating(graph, '420581104', '枝城镇');
  await close(await operating(graph, '420581103', '松木坪镇'));
  await planned(graph, '420581103', '松木坪镇');
  await close(await planned(graph, '420581107', '王家畈镇'));
  await countFigures(graph);
});
afterAll(() => graph.stop());

const STATION = 'currentStation { signage status }';
const QUESTIONS: readonly (readonly [question: string, query: string, answer: unknown])[] = [
  [
    'What must my station still prepare? The one that stands, not the closed one',
    `region(code: "420581103") { ${STATION} }`,
    { region: { currentStation: { signage: '宜都市松木坪镇社会工作服务站', status: 'PLANNED' } } },
  ],
  [
    'Which station is mine? None, after it was closed',
    `region(code: "420581107") { ${STATION} }`,
    { region: { currentStation: null } },
  ],
  [
    'Are all stations open with five haves? One of two that stand',
    'region(code: "420581") { stationFigures { stationsOperating fiveHaves { numerator denominator rate } } }',
    {
      region: {
        stationFigures: { stationsOperating: 1, fiveHaves: { numerator: 1, denominator: 2, rate: 0.5 } },
      },
    },
  ],
  [
    'Which stations are due for evaluation? Those that opened and stand',
    `stations(where: { regionCode: { within: "420581" }, unevaluatedIn: ${THIS_YEAR} }) { nodes { signage } }`,
    { stations: { nodes: [{ signage: '宜都市枝城镇社会工作服务站' }] } },
  ],
  [
    'Where is the nearest station? The one that works',
    'nearestStations(regionCode: "420581103") { signage }',
    { nearestStations: [{ signage: '宜都市枝城镇社会工作服务站' }] },
  ],
];

describe('what people ask of stations', () => {
  it.each(QUESTIONS)('%s', async (_question, query, answer) => {
    const { data, errors } = await graph.execute(`{ ${query} }`, {}, PUBLIC_ACTOR);

    expect(errors).toEqual([]);
    expect(data).toMatchObject(answer as object);
  });

  it('Which county lags? All but the one that has begun, and it comes last', async () => {
    const { data } = await graph.execute(
      '{ laggingCounties(within: "420500") { code stationFigures { coverage { numerator rate } } } }',
      {},
      PUBLIC_ACTOR,
    );

    const counties = data.laggingCounties as readonly { readonly code: string }[];
    expect(counties.at(-1)).toMatchObject({ code: '420581', stationFigures: { coverage: { numerator: 1 } } });
    expect(counties).toHaveLength(13);
  });

  it('Which county lags in the nation? Named is a province at least', async () => {
    const { code } = await graph.execute('{ laggingCounties(within: "000000") { code } }', {}, PUBLIC_ACTOR);

    expect(code).toBe('BAD_USER_INPUT');
  });
});
