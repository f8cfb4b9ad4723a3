import { creditCodeCheck } from '@qianshou/kernel';
import { importing, type ImportUnderTest, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bureau, hearOfOperator, type StationGraph, stationGraph } from './under-test.ts';

const FIRST_17 = '52420581MJ0000001';
const CREDIT_CODE = `${FIRST_17}${creditCodeCheck(FIRST_17)}`;
const HEADING =
  'townshipCode,operationMode,operatorCreditCode,siteSource,address,areaSqm,caseRooms,multiRooms,openedOn,checkedOn,checkerOrganisation,haves';
const FIVE = '有场地;有人员;有功能;有制度;有活动';
const UNIT = '420581100';
const STANDING = {
  siteSource: '民政办',
  address: '演示路 1 号',
  areaSqm: '120',
  caseRooms: '1',
  multiRooms: '2',
  openedOn: '2022-06-01',
};
const UPDATE = { update: true } as const;

let graph: StationGraph;
let stopImports: () => Promise<void>;
let yidu: ImportUnderTest;

beforeAll(async () => {
  graph = await stationGraph();
  await hearOfOperator(graph, { unifiedSocialCreditCode: CREDIT_CODE });
  stopImports = workOffImports(graph);
  yidu = importing(graph, { of: 'Station', kind: 'STATIONS', actor: bureau });
  await yidu.bringIn(table());
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

function table(changes: Partial<typeof STANDING> = {}): string {
  const { openedOn, ...site } = { ...STANDING, ...changes };
  const row = [
    UNIT,
    '政府购买服务',
    CREDIT_CODE,
    ...Object.values(site),
    openedOn,
    '2022-05-20',
    '演示评估中心',
    FIVE,
  ];
  return [HEADING, row.join(',')].join('\n');
}

async function station() {
  const query = `{ stations(where: { regionCode: { within: "${UNIT}" } }) {
    nodes { site { source address areaSqm } rooms { kind } openedOn version } } }`;
  return (await graph.execute(query)).data.stations.nodes[0];
}

const findings = (run: any) => run.checked.nodes.map(({ code, column }: any) => [code, column]);

describe('an import of stations that updates', () => {
  it('moves premises and adds rooms, and names what another operation changes', async () => {
    const file = table({ address: '演示路 9 号', caseRooms: '3', multiRooms: '1', openedOn: '2022-07-01' });

    const checked = await yidu.check(file, UPDATE);
    await yidu.apply(checked.id);
    const run = await yidu.settled(checked.id);

    expect(findings(checked)).toEqual([
      ['IMPORT_ROW_DIFFERS', null],
      ['IMPORT_COLUMN_CHANGES', 'address'],
      ['IMPORT_COLUMN_CHANGES', 'caseRooms'],
    ]);
    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 1, changed: 1, known: 0 } });
    const { site, rooms, openedOn } = await station();
    expect(site).toEqual({ source: 'CIVIL_AFFAIRS_OFFICE', address: '演示路 9 号', areaSqm: 120 });
    expect(rooms.filter(({ kind }: any) => kind === 'CASE_ROOM')).toHaveLength(3);
    expect(rooms.filter(({ kind }: any) => kind === 'MULTI_ROOM')).toHaveLength(2);
    expect(openedOn).toBe('2022-06-01');
    const types = (await graph.outbox()).map(({ type }) => type.replace(/^.*\.(?=[a-z-]+\.v)/, ''));
    expect(types.filter((type) => type === 'room-added.v1')).toHaveLength(2);
  });

  it('keeps the area when the file says none for the same address', async () => {
    const file = table({ address: '演示路 9 号', areaSqm: '', siteSource: '租赁', caseRooms: '3' });
    const checked = await yidu.check(file, UPDATE);
    await yidu.apply(checked.id);
    await yidu.settled(checked.id);

    expect((await station()).site).toMatchObject({ areaSqm: 120 });
  });
});

describe('a kind that no file can change', () => {
  it('says so when an update is asked for', async () => {
    const records = importing(graph, { of: 'Station', kind: 'SERVICE_RECORDS', actor: bureau });

    expect((await records.begin('a', UPDATE)).code).toBe('IMPORT_CHANGES_NOTHING');
  });
});
