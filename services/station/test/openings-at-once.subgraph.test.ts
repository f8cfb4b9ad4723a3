import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checked, eventsOf, mutate, opening, type StationGraph, stationGraph, today } from './under-test.ts';

/** Every unit of Yidu. */
const UNITS = [
  ['420581001', '陆城街道'],
  ['420581100', '红花套镇'],
  ['420581101', '高坝洲镇'],
  ['420581102', '聂家河镇'],
  ['420581103', '松木坪镇'],
  ['420581104', '枝城镇'],
  ['420581105', '姚家店镇'],
  ['420581106', '五眼泉镇'],
  ['420581107', '王家畈镇'],
  ['420581200', '潘家湾土家族乡'],
  ['420581400', '松宜矿区'],
] as const;

let graph: StationGraph;
const ids: string[] = [];

beforeAll(async () => {
  graph = await stationGraph();
  for (const [unit, name] of UNITS) ids.push(await checked(graph, unit, name));
});
afterAll(() => graph.stop());

describe('sixteen commands on different stations of one county at once', () => {
  it('are all carried out, each once', async () => {
    const holds = graph.connection.collection<{ _id: string; times: number }>('holds');
    const heldBefore = (await holds.findOne({ _id: 'county:420581' }))?.times ?? 0;
    const logging = (at: number) =>
      `logActivity(input: { stationId: "${ids[at % ids.length]}", title: "演示 ${at}", heldOn: "${today}", participants: 1 }) { station { id } }`;

    const answers = await Promise.all(Array.from({ length: 16 }, (_, at) => mutate(graph, logging(at))));

    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect((await holds.findOne({ _id: 'county:420581' }))?.times).toBe(heldBefore + 16);
  });
});

describe('STA-1 all stations of a county opened at once', () => {
  it('open one after another, each counted once', async () => {
    const answers = await Promise.all(ids.map((id) => mutate(graph, opening(id))));

    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const covered = (await eventsOf(graph, 'coverage-changed')).map((data) => data['unitsCovered']);
    expect(covered).toEqual(UNITS.map((_unit, at) => at + 1));
  });

  it('two suspensions of one station: one does, the other finds it done', async () => {
    const [id = ''] = ids;

    const answers = await Promise.all([
      mutate(graph, `suspendStation(input: { stationId: "${id}", reason: "演示" }) { station { id } }`),
      mutate(graph, `suspendStation(input: { stationId: "${id}", reason: "演示" }) { station { id } }`),
    ]);

    const refused = answers.flatMap(({ code }) => (code === undefined ? [] : [code]));
    expect(refused).toEqual(['STATION_STATUS_WRONG']);
  });
});
