import { anActor } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR, OTHER_OPERATOR, region } from './builders.ts';
import { aWorkerThere, CERTIFY, certificateInput, REGISTER, REVEAL, workerInput } from './operations.ts';
import {
  anIdNumber,
  bureau,
  done,
  hearOfAgency,
  hearOfCentreOf,
  neighbour,
  type PersonnelGraph,
  personnelGraph,
  township,
} from './under-test.ts';

let graph: PersonnelGraph;

beforeAll(async () => {
  graph = await personnelGraph();
  await hearOfAgency(graph, { agencyId: OTHER_OPERATOR, homeRegionCode: region('420582') });
  await hearOfCentreOf(graph, OTHER_OPERATOR, '420582');
});
afterAll(() => graph.stop());

const OFFICIAL = { employerAgencyId: null, directsOfficeOf: '420581100' };
const CASES =
  '{ identityCases { nodes { id kind status worker { id } otherWorker { id } otherCounty { code } allowedActions version } } }';
const casesOf = async (actor = bureau) => (await graph.execute(CASES, {}, actor)).data.identityCases.nodes;
const neighbours = { countyCode: '420582', employerAgencyId: OTHER_OPERATOR };

/** What somebody is told, without what differs from one new record to the next. */
function toldOf({ data, code }: { readonly data: unknown; readonly code: string | undefined }): string {
  return JSON.stringify({ data, code }).replaceAll(/wkr_[\w-]+|qua_[\w-]+/g, 'id');
}

describe('PER-16 a masked number is no puzzle', () => {
  it('answers the township office alike for a number that is registered and for one that is not', async () => {
    await aWorkerThere(graph, { idNumber: anIdNumber(11) });
    const ask = (order: number) =>
      graph.execute(
        REGISTER.query,
        { input: workerInput({ ...OFFICIAL, idNumber: anIdNumber(order) }) },
        township,
      );

    const [taken, free] = [await ask(11), await ask(12)];

    expect(taken.code).toBeUndefined();
    expect(toldOf(taken)).toBe(toldOf(free));
  });

  it('makes it a case for the bureau that keeps the person, and for nobody else', async () => {
    const idNumber = anIdNumber(13);
    const kept = await aWorkerThere(graph, { idNumber });
    const { worker } = await done(graph, REGISTER, workerInput({ ...neighbours, idNumber }), neighbour);

    const mine = (await casesOf()).filter((found: { worker: { id: string } }) => found.worker.id === kept);

    expect(mine).toMatchObject([
      {
        kind: 'ID_NUMBER',
        status: 'OPEN',
        otherWorker: null,
        otherCounty: { code: '420582' },
        allowedActions: ['SETTLE'],
      },
    ]);
    expect(await casesOf(neighbour)).toEqual([]);
    expect(
      (await graph.outbox()).find(({ type }) => type.endsWith('identity-case-opened.v1'))?.data,
    ).not.toHaveProperty('idNumber');
    const settle =
      'mutation ($input: SettleIdentityCaseInput!) { settleIdentityCase(input: $input) { identityCase { status outcome } } }';
    const input = { caseId: mine[0].id, outcome: 'SAME_PERSON', note: '演示:同一人' };
    expect((await graph.execute(settle, { input }, neighbour)).code).toBe('IDENTITY_CASE_NOT_FOUND');
    expect((await graph.execute(settle, { input }, bureau)).data.settleIdentityCase.identityCase).toEqual({
      status: 'SETTLED',
      outcome: 'SAME_PERSON',
    });
    expect((await graph.execute(settle, { input }, bureau)).code).toBe('IDENTITY_CASE_SETTLED');
    expect(worker.id).not.toBe(kept);
  });

  it('holds for certificates that were recorded before their numbers were compared', async () => {
    const kept = await aWorkerThere(graph);
    await done(graph, CERTIFY, certificateInput(kept, { certificateNo: 'OLD-7' }));
    const stored = graph.connection.collection('workers');
    await stored.updateOne({ _id: kept as never }, { $unset: { 'qualifications.0.certificateKey': '' } });

    await graph.prepare?.();
    const input = certificateInput(await aWorkerThere(graph), { certificateNo: 'old-7' });

    expect((await graph.execute(CERTIFY.query, { input }, bureau)).code).toBe('QUALIFICATION_NUMBER_TAKEN');
  });

  it('holds for the numbers of certificates as well, however they are written', async () => {
    const kept = await aWorkerThere(graph);
    await done(graph, CERTIFY, certificateInput(kept, { certificateNo: 'PM-4' }));
    const other = (await done(graph, REGISTER, workerInput(neighbours), neighbour)).worker.id as string;

    const elsewhere = await graph.execute(
      CERTIFY.query,
      { input: certificateInput(other, { certificateNo: 'pm-4' }) },
      neighbour,
    );
    const own = await graph.execute(
      CERTIFY.query,
      { input: certificateInput(await aWorkerThere(graph), { certificateNo: 'ＰＭ－４' }) },
      bureau,
    );

    expect(elsewhere.code).toBeUndefined();
    expect(own.code).toBe('QUALIFICATION_NUMBER_TAKEN');
    expect(await casesOf()).toContainEqual(expect.objectContaining({ kind: 'CERTIFICATE_NUMBER' }));
  });

  it.each([
    [
      'look-ups',
      (order: number, actor: typeof bureau) =>
        graph.execute(
          'query ($n: String!) { socialWorkerByIdNumber(idNumber: $n) { id } }',
          { n: anIdNumber(order) },
          actor,
        ),
    ],
    [
      'refused registrations',
      (order: number, actor: typeof bureau) =>
        graph.execute(
          REGISTER.query,
          { input: workerInput({ idNumber: anIdNumber(order, '19990101') }) },
          actor,
        ),
    ],
    [
      'disclosures',
      async (_order: number, actor: typeof bureau) =>
        graph.execute(
          REVEAL.query,
          { input: { workerId: await aWorkerThere(graph), field: 'NAME', purpose: '演示' } },
          actor,
        ),
    ],
  ])('counts %s: twenty an hour for one caller, written down, and no more', async (what, ask) => {
    const curious = anActor('COUNTY_CIVIL_AFFAIRS', { region: region('420581') }, `curious|${what}`);
    const codes: (string | undefined)[] = [];
    for (let order = 1; order <= 22; order += 1) codes.push((await ask(order, curious)).code);

    expect(codes.slice(0, 20)).not.toContain('RATE_LIMITED');
    expect(codes.slice(20)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
    const written = graph.connection.collection('disclosures').countDocuments({ subject: curious.subject });
    expect(await written).toBe(20);
  });
});

describe('registerSocialWorker writes only where the caller is at home', () => {
  it.each([
    ['an agency of another county', { employerAgencyId: OTHER_OPERATOR }, bureau],
    [
      'a county in which the agency is not',
      { countyCode: '420582', employerAgencyId: OPERATOR },
      anActor('AGENCY_MANAGER', { agencyId: OPERATOR }, 'm1'),
    ],
    [
      'a foreign county for an agency of its own',
      { countyCode: '420582', employerAgencyId: OPERATOR },
      neighbour,
    ],
  ])('refuses %s', async (_what, changes, actor) => {
    const { code } = await graph.execute(REGISTER.query, { input: workerInput(changes) }, actor);

    expect(code).toBe('WORKER_EMPLOYER_NOT_OF_COUNTY');
  });

  it('under an agency at home here that operates nothing, only when the agency does it itself', async () => {
    const agencyId = 'agy_01900000-0000-7000-8000-000000000555' as typeof OPERATOR;
    await hearOfAgency(graph, { agencyId });
    const input = workerInput({ employerAgencyId: agencyId });
    const itself = anActor('AGENCY_MANAGER', { agencyId }, 'm5');

    expect((await graph.execute(REGISTER.query, { input }, bureau)).code).toBe('WORKER_EMPLOYER_NOT_AGREED');
    expect((await graph.execute(REGISTER.query, { input }, itself)).code).toBeUndefined();
  });

  it('refuses an agency that names one of its people director of an office', async () => {
    const input = workerInput({ directsOfficeOf: '420581100' });

    expect(
      (
        await graph.execute(
          REGISTER.query,
          { input },
          anActor('AGENCY_MANAGER', { agencyId: OPERATOR }, 'm2'),
        )
      ).code,
    ).toBe('FORBIDDEN');
  });

  it('takes the people of an agency where it operates', async () => {
    const stationId = 'sta_01900000-0000-7000-8000-000000000777' as const;
    await graph.hear('qianshou.station.planned.v1', {
      stationId: stationId as never,
      townshipCode: region('420582100'),
      countyCode: region('420582'),
      tier: 'ORDINARY',
      operatorAgencyId: OPERATOR,
    });

    const { worker } = await done(graph, REGISTER, workerInput({ countyCode: '420582' }), neighbour);

    expect(worker.employer).toEqual({ id: OPERATOR });
  });
});
