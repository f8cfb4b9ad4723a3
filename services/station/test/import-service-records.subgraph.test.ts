import { importing, type ImportUnderTest, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bureau,
  countFigures,
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
  yidu = importing(graph, { of: 'Station', kind: 'SERVICE_RECORDS', actor: bureau });
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const HEADING = '乡镇级单位代码,编号,服务日期,服务项目,服务方法,服务对象,服务人次,服务时长,备注';
const table = (...rows: readonly string[]): string => [HEADING, ...rows].join('\n');
const VISIT = `${WORKING},2025-000001,2025-03-12,居家探访,个案,独居老人,12,2.5,演示`;
const TALK = `${WORKING},2025-000002,2025-03-13,GOVERNANCE_CONSULTATION,COMMUNITY,,30,2,`;
const records = async () =>
  (
    await graph.execute(
      `{ serviceRecords(where: { stationId: { eq: "${stationId}" } }) { nodes { entryNo service domain persons hours note } } }`,
      {},
      bureau,
    )
  ).data.serviceRecords.nodes;

describe('importing service records', () => {
  it('STA-12 brings in counts under the station’s own numbers', async () => {
    const run = await yidu.bringIn(table(VISIT, TALK));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 2, new: 2, known: 0, refused: 0 } });
    const common = { note: null, domain: 'GRASSROOTS_GOVERNANCE' };
    expect(await records()).toEqual([
      { ...common, entryNo: '2025-000002', service: 'GOVERNANCE_CONSULTATION', persons: 30, hours: 2 },
      {
        entryNo: '2025-000001',
        service: 'ELDERLY_HOME_VISIT',
        domain: 'ELDERLY_CARE',
        persons: 12,
        hours: 2.5,
        note: '演示',
      },
    ]);
  });

  it('counts them in the figures of the month', async () => {
    await countFigures(graph);

    const { data } = await graph.execute(
      `{ station(id: "${stationId}") { serviceMonths(from: "2025-03", to: "2025-03") { records persons hours } } }`,
    );

    expect(data.station.serviceMonths).toEqual([{ records: 2, persons: 42, hours: 4.5 }]);
  });

  it('tells two services of one name apart by whom they are for', async () => {
    const run = await yidu.bringIn(
      table(
        `${WORKING},P1,2025-03-14,政策宣传,社区,低保对象,40,1,`,
        `${WORKING},P2,2025-03-14,政策宣传,小组,困境儿童,15,1,`,
      ),
    );

    expect(run.application).toMatchObject({ new: 2, refused: 0 });
    const facts = await eventsOf(graph, 'service-recorded');
    expect(facts.map(({ service }) => service)).toEqual(
      expect.arrayContaining(['ASSISTANCE_POLICY_PUBLICITY', 'CHILD_PUBLICITY']),
    );
  });

  it('takes the five partners of governance from a column of their own, which a file may leave out', async () => {
    const withPartners = (partners: string, number = '2025-000009', row = TALK) =>
      `${HEADING},五社联动主体\n${row.replace('2025-000002', number).replace('2025-000001', number)},${partners}`;

    const run = await yidu.bringIn(withPartners('志愿者、社区;SOCIAL_ORGANISATION'));
    const again = await yidu.check(withPartners('社区'));
    const elsewhere = await yidu.check(withPartners('社区', 'X-9', VISIT));

    expect(run.application).toMatchObject({ new: 1, refused: 0 });
    expect((await eventsOf(graph, 'service-recorded')).at(-1)).toMatchObject({
      partners: ['COMMUNITY', 'SOCIAL_ORGANISATION', 'VOLUNTEER'],
    });
    expect(again.checked.nodes).toMatchObject([{ code: 'IMPORT_ROW_DIFFERS' }]);
    expect(elsewhere.checked.nodes).toMatchObject([{ code: 'SERVICE_HAS_NO_PARTNERS', column: 'partners' }]);
  });

  it('changes nothing the second time, and says where the file differs', async () => {
    const before = (await eventsOf(graph, 'service-recorded')).length;

    const run = await yidu.bringIn(table(VISIT.replace(',12,', ',13,'), TALK));

    expect(run.application).toMatchObject({ rows: 2, new: 0, known: 2 });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ line: 2, code: 'IMPORT_ROW_DIFFERS' })]);
    expect((await eventsOf(graph, 'service-recorded')).length).toBe(before);
  });

  it.each([
    [
      'STA-12 a note that points at a person',
      VISIT.replace('演示', '联系电话:某'),
      'PERSONAL_MARKS_FOUND',
      'note',
    ],
    [
      'STA-12 an ID number as the number of the record',
      VISIT.replace('2025-000001', '11010519491231002X'),
      'PERSONAL_MARKS_FOUND',
      'entryNo',
    ],
    [
      'STA-12 a telephone as the number of the record',
      VISIT.replace('2025-000001', '13812345678'),
      'PERSONAL_MARKS_FOUND',
      'entryNo',
    ],
    ['a name as the number of the record', VISIT.replace('2025-000001', '张某'), 'BAD_USER_INPUT', 'entryNo'],
    ['a unit without a station', VISIT.replace(WORKING, '420581101'), 'STATION_NOT_FOUND', 'townshipCode'],
    ['a station that does not work', VISIT.replace(WORKING, ONLY_PLANNED), 'STATION_STATUS_WRONG', null],
    ['a day to come', VISIT.replace('2025-03-12', '2099-03-12'), 'DATE_IN_FUTURE', 'servedOn'],
    ['a service that the catalogue lacks', VISIT.replace('居家探访', '卡拉OK'), 'SERVICE_UNKNOWN', 'service'],
    ['a group that it is not for', VISIT.replace('独居老人', '孤儿'), 'SERVICE_NOT_MEANT_SO', 'service'],
    ['nobody served', VISIT.replace(',12,', ',0,'), 'BAD_USER_INPUT', 'persons'],
    ['less than a quarter of an hour', VISIT.replace('2.5', '0.1'), 'BAD_USER_INPUT', 'hours'],
    [
      'a township of another county than the caller’s',
      VISIT.replace(WORKING, '420582101'),
      'FORBIDDEN',
      null,
    ],
  ])('refuses %s', async (_what, row, code, column) => {
    const run = await yidu.check(table(row.replace('2025-000001', 'X-1')));

    expect(run.check).toMatchObject({ rows: 1, new: 0, refused: 1 });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ line: 2, code, column })]);
  });
});

describe('recordServices', () => {
  const entry = 'service: "GOVERNANCE_CONSULTATION", method: COMMUNITY, persons: 3, hours: 1';
  const record = (...numbers: readonly string[]) =>
    mutate(
      graph,
      `recordServices(input: { stationId: "${stationId}", servedOn: "2025-03-20", entries: [${numbers
        .map((number) => `{ ${entry}, entryNo: "${number}" }`)
        .join(', ')}] }) { records { entryNo } }`,
    );

  it('keeps the station’s own number, each once', async () => {
    const { data } = await record('2025/7', '2025/8');

    expect(data.recordServices.records).toEqual([{ entryNo: '2025/7' }, { entryNo: '2025/8' }]);
    expect((await record('2025/9', '2025/8')).code).toBe('SERVICE_ENTRY_TAKEN');
  });
});
