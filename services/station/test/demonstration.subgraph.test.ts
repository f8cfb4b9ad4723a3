import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bureau,
  comeOnDuty,
  equipped,
  operating,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

let graph: StationGraph;
let stations: string[];

beforeAll(async () => {
  graph = await stationGraph();
  await run(
    'adoptCountyPolicy(input: { countyCode: "420581", validFrom: "2022-01-01", source: "演示", demonstrationStations: 1, demonstrationRooms: 1 }) { policy { id } }',
  );
  stations = [await operating(graph, '420581104', '枝城镇'), await operating(graph, '420581105', '姚家店镇')];
});
afterAll(() => graph.stop());

const run = (field: string) => graph.execute(`mutation { ${field} }`, {}, bureau);
const choose = (id: string | undefined) =>
  run(`chooseDemonstrationStation(input: { stationId: "${id}" }) { station { tier demonstrationSince } }`);

describe('chooseDemonstrationStation', () => {
  it('STA-11 is refused without a deputy head on duty', async () => {
    expect((await choose(stations[0])).code).toBe('DEMONSTRATION_LACKS_DEPUTY');
  });

  it('STA-5 lets one of two choices at once through where one place is free', async () => {
    for (const id of stations) await comeOnDuty(graph, id, 'DEPUTY_HEAD');

    const answers = await Promise.all(stations.map(choose));

    expect(new Set(answers.map(({ code }) => code))).toEqual(
      new Set(['DEMONSTRATION_QUOTA_FULL', undefined]),
    );
    const chosen = answers.find(({ code }) => code === undefined)?.data.chooseDemonstrationStation.station;
    expect(chosen).toEqual({ tier: 'DEMONSTRATION', demonstrationSince: today });
    const events = (await graph.outbox()).filter(
      (event) => event.type === 'qianshou.station.tier-changed.v1',
    );
    expect(events).toHaveLength(1);
  });
});

describe('village rooms', () => {
  const openRoom = (villageName: string) =>
    run(
      `openVillageRoom(input: { stationId: "${stations[0]}", villageName: "${villageName}", openedOn: "${today}" }) { villageRoom { id demonstration } }`,
    );

  it('STA-8 open under an operating station, STA-5 and as many as planned become demonstration rooms', async () => {
    const rooms = [await openRoom('演示一村'), await openRoom('演示二村')];
    const ids = rooms.map(({ data }) => data.openVillageRoom.villageRoom.id as string);

    const answers = [];
    for (const id of ids) {
      await equipped(graph, id);
      answers.push(
        await run(
          `chooseDemonstrationRoom(input: { villageRoomId: "${id}" }) { villageRoom { demonstration } }`,
        ),
      );
    }

    expect(answers.map(({ code }) => code)).toEqual([undefined, 'DEMONSTRATION_QUOTA_FULL']);
    const { data } = await graph.execute(
      '{ villageRooms(where: { regionCode: { within: "420581" }, demonstration: true }) { totalCount nodes { villageName status station { id } township { name } } } }',
    );
    expect(data.villageRooms).toEqual({
      totalCount: 1,
      nodes: [
        {
          villageName: '演示一村',
          status: 'OPERATING',
          station: { id: stations[0] },
          township: { name: '枝城镇' },
        },
      ],
    });
  });
});
