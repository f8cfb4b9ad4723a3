import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countFigures,
  equipped,
  eventsOf,
  mutate,
  operating,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

let graph: StationGraph;
let room: string;

beforeAll(async () => {
  graph = await stationGraph();
  const input = `{ stationId: "${await operating(graph)}", villageName: "演示村", openedOn: "2025-03-01" }`;
  const { data } = await mutate(graph, `openVillageRoom(input: ${input}) { villageRoom { id } }`);
  room = data.openVillageRoom.villageRoom.id;
});
afterAll(() => graph.stop());

const item = (have: string) => `{ have: ${have}, zh: "演示", en: "demo" }`;
const adopt = (validFrom: string, haves: readonly string[]) =>
  mutate(
    graph,
    `adoptCountyPolicy(input: { countyCode: "420581", validFrom: "${validFrom}", source: "演示", demonstrationRooms: 1, stationRules: { roomChecklist: [${haves.map(item).join(' ')}] } }) { policy { stationRules { checklist { have } roomChecklist { have zh } } } }`,
  );
const read = async () => {
  const { data } = await graph.execute(
    '{ villageRooms { nodes { meetsStandard light haves { have met } allowedActions } } }',
  );
  return data.villageRooms.nodes[0];
};
const toStandard = async (): Promise<number> => {
  await countFigures(graph);
  const { data } = await graph.execute(
    '{ region(code: "420581") { stationFigures { villageRoomsToStandard } } }',
  );
  return data.region.stationFigures.villageRoomsToStandard;
};
const equipWithPremises = () =>
  mutate(
    graph,
    `equipVillageRoom(input: { villageRoomId: "${room}", site: { source: OTHER, address: "演示路" } }) { villageRoom { meetsStandard } }`,
  );

describe('STA-8 the checklist of village rooms is policy of the county', () => {
  it('is premises, function and regimes where the county decided nothing', async () => {
    await equipWithPremises();

    expect(await read()).toMatchObject({
      meetsStandard: false,
      light: 'YELLOW',
      haves: [{ have: 'SITE' }, { have: 'FUNCTION' }, { have: 'REGIME' }],
    });
  });

  it('may hold only what the records of a room can prove, none twice, and at least one', async () => {
    for (const haves of [['STAFF'], ['SITE', 'SITE'], []]) {
      expect((await adopt('2026-01-01', haves)).code).toBe('BAD_USER_INPUT');
    }
  });

  it('is followed from the first day of the policy on: rooms, figures and what is told', async () => {
    const before = await toStandard();
    const { data } = await adopt('2026-01-01', ['SITE']);

    expect(data.adoptCountyPolicy.policy.stationRules).toMatchObject({
      checklist: [{}, {}, {}, {}, {}],
      roomChecklist: [{ have: 'SITE', zh: '演示' }],
    });
    expect(await read()).toMatchObject({
      meetsStandard: true,
      light: 'GREEN',
      haves: [{ have: 'SITE', met: true }],
    });
    expect(await eventsOf(graph, 'village-room-equipped')).toContainEqual(
      expect.objectContaining({
        villageRoomId: room,
        meetsStandard: true,
        lacking: [],
        before: { meetsStandard: false },
      }),
    );
    expect((await toStandard()) - before).toBe(1);
  });

  it('counts again when another policy asks for more, and refuses by it', async () => {
    await adopt(today, ['SITE', 'FUNCTION']);

    const refused = await mutate(
      graph,
      `chooseDemonstrationRoom(input: { villageRoomId: "${room}" }) { villageRoom { id } }`,
    );

    expect(refused.code).toBe('VILLAGE_ROOM_BELOW_STANDARD');
    expect(await read()).toMatchObject({ meetsStandard: false, light: 'YELLOW' });
    expect(await eventsOf(graph, 'village-room-equipped')).toContainEqual(
      expect.objectContaining({
        meetsStandard: false,
        lacking: ['FUNCTION'],
        before: { meetsStandard: true },
      }),
    );
    expect(await toStandard()).toBe(0);
    await equipped(graph, room);
    expect(await read()).toMatchObject({ meetsStandard: true, light: 'GREEN' });
  });
});
