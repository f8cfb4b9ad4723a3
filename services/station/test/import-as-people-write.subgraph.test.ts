import { creditCodeCheck } from '@qianshou/kernel';
import { importing, type ImportUnderTest, workOffImports } from '@qianshou/testing';
import { workbook, type WorkbookCell } from '@qianshou/testing/workbook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bureau, hearOfOperator, type StationGraph, stationGraph } from './under-test.ts';

const FIRST_17 = '52420581MJ0000001';
const CREDIT_CODE = `${FIRST_17}${creditCodeCheck(FIRST_17)}`;
const HEADING = [
  '序号',
  '乡镇级单位代码',
  '运营方式',
  '承接机构统一社会信用代码',
  '场地来源',
  '地址',
  '面积(平方米)',
  '个案咨询室数',
  '启用日期',
  '验收日期',
  '验收单位',
  '验收具备项',
  '备注',
];
const row = (unit: string, changes: Record<string, WorkbookCell> = {}): readonly WorkbookCell[] => {
  const cells: Record<string, WorkbookCell> = {
    序号: 1,
    乡镇级单位代码: unit,
    运营方式: '购买服务',
    承接机构统一社会信用代码: CREDIT_CODE.toLowerCase(),
    场地来源: '民政办公室',
    地址: '演示路 2 号\u200B',
    '面积(平方米)': '120㎡',
    个案咨询室数: '1间',
    启用日期: '2022年6月1日',
    验收日期: 44_701,
    验收单位: '演示评估中心',
    验收具备项: '场地,人员,功能,制度,活动',
    备注: '演示',
    ...changes,
  };
  return HEADING.map((name) => cells[name] ?? null);
};

let graph: StationGraph;
let stopImports: () => Promise<void>;
let yidu: ImportUnderTest;

beforeAll(async () => {
  graph = await stationGraph();
  await hearOfOperator(graph, { unifiedSocialCreditCode: CREDIT_CODE });
  stopImports = workOffImports(graph);
  yidu = importing(graph, { of: 'Station', kind: 'STATIONS', actor: bureau });
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const asWorkbook = (...rows: readonly (readonly WorkbookCell[])[]): Buffer =>
  workbook({ name: '社工站', rows: [['宜都市社工站一览表'], HEADING, ...rows] });
const findingsOf = (run: any, severity: string) =>
  run.checked.nodes.filter((finding: any) => finding.severity === severity);

describe('importing stations as people write them', () => {
  it('takes a workbook and tells each reading with line, column, from and to', async () => {
    const run = await yidu.check(asWorkbook(row('420581100'), ['合计', null, null, null, null, null, 120]));

    expect(run).toMatchObject({
      status: 'CHECKED',
      encoding: 'XLSX',
      check: { rows: 1, new: 1, refused: 0 },
    });
    const notes = findingsOf(run, 'NOTE');
    expect(
      notes
        .filter(({ readAs, line }: any) => readAs !== null && line === 3)
        .map((note: any) => [note.column, note.value, note.readAs]),
    ).toEqual([
      ['operationMode', '购买服务', '政府购买服务'],
      ['operatorCreditCode', CREDIT_CODE.toLowerCase(), CREDIT_CODE],
      ['siteSource', '民政办公室', '民政办'],
      ['address', '演示路 2 号⟨U+200B⟩', '演示路 2 号'],
      ['areaSqm', '120㎡', '120'],
      ['caseRooms', '1间', '1'],
      ['openedOn', '2022年6月1日', '2022-06-01'],
      ['checkedOn', '44701', '2022-05-20'],
      ['haves', '场地,人员,功能,制度,活动', '有场地;有人员;有功能;有制度;有活动'],
    ]);
    expect(notes.map(({ code }: any) => code)).toEqual(
      expect.arrayContaining(['IMPORT_LINE_LEFT_OUT', 'IMPORT_COLUMN_NOT_READ', 'IMPORT_HEADING_READ_AS']),
    );
    expect(findingsOf(run, 'ERROR')).toEqual([]);
  });

  it('writes what it read', async () => {
    const run = await yidu.bringIn(asWorkbook(row('420581101')));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 1, new: 1 } });
    const { data } = await graph.execute(
      '{ stations(where: { regionCode: { within: "420581" } }) { nodes { township { code } openedOn operationMode site { source address areaSqm } } } }',
      {},
      bureau,
    );
    expect(data.stations.nodes).toEqual([
      {
        township: { code: '420581101' },
        openedOn: '2022-06-01',
        operationMode: 'PURCHASED',
        site: { source: 'CIVIL_AFFAIRS_OFFICE', address: '演示路 2 号', areaSqm: 120 },
      },
    ]);
  });

  it('says per column what a file again says otherwise, and which operation changes it', async () => {
    const run = await yidu.check(
      asWorkbook(row('420581101', { '面积(平方米)': 150, 运营方式: '混合', 个案咨询室数: 2 })),
    );

    expect(run.check).toMatchObject({ rows: 1, known: 1 });
    const [notice, ...others] = findingsOf(run, 'NOTICE');
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ code: 'IMPORT_ROW_DIFFERS', line: 3 });
    for (const said of [
      'areaSqm: the file says “150”, recorded is “120” (change it with recordSite)',
      'operationMode: the file says “Both”, recorded is “Government purchase of services” (no operation changes it)',
      'caseRooms: the file says “2”, recorded is “1” (change it with addRooms)',
    ])
      expect(notice.message).toContain(said);
  });

  it.each([
    ['an address without its source', { 场地来源: null }, 'NOTICE', 'address'],
    ['an area without its source', { 场地来源: null }, 'NOTICE', 'areaSqm'],
    ['an acceptance without an opening day', { 启用日期: null }, 'NOTICE', 'checkedOn'],
    ['who accepted without an opening day', { 启用日期: null }, 'NOTICE', 'checkerOrganisation'],
    ['what was found without an opening day', { 启用日期: null }, 'NOTICE', 'haves'],
    ['more rooms than a station can have', { 个案咨询室数: 99 }, 'ERROR', 'caseRooms'],
  ])('drops nothing without a word: %s', async (_what, changes, severity, column) => {
    const run = await yidu.check(asWorkbook(row('420581102', changes)));

    expect(findingsOf(run, severity)).toContainEqual(
      expect.objectContaining({ line: 3, column, value: expect.stringMatching(/./) }),
    );
  });

  it('says of two rows of one key that they contradict each other', async () => {
    const run = await yidu.check(asWorkbook(row('420581103'), row('420581103', { 地址: '演示路 3 号' })));

    expect(run.check).toMatchObject({ rows: 2, new: 1, known: 1 });
    expect(findingsOf(run, 'NOTICE')).toMatchObject([
      { line: 4, code: 'IMPORT_ROW_CONTRADICTS', message: expect.stringContaining('address') },
    ]);
  });

  it('quotes the cell and names the column by its heading, but shows nobody’s number', async () => {
    const run = await yidu.check(asWorkbook(row('420581104', { 启用日期: '去年' }), row('13812345678')));

    expect(findingsOf(run, 'ERROR')).toMatchObject([
      {
        line: 3,
        column: 'openedOn',
        heading: 'openedOn',
        value: '去年',
        message: expect.stringContaining('去年'),
      },
      { line: 4, column: 'townshipCode', value: '***' },
    ]);
  });
});
