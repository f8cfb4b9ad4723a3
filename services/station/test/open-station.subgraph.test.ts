import { addDays } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId } from './builders.ts';
import {
  bureau,
  CHECK,
  checkInput,
  comeOnDuty,
  planned,
  prepared,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

let graph: StationGraph;

beforeAll(async () => {
  graph = await stationGraph();
});
afterAll(() => graph.stop());

const run = (field: string) => graph.execute(`mutation { ${field} }`, {}, bureau);
const request = (id: string) =>
  run(`requestAcceptance(input: { stationId: "${id}" }) { station { status } }`);
const open = (id: string, version = '') =>
  run(`openStation(input: { stationId: "${id}" ${version} }) { station { status openedOn version } }`);
const statusOf = async (id: string) => {
  const { data } = await graph.execute(
    `{ station(id: "${id}") { status version haves { have met missing } } }`,
  );
  return data.station;
};

describe('STA-11 a posting on duty', () => {
  it('is what STAFF is made of, and is counted once however often it is told', async () => {
    const id = await planned(graph, '420581100', '红花套镇');
    await prepared(graph, id);

    const { status, haves } = await statusOf(id);

    expect(status).toBe('STAFFED');
    expect(haves).toContainEqual({ have: 'STAFF', met: true, missing: [] });
  });

  it('at a station that does not exist is an event that cannot be applied', async () => {
    await expect(comeOnDuty(graph, anId('sta', 99), 'RESIDENT')).rejects.toMatchObject({
      code: 'STATION_NOT_FOUND',
    });
  });
});

describe('STA-2 from acceptance to operation', () => {
  it('refuses a station without activity, names it, and passes it once rectified', async () => {
    const id = await planned(graph, '420581101', '高坝洲镇');
    await prepared(graph, id, ['ACTIVITY']);
    await request(id);

    const refused = await graph.execute(
      CHECK,
      { input: checkInput(id, { rectifyBy: addDays(today, 30) }) },
      bureau,
    );
    const early = await open(id);
    await run(
      `logActivity(input: { stationId: "${id}", title: "补办", heldOn: "2026-01-01", participants: 3 }) { station { id } }`,
    );
    const passed = await graph.execute(CHECK, { input: checkInput(id) }, bureau);
    const opened = await open(id);

    expect(refused.data.checkStation.check).toMatchObject({
      result: 'REFUSED',
      rectifyBy: addDays(today, 30),
    });
    expect(early).toMatchObject({
      code: 'STATION_LACKS_HAVES',
      details: { rule: 'STA-2', missing: ['ACTIVITY'] },
    });
    expect(passed.data.checkStation.check.result).toBe('PASSED');
    expect(opened.data.openStation.station.status).toBe('OPERATING');
    const types = (await graph.outbox())
      .filter((event) => event.subject === `station/${id}`)
      .toSorted((a, b) => Number(a.sequence) - Number(b.sequence))
      .map((event) => event.type.split('.')[2]);
    expect(types.slice(-6)).toEqual([
      'acceptance-requested',
      'acceptance-refused',
      'activity-logged',
      'haves-changed',
      'acceptance-passed',
      'opened',
    ]);
  });

  it('numbers the facts of a station without gaps', async () => {
    const events = await graph.outbox();
    const sequences = Map.groupBy(events, (event) => event.subject);

    for (const facts of sequences.values()) {
      expect(facts.map(({ sequence }) => Number(sequence)).toSorted((a, b) => a - b)).toEqual(
        facts.map((_fact, index) => index + 1),
      );
    }
  });

  it('refuses a change made up from an older reading, with the version there is now', async () => {
    const id = await planned(graph, '420581102', '聂家河镇');
    await prepared(graph, id);
    const { version } = await statusOf(id);

    const stale = await open(id, `, expectedVersion: ${version - 1}`);

    expect(stale).toMatchObject({ code: 'VERSION_CONFLICT', details: { currentVersion: version } });
  });

  it.each([
    ['a wrong prefix', anId('vrm', 1), 'BAD_USER_INPUT'],
    ['nonsense', '1 or 1=1', 'BAD_USER_INPUT'],
    ['an id that does not exist', anId('sta', 404), 'STATION_NOT_FOUND'],
  ])('refuses %s', async (_what, id, code) => {
    expect((await open(id)).code).toBe(code);
  });
});
