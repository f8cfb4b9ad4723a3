import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mongoActivities, moveActivities } from '../src/persistence/station/activity.list.ts';
import { mutate, planned, prepared, stationGraph, type StationGraph, today } from './under-test.ts';

let graph: StationGraph;
let id: string;

beforeAll(async () => {
  graph = await stationGraph();
  id = await planned(graph, '420581100', '红花套镇');
  await prepared(graph, id);
});
afterAll(() => graph.stop());

const stations = () => graph.connection.collection<{ _id: string; activitiesHeld: number }>('stations');
const log = (title: string, heldOn: string = today) =>
  mutate(
    graph,
    `logActivity(input: { stationId: "${id}", title: "${title}", heldOn: "${heldOn}", participants: 3 }) { station { id } }`,
  );
const page = async (args: string, of = id) => {
  const { data } = await graph.execute(
    `{ station(id: "${of}") { activities(${args}) { totalCount pageInfo { endCursor hasNextPage } nodes { title heldOn } } } }`,
  );
  return data.station.activities;
};

describe('the activities of a station', () => {
  it('are found by day and by whether they stand, either way round', async () => {
    const of = await planned(graph, '420581102', '聂家河镇');
    await graph.connection.collection('station_activities').insertMany(
      ['2025-03-01', '2025-04-01', '2025-05-01'].map((heldOn, at) => ({
        _id: `act_of_filter_${at}` as never,
        version: 1,
        stationId: of,
        title: heldOn,
        heldOn,
        participants: 1,
        struck: at === 1 ? { on: '2025-06-01', reason: '误登' } : null,
      })),
    );
    const days = async (args: string) =>
      (await page(args, of)).nodes.map(({ heldOn }: { heldOn: string }) => heldOn);

    expect(await days('where: { heldOn: { gte: "2025-04-01" } }')).toEqual(['2025-04-01', '2025-05-01']);
    expect(await days('where: { struck: false }, orderBy: [{ field: HELD_ON, direction: DESC }]')).toEqual([
      '2025-05-01',
      '2025-03-01',
    ]);
    expect(await days('where: { struck: true, heldOn: {} }')).toEqual(['2025-04-01']);
  });

  it('are pages of a list of their own, by day, however many there are', async () => {
    await log('二月', '2026-02-01');
    await log('一月', '2026-01-01');

    const first = await page('first: 1');
    const second = await page(`first: 1, after: "${first.pageInfo.endCursor}"`);

    expect(first).toMatchObject({
      totalCount: 3,
      nodes: [{ title: '一月' }],
      pageInfo: { hasNextPage: true },
    });
    expect(second.nodes).toMatchObject([{ title: '二月' }]);
    expect(await stations().findOne({ _id: id })).toMatchObject({ activitiesHeld: 3 });
    expect(await stations().findOne({ _id: id })).not.toHaveProperty('activities');
  });

  it('that stood in the station before go to the list, once, and those that were struck count no more', async () => {
    const held = (at: number, title: string) => ({
      id: `sac_01900000-0000-7000-8000-0000000000${at}`,
      title,
      heldOn: `2025-01-${at}`,
      participants: 1,
    });
    const activities = [{ ...held(11, '早'), struck: { on: '2025-02-01', reason: '误登' } }, held(12, '晚')];
    await stations().updateOne({ _id: id }, {
      $set: { activities },
      $unset: { activitiesHeld: '' },
    } as never);

    await moveActivities(graph.connection, mongoActivities(graph.connection));
    await moveActivities(graph.connection, mongoActivities(graph.connection));

    expect((await page('first: 2')).nodes).toMatchObject([{ title: '早' }, { title: '晚' }]);
    expect(await stations().findOne({ _id: id })).toMatchObject({ activitiesHeld: 1 });
    expect((await log('新')).errors).toEqual([]);
  });

  it('STA-12 are named by the check of the station where an old one points at a person', async () => {
    const checked = async () => {
      const { data } = await graph.execute(`{ station(id: "${id}") { checks { rule passed evidence } } }`);
      return data.station.checks.find(({ rule }: { rule: string }) => rule === 'STA-12');
    };
    expect(await checked()).toMatchObject({ passed: true });
    const old = { id: 'sac_01900000-0000-7000-8000-000000000013', heldOn: '2025-01-13', participants: 1 };
    await stations().updateOne(
      { _id: id },
      {
        $set: { activities: [{ ...old, title: '入户走访 13812345678' }] },
      },
    );

    await moveActivities(graph.connection, mongoActivities(graph.connection));

    expect(await checked()).toMatchObject({ passed: false, evidence: `title of ${old.id}: PHONE` });
  });
});

describe('the rooms of a station', () => {
  it('are a hundred at most: a list within an object does not grow without end', async () => {
    const rooms = Array.from({ length: 50 }, () => '{ kind: CASE_ROOM }').join(', ');
    const add = () =>
      mutate(graph, `addRooms(input: { stationId: "${id}", rooms: [${rooms}] }) { station { id } }`);

    expect((await add()).errors).toEqual([]);
    const { code, details } = await add();

    expect({ code, details }).toEqual({ code: 'LIST_FULL', details: { field: 'rooms', most: 100 } });
  });
});
