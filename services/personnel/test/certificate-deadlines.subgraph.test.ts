import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ELSEWHERE, uuid } from './builders.ts';
import {
  aPastResident,
  aResidentOnDuty,
  aWorkerThere,
  CERTIFY,
  certificateInput,
  read,
  REVIEW,
} from './operations.ts';
import {
  bureau,
  clock,
  done,
  hearOfRuling,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  told,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const NOVEMBER = new Date('2026-11-20T02:00:00Z');
afterEach(() => {
  clock.at = NOVEMBER;
});

const NOTHING = { clocksStarted: 0, warningsIssued: 0, markedOverdue: 0, requirementsMet: 0 };
const review = () => done(graph, REVIEW, { countyCode: '420581' });
const of = async (name: string, postingId: string) =>
  (await told(graph, name)).filter(({ data }) => data['postingId'] === postingId);

describe('PER-8 another policy rules from today', () => {
  it('running clocks follow on the day, once, and each says so', async () => {
    const { id } = await aPastResident(graph);
    await review();

    await hearOfRuling(graph, 3);
    await hearOfRuling(graph, 3);

    expect(await read(graph, id)).toMatchObject({
      status: 'ON_DUTY',
      certificateClock: { startedOn: '2025-01-20', deadline: '2028-01-20', warnedAt: null },
    });
    expect(await of('certificate-clock-moved', id)).toMatchObject([{ data: { deadline: '2028-01-20' } }]);
    await hearOfRuling(graph, 2);
    expect(await read(graph, id)).toMatchObject({ status: 'CERT_WARNING' });
  });
});

describe('PER-9 reviewCertificateDeadlines', () => {
  it('starts the clock of a posting of 22 months ago and warns, once', async () => {
    const { id } = await aPastResident(graph);

    expect(await review()).toEqual({ ...NOTHING, clocksStarted: 1, warningsIssued: 1 });
    expect(await review()).toEqual(NOTHING);
    expect(await read(graph, id)).toMatchObject({
      status: 'CERT_WARNING',
      certificate: 'RUNNING',
      certificateClock: { startedOn: '2025-01-20', deadline: '2027-01-20', warnedAt: 90 },
      warnings: [{ rule: 'PER-9' }],
    });
    expect(await of('certificate-clock-started', id)).toMatchObject([{ data: { deadline: '2027-01-20' } }]);
    expect(await of('certificate-deadline-near', id)).toMatchObject([
      { data: { daysLeft: 61, threshold: 90 } },
    ]);
  });

  it('leaves somebody alone who is not eligible yet (PER-11), and starts their clock on the day', async () => {
    const education = { level: 'JUNIOR_COLLEGE', major: 'LAW', fullTime: true, graduatedOn: '2020-06-30' };
    const workerId = await aWorkerThere(graph, { education, socialWorkSince: '2022-12-01' });
    const { id } = await aResidentOnDuty(graph, workerId);

    expect(await review()).toEqual(NOTHING);
    clock.at = new Date('2026-12-01T02:00:00Z');
    await review();

    expect(await read(graph, id)).toMatchObject({
      status: 'ON_DUTY',
      certificateClock: { startedOn: '2026-12-01', deadline: '2028-12-01' },
    });
  });

  it('is the same as the job does, which marks what is overdue and ends nothing (PER-10)', async () => {
    const { id } = await aPastResident(graph, { startedOn: '2024-06-01' });

    const findings = await graph.useCases.sweepCertificateDeadlines();

    expect(findings).toMatchObject({ clocksStarted: 1, markedOverdue: 1 });
    expect(await graph.useCases.sweepCertificateDeadlines()).toEqual(NOTHING);
    expect(await read(graph, id)).toMatchObject({ status: 'CERT_OVERDUE', warnings: [{ rule: 'PER-8' }] });
    expect(await of('certificate-overdue', id)).toMatchObject([{ data: { standingBefore: 'UNCERTIFIED' } }]);
  });

  it('lets two reviews at the same moment tell each thing once', async () => {
    const { id } = await aPastResident(graph);

    await Promise.all([review(), graph.useCases.sweepCertificateDeadlines(), review()]);

    expect(await of('certificate-clock-started', id)).toHaveLength(1);
    expect(await of('certificate-deadline-near', id)).toHaveLength(1);
  });

  it('walks page after page', async () => {
    const postings = graph.connection.collection('postings');
    const { id } = await aPastResident(graph);
    const one = await postings.findOne({ _id: id as never });
    const copies = Array.from({ length: 250 }, (_, at) => ({
      ...one,
      _id: `pst_${uuid(5_000 + at)}` as never,
    }));
    await postings.insertMany(copies);

    expect(await review()).toEqual({ ...NOTHING, clocksStarted: 251, warningsIssued: 251 });
    await postings.deleteMany({ _id: { $in: copies.map(({ _id }) => _id) } });
  });

  it('is the bureau’s of that county, and of a county', async () => {
    const ask = (countyCode: string, actor = bureau) =>
      graph.execute(REVIEW.query, { input: { countyCode } }, actor);

    expect((await ask('420581', neighbour)).code).toBe('FORBIDDEN');
    expect((await ask(ELSEWHERE)).code).toBe('FORBIDDEN');
    expect((await ask('420000')).code).toBe('BAD_USER_INPUT');
  });
});

describe('PER-8 recordQualification', () => {
  it('settles the posting in the same breath, for good', async () => {
    const { id, workerId } = await aPastResident(graph);
    await review();

    const { worker, qualification } = await done(graph, CERTIFY, certificateInput(workerId));

    expect(worker).toMatchObject({ version: 2, qualifications: [{ id: qualification.id }] });
    expect(await read(graph, id)).toMatchObject({
      status: 'ON_DUTY',
      certificate: 'HELD',
      certificateClock: null,
    });
    expect(await of('certificate-requirement-met', id)).toMatchObject([
      { data: { standingBefore: 'DEADLINE_NEAR' } },
    ]);
    clock.at = new Date('2028-01-01T02:00:00Z');
    await review();
    expect((await read(graph, id)).status).toBe('ON_DUTY');
  });

  it('PER-13 settles nothing where the certificate is not valid', async () => {
    const { id, workerId } = await aPastResident(graph);
    const separate = { passLine: 'SEPARATE_LINE', validWithin: '640000' };

    const { qualification } = await done(graph, CERTIFY, certificateInput(workerId, separate));

    expect(qualification).toMatchObject({ passLine: 'SEPARATE_LINE', validWithin: { code: '640000' } });
    expect((await read(graph, id)).certificate).toBe('WAITING');
  });

  it('publishes the level and not the number', async () => {
    const workerId = await aWorkerThere(graph);
    const input = certificateInput(workerId, { certificateNo: '演示-不公开-1' });

    const { qualification } = await done(graph, CERTIFY, input);

    const events = (await told(graph, 'qualification-obtained')).filter(
      ({ data }) => data['workerId'] === workerId,
    );
    expect(events).toMatchObject([
      { sequence: '2', data: { qualificationId: qualification.id, level: 'ASSISTANT' } },
    ]);
    expect(JSON.stringify(await graph.outbox())).not.toContain('演示-不公开-1');
  });

  it.each([
    ['without its area (PER-13)', { passLine: 'SEPARATE_LINE' }, 'QUALIFICATION_AREA_MISSING'],
    ['of a day to come', { obtainedOn: '2026-11-21' }, 'QUALIFICATION_DATE_IN_FUTURE'],
    ['without a number', { certificateNo: '' }, 'BAD_USER_INPUT'],
    ['of a stale version', { expectedVersion: 9 }, 'VERSION_CONFLICT'],
    ['of nobody', { workerId: `wkr_${uuid(9999)}` }, 'WORKER_NOT_FOUND'],
  ])('refuses a certificate %s', async (_what, changes, code) => {
    const input = certificateInput(await aWorkerThere(graph), changes);

    expect((await graph.execute(CERTIFY.query, { input }, bureau)).code).toBe(code);
  });

  it('refuses a number that somebody has, and whose worker the caller may not see', async () => {
    const input = certificateInput(await aWorkerThere(graph));
    await done(graph, CERTIFY, input);
    const again = { ...input, workerId: await aWorkerThere(graph) };

    expect((await graph.execute(CERTIFY.query, { input: again }, bureau)).code).toBe(
      'QUALIFICATION_NUMBER_TAKEN',
    );
    expect((await graph.execute(CERTIFY.query, { input: again }, neighbour)).code).toBe('WORKER_NOT_FOUND');
  });
});

describe('PER-9 deadlines', () => {
  const QUERY = /* GraphQL */ `
    query ($where: DeadlineFilter, $worker: ID!) {
      deadlines(where: $where, orderBy: [{ field: DUE_ON }], first: 100) {
        nodes {
          dueOn
          daysLeft
          status
          lastUsefulExam {
            examYear
            signUpFrom
            source
          }
          worker {
            id
          }
        }
      }
      socialWorker(id: $worker) {
        deadlines {
          nodes {
            dueOn
          }
        }
      }
    }
  `;

  it('are told over any region, the nearest first, each with the last exam that can be in time', async () => {
    const { workerId } = await aPastResident(graph, { startedOn: '2025-02-10' });
    await done(graph, REVIEW, { countyCode: '420581' });
    const ask = async (where: Record<string, unknown>) =>
      (await graph.execute(QUERY, { where, worker: workerId }, bureau)).data;
    const ofWorker = { workerId: { eq: workerId } };

    const { deadlines, socialWorker } = await ask({
      regionCode: { within: '420000' },
      dueOn: { lte: '2027-02-10' },
    });

    const days: string[] = deadlines.nodes.map(({ dueOn }: { readonly dueOn: string }) => dueOn);
    expect(days).toEqual(days.toSorted((a, b) => a.localeCompare(b)));
    expect(socialWorker.deadlines.nodes).toEqual([{ dueOn: '2027-02-10' }]);
    expect((await ask({ ...ofWorker, regionCode: { within: '420581100' } })).deadlines.nodes).toEqual([
      {
        dueOn: '2027-02-10',
        daysLeft: 82,
        status: 'CERT_WARNING',
        lastUsefulExam: { examYear: 2026, signUpFrom: '2026-03-10', source: null },
        worker: { id: workerId },
      },
    ]);
    expect((await ask({ ...ofWorker, dueOn: { gte: '2027-02-11' } })).deadlines.nodes).toEqual([]);
    expect((await ask({ regionCode: { within: '640000' } })).deadlines.nodes).toEqual([]);
  });
});
