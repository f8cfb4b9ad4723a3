import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '@qianshou/service-kit/mongo';
import { type SubgraphDoor, subgraphDoor } from '@qianshou/testing/subgraph-door';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StationGraph, stationGraph } from './under-test.ts';

/** 141 bytes that ask for every region of the nation, level by level. */
const WHOLE_NATION =
  '{region(code:"000000"){children(first:100){nodes{children(first:100){nodes{children(first:100){nodes{children(first:100){nodes{name}}}}}}}}}}';
const ONE_COUNTY = '{ region(code: "420581") { name parent { name } } }';

let graph: StationGraph;
let door: SubgraphDoor;

beforeAll(async () => {
  graph = await stationGraph();
  door = await subgraphDoor(graph);
});
afterAll(async () => {
  await door.close();
  await graph.stop();
});

/** Commands that the service sends from now on. */
function countCommands(connection: Connection): () => readonly string[] {
  const sent: string[] = [];
  connection.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName));
  return () => sent;
}

describe('a query that fans out over the whole nation', () => {
  it('ends with its deadline, and others are answered meanwhile', async () => {
    const heavy = Array.from({ length: 3 }, () => door.ask(WHOLE_NATION, { within: 300 }));
    await pause(50);
    const light = await door.ask(ONE_COUNTY, { within: 2_000 });
    const given = await Promise.all(heavy);

    expect(light.body.data.region).toEqual({ name: '宜都市', parent: { name: '宜昌市' } });
    expect(given.map(({ status, body }) => [status, body.errors?.[0].extensions.code])).toEqual(
      Array.from({ length: 3 }, () => [504, 'SUBGRAPH_TIMEOUT']),
    );
  });

  it('sends no command more after its deadline', async () => {
    await door.ask(WHOLE_NATION, { within: 100 });
    await pause(100);
    const commands = countCommands(graph.connection);

    await pause(300);

    expect(commands()).toEqual([]);
  });

  it('ends when who asked hangs up', async () => {
    const hangUp = AbortSignal.timeout(100);
    await expect(door.ask(WHOLE_NATION, { within: 60_000, hangUp })).rejects.toThrow('timeout');
    await pause(300);
    const commands = countCommands(graph.connection);

    await pause(300);

    expect(commands()).toEqual([]);
  });

  it('is not begun when its time is over before it comes', async () => {
    const late = await door.ask(ONE_COUNTY, { within: -1 });

    expect(late.status).toBe(504);
  });
});

describe('every read', () => {
  it('tells the database how long somebody waits for it', async () => {
    const limits: unknown[] = [];
    graph.connection.getClient().on('commandStarted', ({ command }) => limits.push(command['maxTimeMS']));

    await door.ask('{ stations(first: 3) { totalCount nodes { id } } }', { within: 1_000 });

    const told = limits.filter((limit) => limit !== undefined);
    expect(told.length).toBeGreaterThan(1);
    for (const limit of told) expect(Number(limit)).toBeLessThanOrEqual(1_000);
  });
});
