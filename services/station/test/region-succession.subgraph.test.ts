import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@qianshou/kernel';
import { anActor, inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importReferenceFiles } from '../src/application/reference/import-reference-files.ts';
import { csvReferenceFiles } from '../src/files/reference-files.ts';
import {
  publishSuccessionEvent,
  publishUnitScopeEvent,
} from '../src/messaging/region/region.publications.ts';
import { mongoRegions } from '../src/persistence/reference/region.repository.ts';
import { mongoRegionSuccessions } from '../src/persistence/region/region-succession.repository.ts';
import { mongoUnitScopes } from '../src/persistence/region/unit-scope.repository.ts';
import {
  bureau,
  countFigures,
  equipped,
  eventsOf,
  mutate,
  operating,
  type StationGraph,
  stationGraph,
  today,
  turnableClock,
} from './under-test.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const [ZHICHENG, YAOJIADIAN, HONGHUATAO] = ['420581104', '420581105', '420581100'];
const admin = anActor('ADMIN');
const clock = turnableClock();
let graph: StationGraph;
let stationId: string;
let roomId: string;

beforeAll(async () => {
  graph = await stationGraph(clock);
  stationId = await operating(graph, YAOJIADIAN, '姚家店镇');
  const { data } = await mutate(
    graph,
    `openVillageRoom(input: { stationId: "${stationId}", villageName: "演示村", openedOn: "${today}" }) { villageRoom { id } }`,
  );
  roomId = data.openVillageRoom.villageRoom.id as string;
  await equipped(graph, roomId);
});
afterAll(() => graph.stop());

const record = (input: string, actor = admin) =>
  mutate(
    graph,
    `recordRegionSuccession(input: { source: "演示公告", ${input} }) { succession { id followedOn stationsLeft { id } allowedActions } }`,
    actor,
  );
const figures = async (code: string) => {
  await countFigures(graph);
  const { data } = await graph.execute(
    `{ region(code: "${code}") { stationFigures { unitsInScope stationsPlanned stationsOperating havesComplete: fiveHaves { numerator } villageRooms villageRoomsToStandard coverage { numerator denominator } } } }`,
  );
  return data.region.stationFigures;
};

describe('takeUnitOutOfScope', () => {
  const SCOPE = '{ region { scope { inScope since reason source periods { until } } } }';
  const change = (name: string, more: string, actor = bureau) =>
    mutate(
      graph,
      `${name}(input: { townshipCode: "${HONGHUATAO}", reason: "监狱农场", ${more} }) ${SCOPE}`,
      actor,
    );

  it('STA-1 takes one unit out of the denominator with reason and source, and back', async () => {
    const stranger = await change(
      'takeUnitOutOfScope',
      'source: "演示"',
      inRegion('COUNTY_CIVIL_AFFAIRS', '420582'),
    );
    const out = await change('takeUnitOutOfScope', 'source: "演示文件"');
    const without = await figures('420581');
    const again = await change('takeUnitOutOfScope', 'source: "演示文件"');
    const back = await change('returnUnitToScope', '');

    expect([stranger.code, again.code]).toEqual(['FORBIDDEN', 'UNIT_OUT_OF_SCOPE_ALREADY']);
    expect(out.data.takeUnitOutOfScope.region.scope).toMatchObject({
      inScope: false,
      since: today,
      reason: '监狱农场',
      source: '演示文件',
    });
    expect(without).toMatchObject({ unitsInScope: 10, coverage: { numerator: 1, denominator: 10 } });
    expect(back.data.returnUnitToScope.region.scope).toMatchObject({
      inScope: true,
      periods: [{ until: today }],
    });
    expect(await figures('420581')).toMatchObject({ unitsInScope: 11 });
  });
});

describe('recordRegionSuccession', () => {
  it('is the administrator’s, of regions that there are', async () => {
    const merged = `kind: MERGED, from: ["${ZHICHENG}", "${YAOJIADIAN}"], to: ["${ZHICHENG}"], on: "${today}"`;

    expect((await record(merged, bureau)).code).toBe('FORBIDDEN');
    expect((await record(merged.replace(YAOJIADIAN, '420581999'))).code).toBe('REGION_NOT_FOUND');
  });

  it('is followed on its day: the station, its rooms and the figures are the successor’s, history stays', async () => {
    const on = addDays(today, 3);
    const recorded = await record(
      `kind: MERGED, from: ["${ZHICHENG}", "${YAOJIADIAN}"], to: ["${ZHICHENG}"], on: "${on}"`,
    );
    const cycle = await record(
      `kind: MERGED, from: ["${ZHICHENG}", "${HONGHUATAO}"], to: ["${YAOJIADIAN}"], on: "${on}"`,
    );
    const early = await graph.useCases.followSuccessions();
    clock.turnOn(3);
    const due = await graph.useCases.followSuccessions();
    const twice = await graph.useCases.followSuccessions();
    const { data } = await graph.execute(
      `{ station(id: "${stationId}") { township { code } formerUnits { until township { code } } } old: region(code: "${YAOJIADIAN}") { retiredOn scope { inScope } currentStation { id } successions { kind to { code } followedOn stationsLeft { id } allowedActions } } now: region(code: "${ZHICHENG}") { currentStation { id } } regionSuccessions(where: { regionCode: { within: "420581" } }) { totalCount } villageRooms(where: { regionCode: { within: "${ZHICHENG}" } }) { nodes { id } } }`,
      {},
      admin,
    );

    expect(recorded.data.recordRegionSuccession.succession).toMatchObject({
      followedOn: null,
      allowedActions: ['STRIKE'],
    });
    expect(cycle.code).toBe('REGION_SUCCESSION_CYCLE');
    expect([early.found, due.found, twice.found]).toEqual([0, 1, 0]);
    expect(data.station).toEqual({
      township: { code: ZHICHENG },
      formerUnits: [{ until: on, township: { code: YAOJIADIAN } }],
    });
    expect(data.old).toMatchObject({ retiredOn: on, scope: { inScope: false }, currentStation: null });
    expect(data.old.successions).toMatchObject([
      { kind: 'MERGED', to: [{ code: ZHICHENG }], followedOn: on, stationsLeft: [], allowedActions: [] },
    ]);
    expect(data.now.currentStation.id).toBe(stationId);
    expect(data.regionSuccessions.totalCount).toBe(1);
    expect(data.villageRooms.nodes).toEqual([{ id: roomId }]);
    expect(await eventsOf(graph, 'relocated')).toMatchObject([
      { stationId, townshipCode: ZHICHENG, before: { townshipCode: YAOJIADIAN } },
    ]);
    expect(await figures('420581')).toMatchObject({
      unitsInScope: 10,
      stationsPlanned: 1,
      villageRooms: 1,
      coverage: { numerator: 1, denominator: 10 },
    });
    const ones = { stationsPlanned: 1, stationsOperating: 1, villageRooms: 1, villageRoomsToStandard: 1 };
    expect(await figures(ZHICHENG ?? '')).toMatchObject(ones);
    expect(await figures(YAOJIADIAN ?? '')).toMatchObject({ stationsPlanned: 0, villageRooms: 0 });
  });

  it('leaves a station where the successor has one, and says so; a new name is found', async () => {
    const second = await operating(graph, HONGHUATAO, '红花套镇');
    const merged = await record(
      `kind: MERGED, from: ["${HONGHUATAO}", "${ZHICHENG}"], to: ["${ZHICHENG}"], on: "${today}"`,
    );
    await record(
      `kind: RENAMED, from: ["${ZHICHENG}"], to: ["${ZHICHENG}"], name: "演示新城街道", on: "${today}"`,
    );
    const { data } = await graph.execute(
      '{ regions(where: { name: { contains: "演示新城" } }) { nodes { code name } } }',
    );

    expect(merged.data.recordRegionSuccession.succession).toMatchObject({ stationsLeft: [{ id: second }] });
    expect(data.regions.nodes).toEqual([{ code: ZHICHENG, name: '演示新城街道' }]);
  });
});

describe('another edition of the division codes', () => {
  const load = ({ lacking = [], isCutOff = false }: { lacking?: string[]; isCutOff?: boolean }) => {
    const folder = mkdtempSync(join(tmpdir(), 'qianshou-regions-'));
    const lines = readFileSync(join(DATA, 'regions.csv'), 'utf8').split('\n');
    const kept = lines.filter((line) => !lacking.includes(line.slice(0, 9)));
    writeFileSync(join(folder, 'regions.csv'), [...kept, ''].join('\n'));
    cpSync(join(DATA, 'key-counties.csv'), join(folder, 'key-counties.csv'));
    const files = csvReferenceFiles(folder);
    const cutOff = () => {
      throw new Error('the process is killed');
    };
    return importReferenceFiles({
      clock,
      regions: mongoRegions(graph.connection),
      regionSuccessions: mongoRegionSuccessions(graph.connection, {} as never, publishSuccessionEvent),
      unitScopes: mongoUnitScopes(graph.connection, {} as never, publishUnitScopeEvent),
      keyCounties: { findMany: async () => [{}] } as never,
      referenceFiles: { ...files, keyCounties: isCutOff ? cutOff : files.keyCounties },
    })().finally(() => rmSync(folder, { recursive: true }));
  };

  it('leaves what was followed as it is, also where loading it was cut off', async () => {
    await expect(load({ isCutOff: true })).rejects.toThrow('killed');
    await load({});
    const { data } = await graph.execute(
      `{ gone: region(code: "${YAOJIADIAN}") { retiredOn } renamed: region(code: "${ZHICHENG}") { name } }`,
    );

    expect(data).toEqual({ gone: { retiredOn: addDays(today, 3) }, renamed: { name: '演示新城街道' } });
  });

  it('STA-1 that no longer has what is gone leaves it out once', async () => {
    expect(await figures('420581')).toMatchObject({ unitsInScope: 9 });

    await load({ lacking: [YAOJIADIAN ?? '', HONGHUATAO ?? ''] });

    expect(await figures('420581')).toMatchObject({ unitsInScope: 9 });
  });
});
