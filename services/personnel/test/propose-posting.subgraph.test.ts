import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventData } from '@qianshou/events';
import { CENTRE, day, OPERATOR, OTHER_OPERATOR, uuid, YIDU } from './builders.ts';
import { aCertifiedWorker, aWorkerThere, END, PROPOSE, residentInput, SIGN } from './operations.ts';
import {
  aStation,
  bureau,
  done,
  factsOf,
  hearOfCentreOf,
  hearOfClosing,
  hearOfPolicy,
  manager,
  neighbour,
  outcomes,
  type PersonnelGraph,
  personnelGraph,
  told,
  township,
} from './under-test.ts';

type Adopted = EventData<'qianshou.station.policy-adopted.v1'>;

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
});
afterAll(() => graph.stop());

const propose = (input: Record<string, unknown>, actor = bureau) =>
  graph.execute(PROPOSE.query, { input }, actor);

describe('PER-4 proposePosting and signPosting of a resident', () => {
  it('announces the proposal with the third signature, and sends the resident to training', async () => {
    const workerId = await aWorkerThere(graph);
    const stationId = await aStation(graph);

    const first = await done(graph, PROPOSE, residentInput(workerId, stationId), township);
    const { id } = first.posting;
    const second = await done(graph, SIGN, { postingId: id, expectedVersion: 2 }, manager);
    const third = await done(graph, SIGN, { postingId: id, expectedVersion: 3 }, bureau);

    expect(first.posting).toMatchObject({
      status: 'PROPOSED',
      version: 2,
      missingSignatures: ['COUNTY_BUREAU', 'OPERATOR'],
      candidateRank: 'LOCAL',
    });
    expect(second.posting).toMatchObject({ status: 'PROPOSED', missingSignatures: ['COUNTY_BUREAU'] });
    expect(third.posting).toMatchObject({ status: 'IN_PRE_JOB_TRAINING', version: 5, missingSignatures: [] });
    const events = await factsOf(graph, `posting/${id}`);
    expect(events.map(({ type, sequence }) => [sequence, type.split('.')[2]])).toEqual([
      ['1', 'posting-drafted'],
      ['2', 'posting-signed'],
      ['3', 'posting-signed'],
      ['4', 'posting-signed'],
      ['5', 'posting-proposed'],
    ]);
    expect(events.at(-1)?.data).toMatchObject({ workerId, stationId, needsPreJobTraining: true });
  });

  it('refuses a second signature of a party, a stale version, and a signature of another county', async () => {
    const input = residentInput(await aWorkerThere(graph), await aStation(graph));
    const { posting } = await done(graph, PROPOSE, input);
    const sign = (changes: Record<string, unknown>, actor = bureau) =>
      graph.execute(SIGN.query, { input: { postingId: posting.id, ...changes } }, actor);

    expect((await sign({})).code).toBe('POSTING_ALREADY_SIGNED');
    expect((await sign({ expectedVersion: 1 }, manager)).code).toBe('VERSION_CONFLICT');
    expect((await sign({}, neighbour)).code).toBe('POSTING_NOT_FOUND');
    expect((await sign({ postingId: `pst_${uuid(999)}` })).code).toBe('POSTING_NOT_FOUND');
  });
});

describe('PER-1, PER-2, PER-3 seats under concurrency', () => {
  it('lets one of two head proposals at the same moment through', async () => {
    const stationId = await aStation(graph);
    const heads = await Promise.all(
      [1, 2].map(() => aWorkerThere(graph, { employerAgencyId: null, directsOfficeOf: '420581100' })),
    );
    const input = (workerId?: string) => ({
      ...residentInput(String(workerId), stationId),
      role: 'STATION_HEAD',
    });

    const answers = await Promise.all(heads.map((head) => propose(input(head))));

    expect(outcomes(answers)).toEqual(['DONE', 'POSTING_HEAD_SEAT_TAKEN']);
  });

  it('lets one of two deputy proposals through', async () => {
    const stationId = await aStation(graph);
    const deputies = await Promise.all([aCertifiedWorker(graph), aCertifiedWorker(graph)]);
    const input = (workerId: string) => ({ ...residentInput(workerId, stationId), role: 'DEPUTY_HEAD' });

    const answers = await Promise.all(deputies.map((deputy) => propose(input(deputy), manager)));

    expect(outcomes(answers)).toEqual(['DONE', 'POSTING_DEPUTY_SEAT_TAKEN']);
  });

  it('lets as many residents through as the county says, and one more after one left', async () => {
    const stationId = await aStation(graph);
    const workers = await Promise.all([1, 2, 3].map(() => aWorkerThere(graph)));

    const answers = await Promise.all(workers.map((worker) => propose(residentInput(worker, stationId))));

    const admitted = answers.filter(({ code }) => code === undefined);
    expect(admitted).toHaveLength(1);
    const taken = admitted[0]?.data.proposePosting.posting.id;
    await done(graph, END, { postingId: taken, endedOn: '2026-11-01', reason: '演示' });
    expect((await propose(residentInput(await aWorkerThere(graph), stationId))).code).toBeUndefined();
  });

  it('follows the policy of the county in force today, not one that has ended or not begun', async () => {
    const residents = (residentsPerStation: number, validFrom: string, validTo: string | null) =>
      hearOfPolicy(graph, {
        policyId: `pol_${uuid(Number(validFrom.slice(0, 4)))}` as Adopted['policyId'],
        validFrom: day(validFrom),
        validTo: validTo === null ? null : day(validTo),
        residentsPerStation,
      });
    await residents(0, '2024-01-01', '2024-12-31');
    await residents(2, '2026-01-01', null);
    await residents(0, '2027-01-01', null);
    const stationId = await aStation(graph);
    const workers = await Promise.all([1, 2, 3].map(() => aWorkerThere(graph)));

    const answers = await Promise.all(workers.map((worker) => propose(residentInput(worker, stationId))));

    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(2);
    expect(answers.map(({ code }) => code)).toContain('POSTING_RESIDENT_SEATS_TAKEN');
  });
});

describe('PER-14 one full-time posting at a time', () => {
  it('lets one of two proposals of a worker at two stations through', async () => {
    const workerId = await aWorkerThere(graph);
    const stations = [await aStation(graph), await aStation(graph)];

    const answers = await Promise.all(stations.map((station) => propose(residentInput(workerId, station))));

    expect(outcomes(answers)).toEqual(['DONE', 'POSTING_WORKER_ALREADY_FULL_TIME']);
  });
});

describe('proposePosting of others', () => {
  it('PER-1 takes nobody but the director of that township for its head', async () => {
    const input = {
      ...residentInput(await aWorkerThere(graph), await aStation(graph)),
      role: 'STATION_HEAD',
    };

    expect((await propose(input, township)).code).toBe('POSTING_HEAD_NOT_OFFICE_DIRECTOR');
  });

  it('PER-2 takes no deputy without a certificate or of another agency', async () => {
    const stationId = await aStation(graph);
    const deputy = (workerId: string) =>
      propose({ ...residentInput(workerId, stationId), role: 'DEPUTY_HEAD' }, manager);
    await hearOfCentreOf(graph, OTHER_OPERATOR, '420581');
    const foreign = await aWorkerThere(graph, { employerAgencyId: OTHER_OPERATOR });

    expect((await deputy(await aWorkerThere(graph))).code).toBe('POSTING_DEPUTY_LACKS_CERTIFICATE');
    expect((await deputy(foreign)).code).toBe('WORKER_NOT_FOUND');
  });

  it('PER-6 takes a worker outside the preferred education for a written reason', async () => {
    const education = { level: 'HIGH_SCHOOL', major: 'OTHER', fullTime: true, graduatedOn: '2016-06-30' };
    const input = residentInput(await aWorkerThere(graph, { education }), await aStation(graph));

    expect((await propose(input)).code).toBe('POSTING_EDUCATION_NEEDS_REASON');
    const { posting } = await done(graph, PROPOSE, { ...input, educationException: '在村服务十年' });
    expect(posting.warnings).toEqual([{ rule: 'PER-6' }]);
  });

  it('PER-7 announces a centre worker who needs no training', async () => {
    const input = { workerId: await aWorkerThere(graph), centreId: CENTRE, role: 'CENTRE_WORKER' };

    const { posting } = await done(graph, PROPOSE, { ...input, startsOn: '2026-03-01' }, manager);

    expect(posting).toMatchObject({ status: 'PROPOSED', allowedActions: ['START', 'END', 'STRIKE'] });
    expect((await told(graph, 'posting-proposed')).at(-1)?.data).toMatchObject({
      needsPreJobTraining: false,
    });
  });

  it.each([
    ['no place', { stationId: null }, 'BAD_USER_INPUT'],
    ['two places', { centreId: CENTRE }, 'BAD_USER_INPUT'],
    ['a centre for a resident', { stationId: null, centreId: CENTRE }, 'POSTING_WORKPLACE_WRONG'],
    ['a station not heard of yet', { stationId: `sta_${uuid(9999)}` }, 'NOT_KNOWN_HERE_YET'],
    ['a worker who does not exist', { workerId: `wkr_${uuid(9999)}` }, 'WORKER_NOT_FOUND'],
    ['an id of the wrong kind', { workerId: `sta_${uuid(1)}` }, 'BAD_USER_INPUT'],
    ['a day that does not exist', { startsOn: '2026-13-01' }, 'BAD_USER_INPUT'],
  ])('refuses %s, and publishes nothing', async (_what, changes, code) => {
    const input = residentInput(await aWorkerThere(graph), await aStation(graph));
    const before = (await graph.outbox()).length;

    expect((await propose({ ...input, ...changes })).code).toBe(code);
    expect(await graph.outbox()).toHaveLength(before);
  });

  it('refuses a station and a guidance centre that have closed', async () => {
    const stationId = await aStation(graph);
    const worker = await aWorkerThere(graph);
    const atCentre = { workerId: worker, role: 'CENTRE_WORKER', centreId: CENTRE, startsOn: '2026-12-01' };

    await hearOfClosing(graph, stationId);
    await graph.hear('qianshou.station.centre-closed.v1', {
      centreId: CENTRE,
      countyCode: YIDU,
      operatorAgencyId: OPERATOR,
      from: 'OPERATING',
      closedOn: day('2026-11-19'),
    });
    const before = (await graph.outbox()).length;

    expect((await propose(residentInput(worker, stationId))).code).toBe('POSTING_WORKPLACE_CLOSED');
    expect((await propose(atCentre)).code).toBe('POSTING_WORKPLACE_CLOSED');
    expect(await graph.outbox()).toHaveLength(before);
  });
});
