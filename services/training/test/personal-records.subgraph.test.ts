import { anActor, inRegion, ofAgency } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OTHER_OPERATOR, posting, uuid, worker } from './builders.ts';
import {
  anOpenPreJobClass,
  bureau,
  change,
  hearOfPosting,
  listOf,
  operator,
  projectOffice,
  published,
  themself,
  type TrainingGraph,
  trainingGraph,
} from './under-test.ts';

let graph: TrainingGraph;
let classId: string;
let certificate: { id: string; no: string };

beforeAll(async () => {
  graph = await trainingGraph();
  classId = await anOpenPreJobClass(graph, { capacity: 3 });
  for (const number of [1, 2, 3]) await hearOfPosting(graph, number);
  await change(graph, 'startTrainingClass', { classId });
  const [first] = await listOf(graph, classId);
  const assessed = { enrolmentId: first?.id, attendedHours: 20, score: 80, assessedOn: '2026-03-12' };
  certificate = (await change(graph, 'assessEnrolment', assessed)).payload.enrolment.certificate;
});
afterAll(() => graph.stop());

const outsiders = [
  ['another worker', themself(2)],
  ['another operator', ofAgency(OTHER_OPERATOR)],
  ['the bureau of another county', inRegion('COUNTY_CIVIL_AFFAIRS', '420582')],
  ['another province', inRegion('PROVINCE_AUTHORITY', '640000')],
] as const;

const insiders = [
  ['the worker', themself(1)],
  ['the operator', operator],
  ['the bureau', bureau],
  ['the province', inRegion('PROVINCE_AUTHORITY', '420000')],
  ['the project office', projectOffice],
] as const;

describe('trainingCertificateByNo', () => {
  const find = (no: unknown, actor = bureau) =>
    graph.execute(
      'query ($no: String!) { trainingCertificateByNo(no: $no) { no worker { id } enrolment { status } } }',
      { no },
      actor,
    );

  it.each(insiders)('is answered to %s', async (_who, actor) => {
    const { data } = await find(certificate.no, actor);

    expect(data.trainingCertificateByNo).toEqual({
      no: 'QS-420581-2026-000001',
      worker: { id: worker(1) },
      enrolment: { status: 'PASSED' },
    });
  });

  it.each(outsiders)('is as if there were none to %s', async (_who, actor) => {
    const { data, errors } = await find(certificate.no, actor);

    expect([data.trainingCertificateByNo, errors]).toEqual([null, []]);
  });

  it('keeps who asked and whom it found, never the number, and is answered twenty times an hour', async () => {
    const curious = { ...inRegion('PROVINCE_AUTHORITY', '420000'), subject: 'a-curious-office' };
    const asks = Array.from({ length: 20 }, () => find(certificate.no, curious));
    await Promise.all(asks);

    const refused = await find(certificate.no, curious);
    const kept = await graph.connection
      .collection('disclosures')
      .find({ subject: curious.subject }, { projection: { _id: 0, at: 0 } })
      .toArray();

    expect([refused.code, refused.data?.trainingCertificateByNo ?? null]).toEqual(['RATE_LIMITED', null]);
    expect(kept).toHaveLength(20);
    expect(kept[0]).toEqual({ kind: 'LOOK_UP', subject: curious.subject, certificateId: certificate.id });
  });

  it('shows the number in lists to those near the person, and to others its last two characters', async () => {
    const list = '{ enrolments(first: 1) { nodes { certificate { no } } } }';
    const numberFor = async (actor: typeof bureau) =>
      (await graph.execute(list, {}, actor)).data.enrolments.nodes[0]?.certificate?.no;

    expect(await numberFor(bureau)).toBe(certificate.no);
    expect(await numberFor(operator)).toBe(certificate.no);
    expect(await numberFor(projectOffice)).toBe(
      certificate.no.slice(-2).padStart(certificate.no.length, '*'),
    );
  });

  it('is null for a number nobody has, and refuses what is no text', async () => {
    expect((await find('QS-420581-2026-999999')).data.trainingCertificateByNo).toBeNull();
    expect((await find({ $gt: '' })).code).toBe('BAD_USER_INPUT');
  });
});

describe('enrolments', () => {
  const list = (where: Record<string, unknown>, page: Record<string, unknown>, actor = bureau) =>
    graph.execute(
      `query ($where: EnrolmentFilter, $first: PageSize, $after: String) {
        enrolments(where: $where, first: $first, after: $after) {
          nodes { id } totalCount pageInfo { hasNextPage endCursor }
        }
      }`,
      { where, ...page },
      actor,
    );

  it.each(outsiders.slice(1))('show nothing to %s, not even a count', async (_who, actor) => {
    const { data } = await list({ classId: { eq: classId } }, {}, actor);

    expect(data.enrolments).toMatchObject({ nodes: [], totalCount: 0 });
  });

  it('show the worker their own alone', async () => {
    const { data } = await list({}, {}, themself(2));

    expect(data.enrolments.totalCount).toBe(1);
  });

  it('come in pages that meet without gap or overlap', async () => {
    const whole = await list({}, { first: 100 });
    const first = await list({}, { first: 2 });
    const second = await list({}, { first: 2, after: first.data.enrolments.pageInfo.endCursor });

    const ids = [...first.data.enrolments.nodes, ...second.data.enrolments.nodes];
    expect(ids).toEqual(whole.data.enrolments.nodes);
    expect([first, second].map(({ data }) => data.enrolments.pageInfo.hasNextPage)).toEqual([true, false]);
  });

  it.each([
    ['a page of none', {}, { first: 0 }],
    ['a page of 10^9', {}, { first: 1_000_000_000 }],
    ['a forged cursor', {}, { after: Buffer.from('["x",{"$gt":""}]').toString('base64url') }],
    ['an operator in place of an id', { classId: { eq: { $ne: '' } } }, {}],
    ['an id of another kind', { classId: { eq: worker(1) } }, {}],
  ])('refuse %s', async (_what, where, page) => {
    expect((await list(where, page)).code).toBe('BAD_USER_INPUT');
  });
});

describe('entities for other subgraphs', () => {
  const entities = (representations: readonly object[], fields: string, actor = bureau) =>
    graph.execute(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${fields} } }`,
      { representations },
      actor,
    );

  it('SocialWorker.enrolments and Posting.preJobEnrolment follow the same reach', async () => {
    const asked = [
      { __typename: 'SocialWorker', id: worker(1) },
      { __typename: 'Posting', id: posting(1) },
    ];
    const fields = `... on SocialWorker { enrolments { nodes { status } } } ... on Posting { preJobEnrolment { status } }`;

    const seen = await entities(asked, fields);
    const unseen = await entities(asked, fields, inRegion('COUNTY_CIVIL_AFFAIRS', '420582'));

    expect(seen.data['_entities']).toEqual([
      { enrolments: { nodes: [{ status: 'PASSED' }] } },
      { preJobEnrolment: { status: 'PASSED' } },
    ]);
    expect(unseen.data['_entities']).toEqual([{ enrolments: { nodes: [] } }, { preJobEnrolment: null }]);
  });

  it('a forged reference to an enrolment or a certificate out of reach answers null', async () => {
    const [first] = await listOf(graph, classId);
    const asked = [
      { __typename: 'Enrolment', id: first?.id },
      { __typename: 'TrainingCertificate', id: certificate.id },
    ];
    const fields = '... on Enrolment { score } ... on TrainingCertificate { no }';

    expect((await entities(asked, fields)).data['_entities']).toEqual([
      { score: 80 },
      { no: certificate.no },
    ]);
    expect((await entities(asked, fields, anActor('ANALYST'))).data['_entities']).toEqual([null, null]);
  });

  it('Region.trainingFigures are zeros before anything was counted', async () => {
    const { data } = await entities(
      [{ __typename: 'Region', code: '110101' }],
      '... on Region { trainingFigures { passed passRate { numerator denominator rate } asOf } }',
    );

    expect(data['_entities']).toEqual([
      { trainingFigures: { passed: 0, passRate: { numerator: 0, denominator: 0, rate: null }, asOf: null } },
    ]);
  });
});

describe('cancelTrainingCertificate', () => {
  it('TRA-6 keeps the record and its number, once', async () => {
    const cancel = (changes = {}) =>
      change(graph, 'cancelTrainingCertificate', {
        certificateId: certificate.id,
        reason: '出勤记录有误',
        ...changes,
      });

    expect((await cancel({ expectedVersion: 9 })).code).toBe('VERSION_CONFLICT');
    expect((await cancel({ reason: '' })).code).toBe('BAD_USER_INPUT');
    expect((await cancel({ certificateId: `tct_${uuid(404)}` })).code).toBe('TRAINING_CERTIFICATE_NOT_FOUND');
    expect((await cancel()).payload.certificate).toMatchObject({ no: certificate.no, status: 'CANCELLED' });
    expect((await cancel()).code).toBe('TRAINING_CERTIFICATE_ALREADY_CANCELLED');
    expect(await published(graph, 'certificate-cancelled')).toHaveLength(1);
  });

  it('TRA-6 never gives the number out again', async () => {
    const second = (await listOf(graph, classId))[1];

    const { payload } = await change(graph, 'assessEnrolment', {
      enrolmentId: second?.id,
      attendedHours: 20,
      score: 80,
    });

    expect(payload.enrolment.certificate.no).toBe('QS-420581-2026-000002');
  });
});
