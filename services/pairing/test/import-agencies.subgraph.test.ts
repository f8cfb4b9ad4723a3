import { anActor, importing, type ImportUnderTest, inRegion, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCreditCode } from './builders.ts';
import {
  agencyInput,
  bureau,
  dispatchProvince,
  done,
  type PairingGraph,
  pairingGraph,
  REGISTER,
  told,
} from './under-test.ts';

const HEADING =
  '统一社会信用代码,机构名称,法人类型,登记管理机关,登记日期,登记地代码,以社会工作服务为主业,可援派,评估等级,专职人员数,持证人员数,业务领域';

let graph: PairingGraph;
let stopImports: () => Promise<void>;
let fujian: ImportUnderTest;

beforeAll(async () => {
  graph = await pairingGraph();
  stopImports = workOffImports(graph);
  fujian = importing(graph, { of: 'Pairing', kind: 'AGENCIES', actor: dispatchProvince });
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const table = (...rows: readonly string[]): string => [HEADING, ...rows].join('\r\n');

const CELLS = {
  name: '演示社工服务中心',
  legalForm: '民办非企业单位',
  authority: '演示区民政局',
  registeredOn: '2016/5/1',
  home: '350203',
  socialWork: '是',
  canDispatch: '是',
  grade: 'AAA',
  fullTime: '20',
  certified: '12',
  areas: '老年人;儿童青少年',
};

function row(serial: number, changes: Partial<typeof CELLS> = {}): string {
  return [aCreditCode(serial), ...Object.values({ ...CELLS, ...changes })].join(',');
}

describe('importing agencies', () => {
  it('writes nothing in the dry run, and says what each row comes to', async () => {
    const run = await fujian.check(table(row(501), row(502)));

    expect(run).toMatchObject({ status: 'CHECKED', check: { rows: 2, new: 2, known: 0, refused: 0 } });
    expect(await told(graph, 'agency-registered')).toEqual([]);
  });

  it('registers them with all their facts, by Chinese headings and terms', async () => {
    const run = await fujian.bringIn(table(row(501), row(502, { grade: '', areas: '', canDispatch: '' })));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 2, new: 2, known: 0, refused: 0 } });
    const query = `{ agencyByCreditCode(code: "${aCreditCode(501)}") {
      name legalForm registrationAuthority registeredOn homeRegion { code } mainBusinessIsSocialWork canDispatch
      canReceive evaluationGrade fullTimeStaff certifiedStaff focusAreas status version } }`;
    expect((await graph.execute(query)).data.agencyByCreditCode).toEqual({
      name: '演示社工服务中心',
      legalForm: 'SOCIAL_SERVICE_ORGANISATION',
      registrationAuthority: '演示区民政局',
      registeredOn: '2016-05-01',
      homeRegion: { code: '350203' },
      mainBusinessIsSocialWork: true,
      canDispatch: true,
      canReceive: false,
      evaluationGrade: 'A3',
      fullTimeStaff: 20,
      certifiedStaff: 12,
      focusAreas: ['老年人', '儿童青少年'],
      status: 'ACTIVE',
      version: 1,
    });
    const events = await told(graph, 'agency-registered');
    expect(events).toHaveLength(2);
    expect(events.find(({ data }) => data['canDispatch'] === true)).toMatchObject({
      sequence: '1',
      regioncode: '350203',
      data: { unifiedSocialCreditCode: aCreditCode(501) },
    });
  });

  it('changes nothing the second time, and says where the file differs from the record', async () => {
    const run = await fujian.bringIn(table(row(501), row(502, { name: '演示改名中心' })));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 2, new: 0, known: 2 } });
    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ line: 3, severity: 'NOTICE', code: 'IMPORT_ROW_DIFFERS' }),
    ]);
    expect(await told(graph, 'agency-registered')).toHaveLength(2);
  });

  it.each([
    ['a home in another province', { home: '640522' }, 'FORBIDDEN', null],
    ['a home that is no county or city', { home: '350000' }, 'BAD_USER_INPUT', 'homeRegionCode'],
    ['a registration in the future', { registeredOn: '2026-07-01' }, 'BAD_USER_INPUT', 'registeredOn'],
    ['a form outside the value set', { legalForm: '个体户' }, 'BAD_USER_INPUT', 'legalForm'],
    ['an empty name', { name: '' }, 'BAD_USER_INPUT', 'name'],
    ['neither yes nor no', { canDispatch: '也许' }, 'BAD_USER_INPUT', 'canDispatch'],
    ['more certified than full-time staff', { certified: '21' }, 'BAD_USER_INPUT', 'certifiedStaff'],
    ['half a worker', { fullTime: '20.5' }, 'BAD_USER_INPUT', 'fullTimeStaff'],
    ['a formula', { name: '=HYPERLINK(1)' }, 'IMPORT_CELL_FORMULA', 'name'],
  ] as const)('refuses %s, and names line and column', async (_what, changes, code, column) => {
    const run = await fujian.check(table(row(503, changes)));

    expect(run).toMatchObject({ status: 'CHECKED', check: { rows: 1, new: 0, refused: 1 } });
    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ line: 2, severity: 'ERROR', code, column }),
    ]);
  });

  it('refuses a credit code with a wrong check character', async () => {
    const run = await fujian.check(table(row(503).replace(/^(.{17})./, '$1I')));

    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', column: 'unifiedSocialCreditCode' }),
    ]);
  });

  it('takes an agency that the file repeats once', async () => {
    const run = await fujian.check(table(row(504), row(505), row(504)));

    expect(run.check).toMatchObject({ rows: 3, new: 2, known: 1 });
    expect(run.checked.nodes).toEqual([expect.objectContaining({ line: 4, code: 'IMPORT_ROW_REPEATED' })]);
  });

  it('knows an agency that somebody registered meanwhile', async () => {
    const { id } = await fujian.check(table(row(506)));
    await done(graph, REGISTER, agencyInput(506, { name: CELLS.name }), dispatchProvince);

    await fujian.apply(id);

    expect((await fujian.settled(id)).application).toMatchObject({ rows: 1, new: 0, known: 1 });
  });

  it('takes in thousands, each once', async () => {
    const serials = Array.from({ length: 3_000 }, (_each, at) => 10_000 + at);

    const run = await fujian.bringIn(table(...serials.map((serial) => row(serial))));

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 3_000, new: 3_000, refused: 0 } });
    expect(await graph.connection.collection('agencies').countDocuments({ registeredOn: '2016-05-01' })).toBe(
      3_003,
    );
  }, 60_000);
});

describe('who may import agencies', () => {
  const begin = async (actor: ReturnType<typeof anActor>) =>
    (await importing(graph, { of: 'Pairing', kind: 'AGENCIES', actor }).begin(table(row(507)))).code;

  it('is an authority or an administrator, and no manager, who enters their own agency alone', async () => {
    expect(await begin(dispatchProvince)).toBeUndefined();
    expect(await begin(bureau)).toBeUndefined();
    expect(await begin(inRegion('ADMIN', '000000'))).toBeUndefined();
    expect(await begin(anActor('AGENCY_MANAGER'))).toBe('FORBIDDEN');
    expect(await begin(inRegion('PROJECT_OFFICE', '000000'))).toBe('FORBIDDEN');
  });

  it('is for an administrator everywhere, for a bureau its own county', async () => {
    const check = (actor: ReturnType<typeof anActor>) =>
      importing(graph, { of: 'Pairing', kind: 'AGENCIES', actor }).check(
        table(row(508), row(509, { home: '640522' })),
      );

    expect((await check(inRegion('ADMIN', '000000'))).check).toMatchObject({ new: 2, refused: 0 });
    expect((await check(bureau)).check).toMatchObject({ new: 1, refused: 1 });
  });
});
