import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRegion } from '@qianshou/testing';
import {
  aPastResident,
  aVerifiedCertificate,
  aWorkerThere,
  pastInput,
  RECORD_PAST,
  REVEAL,
  REVIEW,
} from './operations.ts';
import {
  bureau,
  done,
  manager,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  themself,
  township,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const READINGS =
  'nodes { kind field purposeKind purpose role region { code } agency { id } worker { id } at }';

describe('me', () => {
  it('says what concerns the worker who asks, and who read their data for what', async () => {
    const { workerId } = await aPastResident(graph);
    await done(graph, REVIEW, { countyCode: '420581' });
    const purpose = { purposeKind: 'EMPLOYMENT', purpose: '签订劳动合同' };
    await done(graph, REVEAL, { workerId, field: 'NAME', ...purpose }, manager);
    const { data } = await graph.execute(
      `{ me { worker { id name } exams { level eligible missing { condition } } hoursMissing
        certificateDeadline { dueOn lastUsefulExam { examYear } } posts { posting { role } needs { kind dueOn } }
        readings { ${READINGS} totalCount } } }`,
      {},
      themself(workerId),
    );

    expect(data.me).toMatchObject({
      worker: { id: workerId, name: '张三' },
      exams: [{ level: 'ASSISTANT', eligible: true, missing: [] }, {}, {}],
      hoursMissing: null,
      certificateDeadline: { dueOn: '2027-01-20', lastUsefulExam: { examYear: 2026 } },
      posts: [{ posting: { role: 'RESIDENT' }, needs: [{ kind: 'CERTIFICATE', dueOn: '2027-01-20' }] }],
      readings: {
        totalCount: 1,
        nodes: [{ kind: 'DISCLOSURE', field: 'NAME', ...purpose, role: 'AGENCY_MANAGER', region: null }],
      },
    });
    const strange = await graph.execute('{ me { worker { id } } }', {}, { subject: 'x', grants: [] });
    expect(strange.code).toBe('FORBIDDEN');
  });
});

describe('myPeople', () => {
  it('is whoever holds a post that the caller runs, by name, with what each needs', async () => {
    const { workerId, stationId } = await aPastResident(graph);
    const deputy = await aWorkerThere(graph);
    await aVerifiedCertificate(graph, deputy);
    await done(graph, RECORD_PAST, { ...pastInput(deputy, stationId), role: 'DEPUTY_HEAD' });
    const query = '{ myPeople { nodes { worker { id } name needs { kind } } } }';
    const ids = async (actor = manager): Promise<readonly unknown[]> => {
      const { data } = await graph.execute(query, {}, actor);
      return data.myPeople.nodes;
    };

    expect(await ids(themself(deputy))).toEqual([
      { worker: { id: deputy }, name: '张三', needs: [{ kind: 'REGISTRATION' }] },
      { worker: { id: workerId }, name: '张三', needs: [{ kind: 'CERTIFICATE' }] },
    ]);
    for (const actor of [manager, township]) {
      expect(await ids(actor)).toEqual(
        expect.arrayContaining([expect.objectContaining({ worker: { id: workerId } })]),
      );
    }
    expect(await ids(themself(workerId))).toEqual([]);
  });
});

describe('PER-16 personalDataReadings', () => {
  it('shows the auditor of the county who read what, and no other', async () => {
    const workerId = await aWorkerThere(graph);
    await done(graph, REVEAL, { workerId, field: 'NAME', purpose: '演示' });
    const asked = (actor = bureau) =>
      graph.execute(
        `query ($where: PersonalDataReadingFilter) { personalDataReadings(where: $where) { ${READINGS} } }`,
        { where: { workerId: { eq: workerId } } },
        actor,
      );
    const auditor = await asked(inRegion('FINANCE_AUDITOR', '420581'));
    const other = await asked(inRegion('FINANCE_AUDITOR', '420582'));

    expect(auditor.data.personalDataReadings.nodes).toMatchObject([
      {
        worker: { id: workerId },
        role: 'COUNTY_CIVIL_AFFAIRS',
        region: { code: '420581' },
        purposeKind: 'OTHER',
      },
    ]);
    expect(other.data.personalDataReadings.nodes).toEqual([]);
    expect((await asked(neighbour)).code).toBe('FORBIDDEN');
  });
});
