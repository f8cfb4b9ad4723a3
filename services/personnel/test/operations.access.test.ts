import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE, OPERATOR, YIDU } from './builders.ts';
import {
  aResidentOnDuty,
  aWorkerThere,
  CERTIFY,
  certificateInput,
  END,
  type PostingThere,
  PROPOSE,
  pastInput,
  RECORD_PAST,
  REGISTER,
  residentInput,
  REVEAL,
  REVIEW,
  SIGN,
  START,
  workerInput,
} from './operations.ts';
import { aStation, bureau, done, manager, type PersonnelGraph, personnelGraph } from './under-test.ts';

let graph: PersonnelGraph;
let resident: PostingThere;

beforeAll(async () => {
  graph = await personnelGraph();
  resident = await aResidentOnDuty(graph);
});
afterAll(() => graph.stop());

/** A person of every role who is of Yidu, of the operator, and the resident as well: each role may use its own only. */
const ask = (query: string, input: Record<string, unknown>) =>
  verdicts(graph, {
    query,
    variables: { input },
    scope: { region: YIDU, agencyId: OPERATOR, workerId: resident.workerId },
  });

describe('who may', () => {
  it('registerSocialWorker: the bureau and the employer', async () => {
    expect(await ask(REGISTER.query, workerInput())).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });

  it('registerSocialWorker of an official: the bureau and the township office', async () => {
    const official = workerInput({ employerAgencyId: null, directsOfficeOf: '420581100' });

    expect(await ask(REGISTER.query, official)).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS'),
    );
  });

  it('recordQualification: the bureau and the employer', async () => {
    const input = certificateInput(await aWorkerThere(graph));

    expect(await ask(CERTIFY.query, input)).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER'));
  });

  it('revealPersonalField (PER-16): the bureau, the employer and the person', async () => {
    const input = { workerId: resident.workerId, field: 'NAME', purpose: '演示' };

    expect(await ask(REVEAL.query, input)).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER', 'SOCIAL_WORKER'),
    );
  });

  it('proposePosting and signPosting of a resident (PER-4): the three parties', async () => {
    const three = onlyFor('COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER');
    const input = residentInput(await aWorkerThere(graph), await aStation(graph));

    expect(await ask(PROPOSE.query, input)).toEqual(three);
    expect(await ask(SIGN.query, { postingId: resident.id })).toEqual(three);
  });

  it('proposePosting of a head (PER-1): the authorities; of a deputy (PER-2): the operator', async () => {
    const input = residentInput(await aWorkerThere(graph), await aStation(graph));

    expect(await ask(PROPOSE.query, { ...input, role: 'STATION_HEAD' })).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS'),
    );
    expect(await ask(PROPOSE.query, { ...input, role: 'DEPUTY_HEAD' })).toEqual(onlyFor('AGENCY_MANAGER'));
  });

  it('startPosting of a centre worker: the operator and the bureau', async () => {
    const input = { workerId: await aWorkerThere(graph), centreId: CENTRE, role: 'CENTRE_WORKER' };
    const { posting } = await done(graph, PROPOSE, { ...input, startsOn: '2026-03-01' }, manager);

    expect(await ask(START.query, { postingId: posting.id, startedOn: '2026-03-01' })).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });

  it('recordPastPosting and reviewCertificateDeadlines: the bureau alone', async () => {
    const input = pastInput(await aWorkerThere(graph), await aStation(graph));

    expect(await ask(RECORD_PAST.query, input)).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS'));
    expect(await ask(REVIEW.query, { countyCode: '420581' })).toEqual(onlyFor('COUNTY_CIVIL_AFFAIRS'));
  });

  it('endPosting of a resident: the three parties', async () => {
    const input = { postingId: (await aResidentOnDuty(graph)).id, endedOn: '2026-11-20', reason: '演示' };

    expect(await ask(END.query, input)).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });
});

describe('who may read', () => {
  const readers = onlyFor(
    'PROJECT_OFFICE',
    'PROVINCE_AUTHORITY',
    'COUNTY_CIVIL_AFFAIRS',
    'TOWNSHIP_CIVIL_AFFAIRS',
    'GUIDANCE_CENTRE',
    'AGENCY_MANAGER',
    'SOCIAL_WORKER',
  );

  it.each(['socialWorkers', 'postings'])('%s: those whom they concern', async (list) => {
    expect(await ask(`{ ${list} { nodes { id } } }`, {})).toEqual(readers);
  });

  it('one worker or posting: the same', async () => {
    expect(await ask(`{ socialWorker(id: "${resident.workerId}") { id } }`, {})).toEqual(readers);
    expect(await ask(`{ posting(id: "${resident.id}") { id } }`, {})).toEqual(readers);
  });

  it('socialWorkerByIdNumber: the bureau and the employer', async () => {
    expect(await ask('{ socialWorkerByIdNumber(idNumber: "11010519491231002X") { id } }', {})).toEqual(
      onlyFor('COUNTY_CIVIL_AFFAIRS', 'AGENCY_MANAGER'),
    );
  });

  it('the same roles without a scope see nothing', async () => {
    const nobody = { subject: 'x', grants: [{ role: 'COUNTY_CIVIL_AFFAIRS' }] } as const;
    const { data } = await graph.execute(`{ posting(id: "${resident.id}") { id } }`, {}, nobody);

    expect(data.posting).toBeNull();
    expect(
      (await graph.execute(`{ posting(id: "${resident.id}") { id } }`, {}, bureau)).data.posting,
    ).toEqual({
      id: resident.id,
    });
  });
});
