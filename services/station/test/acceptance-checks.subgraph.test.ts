import { addDays } from '@qianshou/kernel';
import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bureau,
  CHECK,
  checkInput,
  mutate,
  planned,
  prepared,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

let graph: StationGraph;
let lacking: string;
let complete: string;
const overdueBy = addDays(today, -1);

async function inAcceptance(unit: string, name: string, leaveOut: readonly string[] = []) {
  const id = await planned(graph, unit, name);
  await prepared(graph, id, leaveOut);
  await mutate(graph, `requestAcceptance(input: { stationId: "${id}" }) { station { id } }`);
  return id;
}
const check = (id: string, changes: Record<string, unknown> = {}) =>
  graph.execute(CHECK, { input: checkInput(id, changes) }, bureau);

beforeAll(async () => {
  graph = await stationGraph();
  lacking = await inAcceptance('420581100', '红花套镇', ['ACTIVITY']);
  complete = await inAcceptance('420581101', '高坝洲镇');
  await check(lacking, { checkedOn: addDays(today, -10), rectifyBy: overdueBy });
  await check(complete);
});
afterAll(() => graph.stop());

async function listed(args = '') {
  const { data, errors } = await graph.execute(
    `{ acceptanceChecks${args} { totalCount nodes { result rectifyBy awaitsRectification station { id } items { have met } } } }`,
  );
  expect(errors).toEqual([]);
  return data.acceptanceChecks;
}

describe('acceptanceChecks', () => {
  it('lists the checks of all stations, newest first, each with its station', async () => {
    const { totalCount, nodes } = await listed();

    expect(totalCount).toBe(2);
    expect(nodes).toMatchObject([
      { result: 'PASSED', awaitsRectification: false, station: { id: complete } },
      { result: 'REFUSED', awaitsRectification: true, station: { id: lacking } },
    ]);
  });

  it('finds what is overdue in a region, by the day that the check set', async () => {
    const overdue = `awaitsRectification: true, rectifyBy: { lte: "${overdueBy}" }`;
    const where = (code: string) =>
      `(where: { regionCode: { within: "${code}" }, ${overdue} }, orderBy: [{ field: RECTIFY_BY, direction: ASC }])`;

    expect((await listed(where('420000'))).nodes).toMatchObject([{ station: { id: lacking } }]);
    expect((await listed(where('420582'))).nodes).toEqual([]);
  });

  it('leaves out of the order of set days what set none', async () => {
    expect((await listed('(orderBy: [{ field: RECTIFY_BY }])')).nodes).toHaveLength(1);
  });

  it('settles a refused check when the station is checked again', async () => {
    await mutate(
      graph,
      `logActivity(input: { stationId: "${lacking}", title: "补办", heldOn: "${today}", participants: 3 }) { station { id } }`,
    );
    await check(lacking);

    expect((await listed('(where: { awaitsRectification: true })')).totalCount).toBe(0);
    const { data } = await graph.execute(
      `{ station(id: "${lacking}") { acceptanceChecks { nodes { result awaitsRectification } } } }`,
    );
    expect(data.station.acceptanceChecks.nodes).toEqual([
      { result: 'REFUSED', awaitsRectification: false },
      { result: 'PASSED', awaitsRectification: false },
    ]);
  });

  it('settles a refused check when the station is closed', async () => {
    const id = await inAcceptance('420581102', '聂家河镇', ['ACTIVITY']);
    await check(id, { rectifyBy: addDays(today, 5) });
    const waiting = await listed('(where: { result: { eq: REFUSED }, awaitsRectification: true })');

    await mutate(graph, `closeStation(input: { stationId: "${id}", reason: "演示" }) { station { id } }`);

    expect(waiting.totalCount).toBe(1);
    expect((await listed('(where: { awaitsRectification: true })')).totalCount).toBe(0);
  });

  it('is for everybody', async () => {
    expect(
      await verdicts(graph, {
        query: '{ acceptanceChecks { totalCount } countyPolicies { totalCount } }',
        scope: {},
      }),
    ).toEqual(onlyFor('PUBLIC'));
  });
});
