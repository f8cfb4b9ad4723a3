import { inRegion, ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import {
  bureau,
  countFigures,
  equipped,
  eventsOf,
  mutate,
  operating,
  ROOM_TO_STANDARD,
  type StationGraph,
  stationGraph,
  today,
} from './under-test.ts';

const township = inRegion('TOWNSHIP_CIVIL_AFFAIRS', '420581104');
const operator = ofAgency(OPERATOR_ID);

let graph: StationGraph;
let stationId: string;

beforeAll(async () => {
  graph = await stationGraph();
  await mutate(
    graph,
    'adoptCountyPolicy(input: { countyCode: "420581", validFrom: "2022-01-01", source: "演示", demonstrationRooms: 1 }) { policy { id } }',
  );
  stationId = await operating(graph);
});
afterAll(() => graph.stop());

const opened = async (villageName: string, station = stationId): Promise<string> => {
  const input = `{ stationId: "${station}", villageName: "${villageName}", openedOn: "2025-03-01" }`;
  const { data } = await mutate(graph, `openVillageRoom(input: ${input}) { villageRoom { id } }`);
  return data.openVillageRoom.villageRoom.id as string;
};
const choose = async (id: string) => {
  await equipped(graph, id);
  return mutate(
    graph,
    `chooseDemonstrationRoom(input: { villageRoomId: "${id}" }) { villageRoom { demonstration } }`,
  );
};
const close = (id: string, actor = township, more = '') =>
  mutate(
    graph,
    `closeVillageRoom(input: { villageRoomId: "${id}", reason: "村庄撤并" ${more} }) { villageRoom { status demonstration demonstrationSince closure { reason closedOn } allowedActions } }`,
    actor,
  );
const assign = (id: string, station: string) =>
  mutate(
    graph,
    `assignVillageRoom(input: { villageRoomId: "${id}", stationId: "${station}" }) { villageRoom { station { id } } }`,
  );
interface Listed {
  readonly id: string;
  readonly allowedActions: readonly string[];
}
const listed = async (where: string, actor = bureau) => {
  const { data } = await graph.execute(
    `{ villageRooms(where: { ${where} }) { nodes { id villageName status allowedActions station { id status } } } }`,
    {},
    actor,
  );
  return data.villageRooms.nodes as Listed[];
};
const actionsFor = async (id: string, actor = bureau) =>
  (await listed('status: { in: [OPERATING] }', actor)).find((room) => room.id === id)?.allowedActions;

describe('closeVillageRoom', () => {
  it('STA-5 closes a demonstration room, whose place is free and whose village may open another', async () => {
    const [first, second] = [await opened('演示一村'), await opened('演示二村')];
    await choose(first);
    const full = await choose(second);

    const { data } = await close(first);

    expect(full.code).toBe('DEMONSTRATION_QUOTA_FULL');
    expect(data.closeVillageRoom.villageRoom).toEqual({
      status: 'CLOSED',
      demonstration: false,
      demonstrationSince: null,
      closure: { reason: '村庄撤并', closedOn: today },
      allowedActions: [],
    });
    expect(await eventsOf(graph, 'village-room-closed')).toMatchObject([
      { villageRoomId: first, closedOn: today, wasDemonstration: true },
    ]);
    expect((await choose(second)).code).toBeUndefined();
    expect(await opened('演示一村')).not.toBe(first);
    expect(await listed('status: { in: [CLOSED] }')).toMatchObject([{ id: first }]);
  });

  it('takes it out of the figures', async () => {
    await countFigures(graph);

    const { data } = await graph.execute(
      '{ region(code: "420581") { stationFigures { villageRooms demonstrationRooms } } }',
    );

    expect(data.region.stationFigures).toEqual({ villageRooms: 2, demonstrationRooms: 1 });
  });

  it('is the authorities’ decision, never the operator’s', async () => {
    const id = await opened('演示三村');

    expect((await close(id, operator)).code).toBe('FORBIDDEN');
    expect((await close(id, inRegion('TOWNSHIP_CIVIL_AFFAIRS', '420581105'))).code).toBe('FORBIDDEN');
    expect(await actionsFor(id, operator)).toEqual(['EQUIP_VILLAGE_ROOM']);
    expect(await actionsFor(id, township)).toEqual(['EQUIP_VILLAGE_ROOM', 'CLOSE_VILLAGE_ROOM']);
    expect(await actionsFor(id)).toEqual([
      'EQUIP_VILLAGE_ROOM',
      'CLOSE_VILLAGE_ROOM',
      'CORRECT_VILLAGE_ROOM',
      'STRIKE_VILLAGE_ROOM',
    ]);
  });

  it('is refused to whoever read another version', async () => {
    const id = await opened('演示五村');

    expect((await close(id, bureau, 'expectedVersion: 7')).code).toBe('VERSION_CONFLICT');
  });

  it('STA-12 is refused with a reason that points at a person', async () => {
    const id = await opened('演示六村');
    const input = `{ villageRoomId: "${id}", reason: "联系人:某某" }`;

    const { code } = await mutate(graph, `closeVillageRoom(input: ${input}) { villageRoom { id } }`);

    expect(code).toBe('PERSONAL_MARKS_FOUND');
  });
});

describe('the rooms of a station that is closed', () => {
  it('STA-8 go on, and are assigned to the next station of their unit when it operates', async () => {
    const former = await operating(graph, '420581105', '姚家店镇');
    const id = await opened('演示四村', former);
    await mutate(
      graph,
      `closeStation(input: { stationId: "${former}", reason: "合同终止" }) { station { id } }`,
    );
    const waiting = await listed('regionCode: { within: "420581105" }');

    const next = await operating(graph, '420581105', '姚家店镇');

    expect(waiting).toMatchObject([{ id, status: 'OPERATING', station: { id: former, status: 'CLOSED' } }]);
    expect(waiting[0]?.allowedActions).not.toContain('ASSIGN_VILLAGE_ROOM');
    expect(await actionsFor(id)).toContain('ASSIGN_VILLAGE_ROOM');
    expect((await assign(id, stationId)).code).toBe('VILLAGE_ROOM_ELSEWHERE');
    expect((await assign(id, next)).data.assignVillageRoom.villageRoom.station.id).toBe(next);
    expect(await eventsOf(graph, 'village-room-assigned')).toMatchObject([
      { villageRoomId: id, stationId: next, formerStationId: former },
    ]);
    expect(await actionsFor(id)).not.toContain('ASSIGN_VILLAGE_ROOM');
  });
});

describe('equipVillageRoom', () => {
  const SAID =
    '{ villageRoom { meetsStandard light site { address } rooms { kind } documents { subject } haves { have met missing } allowedActions } }';
  const equip = (id: string, more: string, actor = operator) =>
    mutate(graph, `equipVillageRoom(input: { villageRoomId: "${id}", ${more} }) ${SAID}`, actor);
  const CHOOSE = (id: string) =>
    mutate(graph, `chooseDemonstrationRoom(input: { villageRoomId: "${id}" }) { villageRoom { id } }`);
  const standardFigures = async () => {
    await countFigures(graph);
    const { data } = await graph.execute(
      '{ region(code: "420581") { stationFigures { villageRoomsToStandard } } }',
    );
    return data.region.stationFigures.villageRoomsToStandard as number;
  };

  it('STA-8 a room has the standard by its own checklist, and only then it can become a demonstration room', async () => {
    const id = await opened('演示标准村');

    const tooEarly = await CHOOSE(id);
    const some = await equip(id, 'site: { source: OTHER, address: "演示路 1 号" }');
    const none = await equip(id, '');
    const stranger = await equip(id, ROOM_TO_STANDARD, inRegion('TOWNSHIP_CIVIL_AFFAIRS', '420581105'));
    const before = await standardFigures();
    const all = await equip(id, ROOM_TO_STANDARD);
    const counted = await standardFigures();
    const taken = await equip(id, 'rooms: []');

    expect(tooEarly).toMatchObject({
      code: 'VILLAGE_ROOM_BELOW_STANDARD',
      errors: [{ extensions: { details: { missing: ['SITE', 'FUNCTION', 'REGIME'] } } }],
    });
    expect(some.data.equipVillageRoom.villageRoom).toMatchObject({ meetsStandard: false, light: 'YELLOW' });
    expect([none.code, stranger.code]).toEqual(['VILLAGE_ROOM_EQUIPPED_WITH_NOTHING', 'FORBIDDEN']);
    expect(all.data.equipVillageRoom.villageRoom).toMatchObject({ meetsStandard: true, light: 'GREEN' });
    const told = await eventsOf(graph, 'village-room-equipped');
    expect(told.filter((data) => data.villageRoomId === id)).toMatchObject([
      { meetsStandard: false, lacking: ['FUNCTION', 'REGIME'] },
      { meetsStandard: true, lacking: [], before: { meetsStandard: false } },
      { meetsStandard: false, lacking: ['FUNCTION'], before: { meetsStandard: true } },
    ]);
    expect(taken.data.equipVillageRoom.villageRoom.haves).toContainEqual({
      have: 'FUNCTION',
      met: false,
      missing: ['ROOM'],
    });
    expect([counted, await standardFigures()]).toEqual([before + 1, before]);
    expect(await listed('meetsStandard: false, status: { in: [OPERATING] }')).toContainEqual(
      expect.objectContaining({ id }),
    );
  });
});
