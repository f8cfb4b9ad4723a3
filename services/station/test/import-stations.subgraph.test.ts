import { creditCodeCheck } from '@qianshou/kernel';
import { anActor, importing, type ImportUnderTest, inRegion, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ID } from './builders.ts';
import { bureau, hearOfOperator, planned, type StationGraph, stationGraph } from './under-test.ts';

const CREDIT_CODE = withCheck('52420581MJ0000001');
const HEADING =
  'townshipCode,signage,operationMode,operatorCreditCode,siteSource,address,multiRooms,openedOn,checkedOn,checkerOrganisation,haves';
const FIVE = '有场地;有人员;有功能;有制度;有活动';
const OPEN = `,,政府购买服务,${CREDIT_CODE},民政办,演示路 1 号,1,2022-06-01,2022/5/20,演示评估中心,${FIVE}`;

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

function withCheck(first17: string): string {
  return `${first17}${creditCodeCheck(first17)}`;
}

const table = (...rows: readonly string[]): string => [HEADING, ...rows].join('\r\n');
const outboxTypes = async (): Promise<readonly string[]> =>
  (await graph.outbox()).filter(({ type }) => !type.includes('import')).map(({ type }) => type);

describe('importing stations', () => {
  it('writes nothing in the dry run, and says what each row comes to', async () => {
    const before = (await outboxTypes()).length;

    const run = await yidu.check(table(`420581100${OPEN}`, '420581101,,,,,,,,,,'));

    expect(run).toMatchObject({
      status: 'CHECKED',
      encoding: 'UTF-8',
      check: { rows: 2, new: 2, known: 0, refused: 0 },
      application: { rows: 0 },
      allowedActions: ['APPLY', 'STOP'],
    });
    expect((await outboxTypes()).length).toBe(before);
  });

  it('takes over open and planned stations, with their facts and the county’s coverage', async () => {
    const run = await yidu.bringIn(table(`420581100${OPEN}`, '420581101,,,,,,,,,,'));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 2, new: 2, known: 0, refused: 0 } });
    const { data } = await graph.execute(
      '{ stations(where: { regionCode: { within: "420581" } }) { nodes { signage status openedOn operatorAgency { id } acceptanceChecks { nodes { result checkedOn } } } } }',
    );
    expect(data.stations.nodes).toEqual([
      {
        signage: '宜都市红花套镇社会工作服务站',
        status: 'OPERATING',
        openedOn: '2022-06-01',
        operatorAgency: { id: OPERATOR_ID },
        acceptanceChecks: { nodes: [{ result: 'PASSED', checkedOn: '2022-05-20' }] },
      },
      expect.objectContaining({ signage: '宜都市高坝洲镇社会工作服务站', status: 'PLANNED' }),
    ]);
    expect((await outboxTypes()).slice(-3)).toEqual(
      expect.arrayContaining([
        'qianshou.station.planned.v1',
        'qianshou.station.taken-over.v1',
        'qianshou.station.coverage-changed.v1',
      ]),
    );
  });

  it('changes nothing the second time, and says where the file differs from the record', async () => {
    const before = (await outboxTypes()).length;

    const run = await yidu.bringIn(table(`420581100${OPEN.replace('2022-06-01', '2022-07-01')}`));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 1, new: 0, known: 1 } });
    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ line: 2, severity: 'NOTICE', code: 'IMPORT_ROW_DIFFERS' }),
    ]);
    expect((await outboxTypes()).length).toBe(before);
  });

  it.each([
    ['STA-1 a code that is no township-level unit', '420581,,,,,,,,,,', 'BAD_USER_INPUT', 'townshipCode'],
    ['STA-1 a unit that does not exist', '420581999,,,,,,,,,,', 'REGION_NOT_FOUND', 'townshipCode'],
    ['a township of another county than the caller’s', '420582101,,,,,,,,,,', 'FORBIDDEN', null],
    ['STA-3 another signage', '420581102,聂家河社工站,,,,,,,,,', 'STATION_SIGNAGE_WRONG', null],
    [
      'STA-2 a check that found a have missing',
      `420581102${OPEN.replace(';有活动', '')}`,
      'STATION_LACKS_HAVES',
      'haves',
    ],
    ['STA-2 an opening without its check', '420581102,,,,,,,2022-06-01,,,', 'BAD_USER_INPUT', 'checkedOn'],
    [
      'an opening before its check',
      `420581102${OPEN.replace('2022-06-01', '2022-05-01')}`,
      'DATES_OUT_OF_ORDER',
      'openedOn',
    ],
    [
      'an opening in the future',
      `420581102${OPEN.replace('2022-06-01', '2099-06-01')}`,
      'DATE_IN_FUTURE',
      'openedOn',
    ],
    [
      'a day that does not exist',
      `420581102${OPEN.replace('2022-06-01', '2022-02-30')}`,
      'BAD_USER_INPUT',
      'openedOn',
    ],
    [
      'an operator that nobody registered',
      `420581102,,,${withCheck('52420581MJ0000002')},,,,,,,`,
      'OPERATOR_UNKNOWN',
      'operatorCreditCode',
    ],
    ['a term outside the value set', '420581102,,承包,,,,,,,,', 'BAD_USER_INPUT', 'operationMode'],
    ['a formula in a cell', '420581102,=1+1,,,,,,,,,', 'IMPORT_CELL_FORMULA', 'signage'],
    ['too few cells', '420581102,,', 'IMPORT_ROW_CELLS', null],
  ])('refuses %s, and names line and column', async (_what, row, code, column) => {
    const run = await yidu.check(table(row));

    expect(run).toMatchObject({ status: 'CHECKED', check: { rows: 1, new: 0, refused: 1 } });
    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ line: 2, severity: 'ERROR', code, column }),
    ]);
  });

  it('takes a row that the file repeats once', async () => {
    const run = await yidu.check(table('420581103,,,,,,,,,,', '420581103,,,,,,,,,,'));

    expect(run.check).toMatchObject({ rows: 2, new: 1, known: 1 });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ line: 3, code: 'IMPORT_ROW_REPEATED' })]);
  });

  it('leaves refused rows out only when that is said', async () => {
    const { id } = await yidu.check(table('420581104,,,,,,,,,,', '420581999,,,,,,,,,,'));

    expect((await yidu.apply(id)).code).toBe('IMPORT_HAS_REFUSED_ROWS');
    expect((await yidu.apply(id, { acceptRefusedRows: true })).code).toBeUndefined();
  });

  it('knows a station that somebody planned meanwhile', async () => {
    const { id } = await yidu.check(table('420581105,,,,,,,,,,'));
    await planned(graph, '420581105', '姚家店镇');

    await yidu.apply(id);

    await expect
      .poll(async () => (await yidu.find(id)).application, { timeout: 10_000 })
      .toMatchObject({ rows: 1, new: 0, known: 1 });
  });
});

describe('the imports of others', () => {
  it('are nobody else’s but an administrator’s', async () => {
    const { id } = await yidu.check(table('420581106,,,,,,,,,,'));
    const ask = (actor: ReturnType<typeof anActor>) =>
      importing(graph, { of: 'Station', kind: 'STATIONS', actor }).stop(id);

    expect((await ask(anActor('COUNTY_CIVIL_AFFAIRS', {}, 'somebody else'))).code).toBe('IMPORT_NOT_FOUND');
    expect((await ask(inRegion('ADMIN', '000000'))).code).toBeUndefined();
  });
});
