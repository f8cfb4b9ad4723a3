import type { Role } from '@qianshou/kernel';
import { anActor, inRegion, onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, uuid, worker, YIDU } from './builders.ts';
import {
  anOpenNationalClass,
  anOpenPreJobClass,
  bureau,
  change,
  hearOfDeadline,
  hearOfPosting,
  hearOfWorker,
  listOf,
  otherOperator,
  projectOffice,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;
let preJob: string;
let national: string;
let thematic: string;
let seat: string;
let offer: string;
let certificate: string;

/** A person of every role whose grant covers Yidu, the operator and the worker: the role alone makes the difference. */
const scope = { region: YIDU, agencyId: OPERATOR, workerId: worker(1) };
const ask = (query: string) => verdicts(graph, { query, scope });
const mutate = (call: string) => ask(`mutation { ${call} { __typename } }`);

const TIMETABLE =
  'startsOn: "2026-03-10", endsOn: "2026-03-12", hours: 20, capacity: 9, regionCode: "420581"';
const plan = (code: string, rest = '') =>
  `planTrainingClass(input: { programmeCode: "${code}", ${TIMETABLE} ${rest} })`;
const ofOperator = `, organiserAgencyId: "${OPERATOR}"`;

beforeAll(async () => {
  graph = await trainingGraph();
  await hearOfWorker(graph, 1);
  await hearOfPosting(graph, 1);
  preJob = await anOpenPreJobClass(graph);
  national = await anOpenNationalClass(graph);
  await hearOfDeadline(graph, 1);
  seat = String((await listOf(graph, preJob))[0]?.id);
  offer = String((await listOf(graph, national))[0]?.id);
  const programme = {
    code: 'THEMATIC',
    kind: 'THEMATIC',
    name: '专题',
    organiser: '中心',
    audience: 'RESIDENTS',
  };
  await change(graph, 'announceProgramme', programme, projectOffice);
  const { data } = await graph.execute(
    `mutation { ${plan('THEMATIC')} { trainingClass { id } } }`,
    {},
    bureau,
  );
  thematic = data.planTrainingClass.trainingClass.id;
  certificate = await aCertificate();
});
afterAll(() => graph.stop());

/** Of a second worker in the same class, so that the first keeps a seat that awaits its result. */
async function aCertificate(): Promise<string> {
  await hearOfPosting(graph, 2);
  await change(graph, 'startTrainingClass', { classId: preJob });
  const second = (await listOf(graph, preJob)).find((place) => place.worker.id === worker(2));
  const passed = { enrolmentId: second?.id, attendedHours: 20, score: 90 };
  const { payload } = await change(graph, 'assessEnrolment', passed);
  return payload.enrolment.certificate.id as string;
}

const RUNS = [
  ['openTrainingClass', ''],
  ['startTrainingClass', ''],
  ['closeTrainingClass', ''],
  ['cancelTrainingClass', ', reason: "演示"'],
  ['recordAttendance', ', attendances: []'],
  ['assessClass', ', results: []'],
] as const;

describe.each(RUNS)('who may %s', (mutation, rest) => {
  const run = (classId: string) => mutate(`${mutation}(input: { classId: "${classId}"${rest} })`);

  it('TRA-2 of pre-job training: the operator', async () => {
    expect(await run(preJob)).toEqual(onlyFor('ADMIN', 'AGENCY_MANAGER'));
  });

  it('of a national training: the project office', async () => {
    expect(await run(national)).toEqual(onlyFor('ADMIN', 'PROJECT_OFFICE'));
  });

  it('of any other: the county and its guidance centre', async () => {
    expect(await run(thematic)).toEqual(onlyFor('ADMIN', 'COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE'));
  });

  it.each([
    ['another operator', otherOperator],
    ['a manager of no agency', anActor('AGENCY_MANAGER')],
    ['the bureau of another county', inRegion('COUNTY_CIVIL_AFFAIRS', '420582')],
  ])('is not %s', async (_who, actor) => {
    const query = (classId: string) =>
      `mutation { ${mutation}(input: { classId: "${classId}"${rest} }) { __typename } }`;

    expect((await graph.execute(query(preJob), {}, actor)).code).toBe('FORBIDDEN');
    expect((await graph.execute(query(thematic), {}, actor)).code).toBe('FORBIDDEN');
  });
});

describe('who may plan and announce', () => {
  it.each<[string, string, readonly Role[]]>([
    ['PRE_JOB', ofOperator, ['ADMIN', 'AGENCY_MANAGER']],
    ['NGO_MGMT_GROWTH', '', ['ADMIN', 'PROJECT_OFFICE']],
    ['THEMATIC', '', ['ADMIN', 'COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE']],
  ])('planTrainingClass of %s', async (code, rest, roles) => {
    expect(await mutate(plan(code, rest))).toEqual(onlyFor(...roles));
  });

  it('announceProgramme', async () => {
    const input = 'code: "NEW_ONE", kind: THEMATIC, name: "专题", organiser: "中心", audience: RESIDENTS';

    expect(await mutate(`announceProgramme(input: { ${input} })`)).toEqual(
      onlyFor('ADMIN', 'PROJECT_OFFICE'),
    );
  });
});

describe("who may act for the worker's side", () => {
  const WORKERS_SIDE = ['ADMIN', 'COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER', 'SOCIAL_WORKER'] as const;

  it('enrolWorker: the same, and whoever runs the class', async () => {
    const enrol = (classId: string) =>
      mutate(`enrolWorker(input: { classId: "${classId}", workerId: "${worker(1)}" })`);

    expect(await enrol(preJob)).toEqual(onlyFor(...WORKERS_SIDE));
    expect(await enrol(national)).toEqual(onlyFor(...WORKERS_SIDE, 'PROJECT_OFFICE'));
    expect(await enrol(thematic)).toEqual(onlyFor(...WORKERS_SIDE, 'GUIDANCE_CENTRE'));
  });

  it('acceptOffer: the worker, the employer and the county', async () => {
    expect(await mutate(`acceptOffer(input: { enrolmentId: "${offer}" })`)).toEqual(onlyFor(...WORKERS_SIDE));
  });

  it('withdrawEnrolment: the same, and whoever runs the class', async () => {
    expect(await mutate(`withdrawEnrolment(input: { enrolmentId: "${offer}" })`)).toEqual(
      onlyFor(...WORKERS_SIDE, 'PROJECT_OFFICE'),
    );
  });
});

describe('who may assess one participant and cancel a certificate', () => {
  it('assessEnrolment: whoever runs the class', async () => {
    expect(await mutate(`assessEnrolment(input: { enrolmentId: "${seat}" })`)).toEqual(
      onlyFor('ADMIN', 'AGENCY_MANAGER'),
    );
  });

  it('cancelTrainingCertificate: whoever ran the class', async () => {
    const input = `certificateId: "${certificate}", reason: "演示"`;

    expect(await mutate(`cancelTrainingCertificate(input: { ${input} })`)).toEqual(
      onlyFor('ADMIN', 'AGENCY_MANAGER'),
    );
  });
});

describe('who may read', () => {
  it.each([
    'programmes { nodes { code } }',
    'programmeByCode(code: "PRE_JOB") { code }',
    'trainingClasses { nodes { id tally { seated } } }',
    `trainingClass(id: "cls_${uuid(404)}") { id }`,
  ])('%s: everybody', async (field) => {
    expect(await ask(`{ ${field} }`)).toEqual(onlyFor('PUBLIC'));
  });

  it.each([
    'enrolments { nodes { id } }',
    `enrolment(id: "enr_${uuid(404)}") { id }`,
    'trainingNeeds { nodes { kind } }',
    'trainingCertificateByNo(no: "QS-420581-2026-000001") { no }',
    'trainingClasses { nodes { enrolments { nodes { id } } } }',
  ])('%s: authorities, agencies and workers', async (field) => {
    expect(await ask(`{ ${field} }`)).toEqual(
      onlyFor(
        'ADMIN',
        'PROJECT_OFFICE',
        'PROVINCE_AUTHORITY',
        'COUNTY_CIVIL_AFFAIRS',
        'GUIDANCE_CENTRE',
        'AGENCY_MANAGER',
        'SOCIAL_WORKER',
      ),
    );
  });

  it('the list of another operator shows nobody', async () => {
    expect(await listOf(graph, preJob, otherOperator)).toEqual([]);
  });
});
