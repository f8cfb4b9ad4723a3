import { importing, type ImportUnderTest, inRegion, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCreditCode, HAIYUAN, NINGXIA } from './builders.ts';
import { importingPairings, pairingTable } from './pairing-rows.ts';
import { admin, matched, openedGraph, type PairingGraph, told } from './under-test.ts';

const HEADING =
  '统一社会信用代码,机构名称,法人类型,登记管理机关,登记日期,登记地代码,以社会工作服务为主业,可援派,评估等级,专职人员数,持证人员数';
const CODE = aCreditCode(881);
const STANDING = {
  name: '演示社工服务中心',
  legalForm: '民办非企业单位',
  authority: '演示区民政局',
  registeredOn: '2016-05-01',
  home: '350203',
  socialWork: '是',
  canDispatch: '是',
  grade: 'AAA',
  fullTime: '20',
  certified: '12',
};
const UPDATE = { update: true } as const;

let graph: PairingGraph;
let stopImports: () => Promise<void>;
let fujian: ImportUnderTest;

beforeAll(async () => {
  graph = await openedGraph();
  stopImports = workOffImports(graph);
  fujian = importing(graph, { of: 'Pairing', kind: 'AGENCIES', actor: admin });
  await fujian.bringIn(table());
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

function table(changes: Partial<typeof STANDING> = {}): string {
  return [HEADING, [CODE, ...Object.values({ ...STANDING, ...changes })].join(',')].join('\n');
}

async function applied(imports: ImportUnderTest, file: string) {
  const run = await imports.check(file, UPDATE);
  await imports.apply(run.id, { acceptRefusedRows: true });
  return imports.settled(run.id);
}

async function agency() {
  const query = `{ agencyByCreditCode(code: "${CODE}") { name canDispatch evaluationGrade fullTimeStaff version } }`;
  return (await graph.execute(query)).data.agencyByCreditCode;
}

const changesOf = (run: any) =>
  run.checked.nodes
    .filter(({ code }: any) => code === 'IMPORT_COLUMN_CHANGES')
    .map(({ column, value }: any) => [column, value]);

describe('an import of agencies that updates', () => {
  it('tells in the dry run what becomes of each column and what stays, and writes nothing', async () => {
    const file = table({ name: '演示改名中心', grade: '4A', fullTime: '25人', canDispatch: '否' });

    const run = await fujian.check(file, UPDATE);

    expect(run).toMatchObject({
      status: 'CHECKED',
      check: { rows: 1, new: 0, changed: 1, known: 0, refused: 0 },
    });
    expect(changesOf(run)).toEqual(
      expect.arrayContaining([
        ['canDispatch', '否'],
        ['fullTimeStaff', '25'],
        ['evaluationGrade', expect.any(String)],
      ]),
    );
    expect(run.checked.nodes).toContainEqual(
      expect.objectContaining({ code: 'IMPORT_ROW_DIFFERS', column: 'name' }),
    );
    expect(await agency()).toMatchObject({ fullTimeStaff: 20, version: 1 });
  });

  it('offers it where a file may change what differs', async () => {
    const run = await fujian.check(table({ fullTime: '25' }));

    expect(run.checked.nodes).toEqual([
      expect.objectContaining({ column: 'fullTimeStaff', message: expect.stringContaining('--update') }),
    ]);
  });

  it('changes by the operation what differs, tells it as the operation does, and nothing the second time', async () => {
    const file = table({ name: '演示改名中心', grade: '4A', fullTime: '25', canDispatch: '否' });

    const first = await applied(fujian, file);
    const again = await applied(fujian, file);

    expect(first).toMatchObject({ status: 'APPLIED', application: { rows: 1, changed: 1 } });
    expect(again).toMatchObject({ status: 'APPLIED', application: { rows: 1, changed: 0, known: 1 } });
    expect(await agency()).toEqual({
      name: '演示社工服务中心',
      canDispatch: false,
      evaluationGrade: 'A4',
      fullTimeStaff: 25,
      version: 2,
    });
    expect(await told(graph, 'agency-revised')).toHaveLength(1);
  });

  it('refuses what the operation refuses, by the column', async () => {
    const run = await fujian.check(table({ certified: '99' }), UPDATE);

    expect(run.check).toMatchObject({ changed: 0, refused: 1 });
    expect(run.checked.nodes).toContainEqual(
      expect.objectContaining({ severity: 'ERROR', column: 'certifiedStaff' }),
    );
  });

  it('is refused for rows of an agency that the caller may not change', async () => {
    const other = inRegion('PROVINCE_AUTHORITY', NINGXIA);
    const run = await importing(graph, { of: 'Pairing', kind: 'AGENCIES', actor: other }).check(
      table({ fullTime: '30' }),
      UPDATE,
    );

    expect(run.checked.nodes).toContainEqual(expect.objectContaining({ code: 'FORBIDDEN' }));
  });
});

describe('an import of pairings that updates', () => {
  it('signs and starts a matched pairing', async () => {
    const pairingId = await matched(graph);
    const { data } = await graph.execute(
      `{ pairing(id: "${pairingId}") { cycleYear taskGroups
        dispatchingAgency { unifiedSocialCreditCode } recipientAgency { unifiedSocialCreditCode } } }`,
    );
    const { dispatchingAgency, recipientAgency, taskGroups } = data.pairing;
    const file = pairingTable({
      dispatching: dispatchingAgency.unifiedSocialCreditCode,
      recipient: recipientAgency.unifiedSocialCreditCode,
      county: HAIYUAN,
      taskGroups: taskGroups.join(';'),
    });

    const run = await applied(importingPairings(graph), file);

    expect(run).toMatchObject({ status: 'APPLIED', application: { rows: 1, changed: 1, refused: 0 } });
    expect(changesOf(run).map(([column]: string[]) => column)).toEqual([
      'agreementNo',
      'signedOn',
      'startsOn',
      'endsOn',
    ]);
    const after = await graph.execute(`{ pairing(id: "${pairingId}") { status agreementNo startsOn } }`);
    expect(after.data.pairing).toEqual({
      status: 'ACTIVE',
      agreementNo: '演示协议-1',
      startsOn: '2026-03-01',
    });
  });
});
