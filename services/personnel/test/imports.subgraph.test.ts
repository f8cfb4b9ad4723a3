import type { ImportKindName } from '@qianshou/kernel';
import { importing, workOffImports } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR } from './builders.ts';
import { REGISTER, workerInput } from './operations.ts';
import {
  aStation,
  anIdNumber,
  bureau,
  done,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  told,
} from './under-test.ts';

let graph: PersonnelGraph;
let stopImports: () => Promise<void>;

beforeAll(async () => {
  graph = await personnelGraph();
  await aStation(graph, '420581101');
  stopImports = workOffImports(graph);
});
afterAll(async () => {
  await stopImports();
  await graph.stop();
});

const files = (kind: ImportKindName) => importing(graph, { of: 'Personnel', kind, actor: bureau });
const HEADING =
  '身份证号,姓名,手机号码,登记县代码,是否本地人,学历,专业,是否全日制,毕业日期,从事社会工作起始日,用人机构编号';
const [ONE, OTHER, THIRD] = [anIdNumber(301), anIdNumber(302), anIdNumber(303)];
const NAME = '欧阳演示甲';
const PHONE = '13912345678';
const WRONG = `${ONE.slice(0, 17)}${ONE.endsWith('5') ? '6' : '5'}`;

const person = (number: string, { name = NAME, education = '本科' } = {}) =>
  `${number},${name},${PHONE},420581,是,${education},法学,是,2020-06-30,2021-01-15,${OPERATOR}`;

const outcome = (nodes: readonly { readonly line: number; readonly code: string }[]) =>
  nodes.map(({ line, code }) => [line, code]);

const workerBy = async (number: string) => {
  const query = `query ($n: String!) { worker: socialWorkerByIdNumber(idNumber: $n) {
    name birthYear education { level } employments { employedTo agency { id } }
    qualifications { certificateNo status } examAttempts { status score } postings { nodes { role status startedOn } } } }`;
  return (await graph.execute(query, { n: number }, bureau)).data.worker;
};

/** Everything that lies in the database, as whoever takes a copy of it would read it. */
async function everythingKept(): Promise<string> {
  const collections = (await graph.connection.db?.listCollections().toArray()) ?? [];
  const kept: string[] = [];
  for (const { name } of collections)
    for (const document of await graph.connection.collection(name).find().toArray())
      kept.push(JSON.stringify(document), ...binaryOf(document));
  return kept.join('\n');
}

function binaryOf(document: Record<string, unknown>): readonly string[] {
  const { bytes } = document as { bytes?: { buffer: Uint8Array } };
  return bytes === undefined ? [] : [Buffer.from(bytes.buffer).toString('utf8')];
}

describe('PER-16 a file of workers', () => {
  it('registers who is new, knows who is there, and says of nobody what stands in personal columns', async () => {
    await done(graph, REGISTER, workerInput({ name: NAME, idNumber: OTHER, employerAgencyId: null }), bureau);
    const rows = [
      person(ONE),
      person(OTHER, { name: '另一姓名', education: '硕士' }),
      person(WRONG),
      person(ONE.toLowerCase()),
    ];

    const checked = await files('WORKERS').check([HEADING, ...rows].join('\n'));

    expect(checked).toMatchObject({ check: { rows: 4, new: 1, known: 2, refused: 1 } });
    const found = checked.checked.nodes as readonly { line: number; code: string; value: string | null }[];
    expect(outcome(found)).toEqual(
      expect.arrayContaining([
        [3, 'IMPORT_ROW_DIFFERS'],
        [4, 'BAD_USER_INPUT'],
        [5, 'IMPORT_ROW_REPEATED'],
      ]),
    );
    expect(found.find(({ line }) => line === 4)?.value).toBe('***');
    const kept = await everythingKept();
    for (const secret of [ONE, WRONG, OTHER, NAME, '另一姓名', PHONE]) {
      expect(JSON.stringify(checked)).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
    const run = await files('WORKERS').bringIn([HEADING, ...rows].join('\n'));
    expect(run).toMatchObject({ application: { rows: 4, new: 1 } });
    expect(await workerBy(ONE)).toMatchObject({
      name: NAME,
      birthYear: 1998,
      education: { level: 'BACHELOR' },
    });
    expect(await everythingKept()).not.toContain(ONE);
  });

  it('tells the bureau that keeps somebody, and not the one that imports them too', async () => {
    const input = workerInput({ countyCode: '420582', idNumber: THIRD, employerAgencyId: null });
    await done(graph, REGISTER, input, neighbour);

    const run = await files('WORKERS').bringIn([HEADING, person(THIRD)].join('\n').replaceAll(OPERATOR, ''));

    expect(run).toMatchObject({ application: { new: 1, refused: 0, findings: 0 } });
    const cases = '{ identityCases { totalCount } }';
    expect((await graph.execute(cases, {}, neighbour)).data.identityCases.totalCount).toBe(1);
    expect((await graph.execute(cases, {}, bureau)).data.identityCases.totalCount).toBe(0);
  });

  it('quotes nothing of a file without a heading', async () => {
    const run = await files('WORKERS').check([person(WRONG), person(ONE)].join('\n'));

    expect(run).toMatchObject({ status: 'FAILED', problem: { code: 'IMPORT_COLUMNS_WRONG' } });
    for (const secret of [WRONG, NAME, ONE]) expect(JSON.stringify(run)).not.toContain(secret);
  });
});

describe('files about people on the books', () => {
  it('bring in employments, and end one that goes on by --update', async () => {
    const heading = '身份证号,用人机构编号,聘用类型,聘用起始日,聘用截止日';
    const before = `${ONE},${OPERATOR},全职,2021-01-15,2021-12-31`;
    const rows = [
      before,
      `${ONE},${OPERATOR},兼职,2021-06-01,2021-07-01`,
      `${anIdNumber(404)},${OPERATOR},,2021-01-01,`,
    ];

    const run = await files('EMPLOYMENTS').bringIn([heading, ...rows].join('\n'));

    expect(run).toMatchObject({ application: { new: 1, refused: 2 } });
    expect(outcome(run.checked.nodes)).toEqual([
      [3, 'EMPLOYMENT_OVERLAPS'],
      [4, 'IMPORT_PERSON_UNMATCHED'],
    ]);
    const since = `${ONE},${OPERATOR},全职,2026-11-20,2026-11-20`;
    const { id } = await files('EMPLOYMENTS').check([heading, since].join('\n'), { update: true });
    await files('EMPLOYMENTS').apply(id);
    expect(await files('EMPLOYMENTS').settled(id)).toMatchObject({ application: { changed: 1 } });
    expect((await workerBy(ONE)).employments).toEqual(
      expect.arrayContaining([expect.objectContaining({ employedTo: '2026-11-20' })]),
    );
  });

  it('bring in certificates by their number, whatever its case and width', async () => {
    const heading = '身份证号,资格级别,证书编号,取得日期,合格线类别,单独划线有效区域代码';
    const rows = [
      `${ONE},初级,demo-9,2024-08-01,,`,
      `${ONE},助理社会工作师,DEMO-9,2024-08-02,,`,
      `${OTHER},助理社会工作师,ＤＥＭＯ-9,2024-08-01,,`,
      `${ONE},社会工作师,demo-10,2024-08-01,单独划线,420581`,
      `${ONE},社会工作师,demo-11,2007-08-01,,`,
    ];

    const run = await files('QUALIFICATIONS').bringIn([heading, ...rows].join('\n'));

    expect(run).toMatchObject({ application: { new: 1, known: 1, refused: 3 } });
    expect(outcome(run.checked.nodes)).toEqual(
      expect.arrayContaining([
        [3, 'IMPORT_ROW_CONTRADICTS'],
        [4, 'QUALIFICATION_NUMBER_TAKEN'],
        [5, 'QUALIFICATION_AREA_HAS_NO_LINE'],
        [6, 'QUALIFICATION_DATE_IMPLAUSIBLE'],
      ]),
    );
    expect((await workerBy(ONE)).qualifications).toMatchObject([{ status: 'RECORDED' }]);
    expect(await told(graph, 'qualification-obtained')).toHaveLength(1);
  });

  it('bring in results, refuse what cannot be, list who is not on the books, and give a paper its result by --update', async () => {
    const heading = '身份证号,考试级别,考试年度,科目,结果,成绩,合格线类别';
    const rows = [
      `${OTHER},初级,2025,综合能力,合格,72,`,
      `${OTHER},初级,2025,社会工作实务(初级),待核查,61,`,
      `${OTHER},初级,2025,综合能力,不合格,12,`,
      `${OTHER},初级,2007,实务,合格,72,`,
      `${OTHER},初级,2024,法规与政策,合格,72,`,
      `${OTHER},初级,2024,实务,合格,101,`,
      `${OTHER},初级,2023,实务,合格,59,`,
      `${anIdNumber(404)},初级,2025,实务,合格,72,`,
    ];

    const run = await files('EXAM_RESULTS').bringIn([heading, ...rows].join('\n'));

    expect(run).toMatchObject({ application: { new: 2, known: 1, refused: 5 } });
    expect(outcome(run.checked.nodes).filter(([, code]) => code !== 'IMPORT_CELL_READ_AS')).toEqual([
      [4, 'IMPORT_ROW_CONTRADICTS'],
      [5, 'EXAM_NOT_HELD'],
      [6, 'EXAM_SUBJECT_OF_ANOTHER_LEVEL'],
      [7, 'EXAM_SCORE_OUT_OF_RANGE'],
      [8, 'EXAM_SCORE_AGAINST_RESULT'],
      [9, 'IMPORT_PERSON_UNMATCHED'],
    ]);
    const result = [
      heading,
      `${OTHER},初级,2025,实务,合格,61,`,
      `${OTHER},初级,2024,实务,缺考,,`,
      `${OTHER},初级,2025,综合能力,不合格,12,`,
    ];
    const { id, check } = await files('EXAM_RESULTS').check(result.join('\n'), { update: true });
    expect(check).toMatchObject({ new: 1, changed: 1, refused: 1 });
    await files('EXAM_RESULTS').apply(id, { acceptRefusedRows: true });
    expect(await files('EXAM_RESULTS').settled(id)).toMatchObject({ status: 'APPLIED' });
    expect((await workerBy(OTHER)).examAttempts).toEqual([
      { status: 'PASSED', score: 72 },
      { status: 'PASSED', score: 61 },
      { status: 'ABSENT', score: null },
    ]);
  });

  it('PER-3 PER-14 bring in posts of before, also those that are over, each within seats and days', async () => {
    const heading = '身份证号,岗位,任职单位代码,到岗日期,离岗日期,离岗原因,岗前培训证书编号,依据材料';
    const rows = [
      `${ONE},驻站社工,420581101,2022-01-10,2023-01-09,合同到期,PJ-1,台账`,
      `${OTHER},驻站社工,420581101,2022-06-01,2022-07-01,合同到期,PJ-2,台账`,
      `${OTHER},驻站社工,420581101,2024-01-10,,,PJ-2,台账`,
      `${ONE},指导中心社工,420581,2022-12-01,2022-12-31,合同到期,,台账`,
      `${ONE},驻站社工,420581102,2022-01-10,,,PJ-1,台账`,
      `${THIRD},驻站社工,420581101,2025-01-10,2024-01-10,离职,PJ-3,台账`,
    ];

    const run = await files('POSTINGS').bringIn([heading, ...rows].join('\n'));

    expect(run).toMatchObject({ application: { new: 2, refused: 4 } });
    expect(outcome(run.checked.nodes)).toEqual([
      [3, 'POSTING_RESIDENT_SEATS_TAKEN'],
      [5, 'POSTING_WORKER_ALREADY_FULL_TIME'],
      [6, 'IMPORT_PLACE_UNMATCHED'],
      [7, expect.any(String)],
    ]);
    expect((await workerBy(ONE)).postings.nodes).toMatchObject([{ status: 'LEFT', startedOn: '2022-01-10' }]);
    const clocked = await graph.execute('{ deadlines { nodes { kind worker { id } } } }', {}, bureau);
    expect(clocked.data.deadlines.nodes).toHaveLength(1);
    const again = await files('POSTINGS').bringIn([heading, rows[0], rows[2]].join('\n'));
    expect(again).toMatchObject({ application: { new: 0, known: 2 } });
  });

  it('enter and end a post in one file, whichever of their numbers names the person', async () => {
    const { worker } = (
      await graph.execute(
        'query ($n: String!) { worker: socialWorkerByIdNumber(idNumber: $n) { id } }',
        { n: ONE },
        bureau,
      )
    ).data;
    const rows = [
      '身份证号,社工编号,岗位,任职单位代码,到岗日期,离岗日期,离岗原因,依据材料',
      `${ONE},,指导中心社工,420581,2025-01-01,,,台账`,
      `,${worker.id},指导中心社工,420581,2025-01-01,2025-06-30,合同到期,台账`,
    ];

    const { id, check } = await files('POSTINGS').check(rows.join('\n'), { update: true });
    expect(check).toMatchObject({ new: 1, changed: 1, refused: 0 });
    await files('POSTINGS').apply(id);

    expect(await files('POSTINGS').settled(id)).toMatchObject({ status: 'APPLIED' });
    expect((await workerBy(ONE)).postings.nodes).toContainEqual({
      role: 'CENTRE_WORKER',
      status: 'LEFT',
      startedOn: '2025-01-01',
    });
  });
});
