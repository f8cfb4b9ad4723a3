import { importing, type ImportUnderTest, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bureau,
  eventsOf,
  mutate,
  operating,
  planned,
  type StationGraph,
  stationGraph,
} from './under-test.ts';

const WORKING = '420581104';
const ONLY_PLANNED = '420581100';

let graph: StationGraph;
let stationId: string;
let stopImports: () => Promise<void>;
let yidu: ImportUnderTest;

beforeAll(async () => {
  graph = await stationGraph();
  stationId = await operating(graph, WORKING);
  await planned(graph, ONLY_PLANNED, '红花套镇');
  stopImports = workOffImports(graph);
  yidu = importing(graph, { of: 'Station', kind: 'VILLAGE_ROOMS', actor: bureau });
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const table = (...rows: readonly string[]): string =>
  ['乡镇级单位代码,村(社区)名称,建成日期', ...rows].join('\n');
const opened = async (): Promise<number> => (await eventsOf(graph, 'village-room-opened')).length;

describe('importing village rooms', () => {
  it('STA-8 brings rooms under the station of their unit, each with its fact', async () => {
    const run = await yidu.bringIn(table(`${WORKING},演示一村,2023-03-01`, `${WORKING},演示二村,2023/4/1`));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 2, new: 2, known: 0, refused: 0 } });
    const { data } = await graph.execute(
      '{ villageRooms(where: { regionCode: { within: "420581" } }) { nodes { villageName openedOn station { id } } } }',
    );
    const rooms = data.villageRooms.nodes as { villageName: string }[];
    expect(rooms.toSorted((a, b) => a.villageName.localeCompare(b.villageName, 'en'))).toEqual([
      { villageName: '演示一村', openedOn: '2023-03-01', station: { id: stationId } },
      { villageName: '演示二村', openedOn: '2023-04-01', station: { id: stationId } },
    ]);
    const facts = await eventsOf(graph, 'village-room-opened');
    expect(new Set(facts.map(({ openedOn }) => openedOn))).toEqual(new Set(['2023-03-01', '2023-04-01']));
  });

  it('changes nothing the second time, and says where the file differs', async () => {
    const before = await opened();

    const run = await yidu.bringIn(table(`${WORKING},演示一村,2023-03-01`, `${WORKING},演示二村,2023-05-01`));

    expect(run.application).toMatchObject({ rows: 2, new: 0, known: 2 });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ line: 3, code: 'IMPORT_ROW_DIFFERS' })]);
    expect(await opened()).toBe(before);
  });

  it.each([
    [
      'STA-8 a unit whose station is only planned',
      `${ONLY_PLANNED},演示村,2023-03-01`,
      'VILLAGE_ROOM_ELSEWHERE',
    ],
    ['STA-8 a unit without a station', '420581101,演示村,2023-03-01', 'VILLAGE_ROOM_ELSEWHERE'],
    ['a day to come', `${WORKING},演示三村,2099-03-01`, 'DATE_IN_FUTURE'],
    ['a room without a name', `${WORKING},,2023-03-01`, 'BAD_USER_INPUT'],
    ['a township of another county than the caller’s', '420582101,演示村,2023-03-01', 'FORBIDDEN'],
  ])('refuses %s', async (_what, row, code) => {
    const run = await yidu.check(table(row));

    expect(run.check).toMatchObject({ rows: 1, new: 0, refused: 1 });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ line: 2, severity: 'ERROR', code })]);
  });
});

describe('importing the rooms of a village whose room has closed', () => {
  const roomsOf = async (name: string) => {
    const { data } = await graph.execute(
      '{ villageRooms(where: { regionCode: { within: "420581" } }) { nodes { id villageName status openedOn } } }',
    );
    const rooms = data.villageRooms.nodes as { id: string; villageName: string; status: string }[];
    return rooms.filter(({ villageName }) => villageName === name);
  };

  it('opens none again by the file that once brought it in, and says so', async () => {
    await yidu.bringIn(table(`${WORKING},演示四村,2023-03-01`));
    const [room] = await roomsOf('演示四村');
    await mutate(
      graph,
      `closeVillageRoom(input: { villageRoomId: "${room?.id}", reason: "撤并", closedOn: "2024-06-30" }) { villageRoom { id } }`,
    );

    const run = await yidu.bringIn(table(`${WORKING},演示四村,2023-03-01`));

    expect(run.application).toMatchObject({ rows: 1, new: 0, known: 1 });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ code: 'IMPORT_ROW_DIFFERS' })]);
    expect(await roomsOf('演示四村')).toMatchObject([{ status: 'CLOSED' }]);
  });

  it('brings in the next one, which opened later', async () => {
    const run = await yidu.bringIn(table(`${WORKING},演示四村,2025-01-01`));

    expect(run.application).toMatchObject({ rows: 1, new: 1, known: 0 });
    const rooms = await roomsOf('演示四村');
    expect(new Set(rooms.map(({ status }) => status))).toEqual(new Set(['CLOSED', 'OPERATING']));
  });
});

describe('STA-8 importing what equips village rooms', () => {
  const HEADING = 'townshipCode,villageName,openedOn,siteSource,address,areaSqm,multiRooms,documents,filedOn';
  const file = (...rows: readonly string[]): string => [HEADING, ...rows].join('\n');
  const roomOf = async (name: string) => {
    const { data } = await graph.execute(
      '{ villageRooms(where: { regionCode: { within: "420581" } }) { nodes { villageName meetsStandard light site { source address areaSqm } rooms { kind } documents { subject title filedOn } } } }',
    );
    return data.villageRooms.nodes.find(({ villageName }: any) => villageName === name);
  };
  const codes = (run: any) => run.checked.nodes.map(({ code, column }: any) => [code, column]);

  it('brings in rooms that meet the standard, each with its facts', async () => {
    const run = await yidu.bringIn(
      file(`${WORKING},演示五村,2023-03-01,其他,演示路 5 号,60,1,安全管理;投诉,2023-02-01`),
    );

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 1, new: 1, refused: 0 } });
    expect(await roomOf('演示五村')).toMatchObject({
      meetsStandard: true,
      light: 'GREEN',
      site: { source: 'OTHER', address: '演示路 5 号', areaSqm: 60 },
      rooms: [{ kind: 'MULTI_ROOM' }],
      documents: [
        { subject: 'SAFETY', title: '安全管理', filedOn: '2023-02-01' },
        { subject: 'COMPLAINT', title: '投诉', filedOn: '2023-02-01' },
      ],
    });
    expect(await eventsOf(graph, 'village-room-equipped')).toContainEqual(
      expect.objectContaining({ meetsStandard: true, lacking: [], before: { meetsStandard: false } }),
    );
  });

  it('says of every cell that is not taken in why', async () => {
    const run = await yidu.check(file(`${WORKING},演示六村,2023-03-01,,演示路 6 号,60,1,,2023-02-01`));

    expect(run.check).toMatchObject({ rows: 1, new: 1, refused: 0 });
    expect(codes(run)).toEqual([
      ['IMPORT_CELL_LEFT_OUT', 'address'],
      ['IMPORT_CELL_LEFT_OUT', 'areaSqm'],
      ['IMPORT_CELL_LEFT_OUT', 'filedOn'],
    ]);
  });

  it('names what differs, and changes it when an update is asked for', async () => {
    const changed = file(`${WORKING},演示五村,2023-03-01,其他,演示路 5 号,,2,安全管理;督导,2024-02-01`);

    const told = await yidu.bringIn(changed);
    const updating = await yidu.check(changed, { update: true });
    await yidu.apply(updating.id);
    const run = await yidu.settled(updating.id);

    expect(codes(told)).toEqual([['IMPORT_ROW_DIFFERS', null]]);
    expect(codes(updating)).toEqual([
      ['IMPORT_COLUMN_CHANGES', 'multiRooms'],
      ['IMPORT_COLUMN_CHANGES', 'documents'],
    ]);
    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 1, changed: 1 } });
    const room = await roomOf('演示五村');
    expect(room.site).toMatchObject({ areaSqm: 60 });
    expect(room.rooms).toHaveLength(2);
    expect(room.documents.map(({ subject }: any) => subject)).toEqual(['SAFETY', 'COMPLAINT', 'SUPERVISION']);
  });
});

describe('openVillageRoom', () => {
  it('opens one room per village of a unit', async () => {
    const { code } = await mutate(
      graph,
      `openVillageRoom(input: { stationId: "${stationId}", villageName: "演示一村", openedOn: "2024-01-01" }) { villageRoom { id } }`,
    );

    expect(code).toBe('VILLAGE_ROOM_TAKEN');
  });
});
