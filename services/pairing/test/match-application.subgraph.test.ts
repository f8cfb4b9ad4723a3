import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admin,
  applicationInput,
  dispatchingAgency,
  done,
  key,
  MATCH,
  matched,
  ofAgency,
  openedGraph,
  type PairingGraph,
  pairingGraph,
  province,
  recipientAgency,
  REJECT,
  scheme,
  SUBMIT,
  submitted,
  told,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const match = (applicationId: string, changes: Record<string, unknown> = {}) =>
  graph.execute(MATCH, { input: { applicationId, idempotencyKey: key(), ...changes } }, province);
const placesOf = async (id: string) =>
  (await graph.execute(`{ cooperationScheme(id: "${id}") { accepted } }`)).data.cooperationScheme.accepted;

describe('matchPairingApplication', () => {
  it('makes a pairing, takes a place of the scheme and publishes all three facts', async () => {
    const applicationId = await submitted(graph);

    const { data, errors } = await match(applicationId, { reviewOpinion: '演示:同意', expectedVersion: 2 });

    expect(errors).toEqual([]);
    const { application, pairing } = data.matchPairingApplication;
    expect(application).toEqual({ status: 'MATCHED', version: 3, reviewOpinion: '演示:同意' });
    expect(pairing).toMatchObject({
      status: 'MATCHED',
      version: 1,
      cycleYear: 2026,
      countyTier: 'OTHER',
      scheme: { accepted: 1 },
    });
    expect(pairing.pairNo).toMatch(/^2026-640522-\d+$/);
    expect(await told(graph, 'application-decided', `application/${applicationId}`)).toMatchObject([
      { data: { outcome: 'MATCHED', pairingId: pairing.id } },
    ]);
    expect(await told(graph, 'matched', `pairing/${pairing.id}`)).toMatchObject([
      { sequence: '1', data: { countyCode: '640522', taskGroups: ['BUILD_STATION', 'TRAIN_TALENT'] } },
    ]);
  });

  it('lists the pairing with the agency that helps, not with the one that is helped', async () => {
    const [helper, recipient] = [await dispatchingAgency(graph), await recipientAgency(graph)];
    const id = await matched(graph, { dispatchingAgencyId: helper, recipientAgencyId: recipient });
    const pairingsOf = async (agency: string) => {
      const { data } = await graph.execute(
        `{ agency(id: "${agency}") { dispatchingPairings { nodes { id } totalCount } } }`,
      );
      return data.agency.dispatchingPairings;
    };

    expect(await pairingsOf(helper)).toEqual({ nodes: [{ id }], totalCount: 1 });
    expect(await pairingsOf(recipient)).toEqual({ nodes: [], totalCount: 0 });
  });

  it('gives the same answer to the same key, and pairs once', async () => {
    const input = { applicationId: await submitted(graph), idempotencyKey: key() };

    const first = await done(graph, MATCH, input, province);
    const again = await done(graph, MATCH, input, province);

    expect(again).toEqual(first);
    expect(await told(graph, 'matched', `pairing/${first.pairing.id}`)).toHaveLength(1);
  });

  it('lets one of two clerks decide who decide at once, and tells the other the version', async () => {
    const applicationId = await submitted(graph);
    const input = { applicationId, expectedVersion: 2 };

    const answers = await Promise.all([
      match(applicationId, { expectedVersion: 2 }),
      graph.execute(REJECT, { input: { ...input, reviewOpinion: '演示', idempotencyKey: key() } }, province),
    ]);

    expect(answers.map(({ code }) => code).filter((code) => code !== undefined)).toEqual([
      'VERSION_CONFLICT',
    ]);
    expect(await told(graph, 'application-decided', `application/${applicationId}`)).toHaveLength(1);
  });

  it('PAIR-7 accepts no more than the quota of many that come at once', async () => {
    const schemeId = await scheme(graph, { quota: 2 });
    const applications: string[] = [];
    for (let each = 0; each < 5; each += 1) applications.push(await submitted(graph, { schemeId }));

    const answers = await Promise.all(applications.map((id) => match(id)));

    const refused = answers.filter(({ code }) => code !== undefined);
    expect(refused.map(({ code }) => code)).toEqual(Array(3).fill('SCHEME_QUOTA_EXHAUSTED'));
    expect(refused[0]?.details).toMatchObject({ rule: 'PAIR-7', accepted: 2, quota: 2 });
    expect(await placesOf(schemeId)).toBe(2);
    const taken = await told(graph, 'scheme-place-taken', `scheme/${schemeId}`);
    expect(taken.map(({ data }) => data['accepted'])).toEqual([1, 2]);
  });

  it('PAIR-1 pairs an agency once of two that come at once under two schemes, and takes no place for the other', async () => {
    const dispatchingAgencyId = await dispatchingAgency(graph);
    const schemes = [await scheme(graph), await scheme(graph)];
    const applications: string[] = [];
    for (const schemeId of schemes)
      applications.push(await submitted(graph, { schemeId, dispatchingAgencyId }));

    const answers = await Promise.all(applications.map((id) => match(id)));

    const refused = answers.filter(({ code }) => code !== undefined);
    expect(refused.map(({ code }) => code)).toEqual(['AGENCY_ALREADY_PAIRED']);
    expect(refused[0]?.details).toMatchObject({ rule: 'PAIR-1', side: 'DISPATCHING', cycleYear: 2026 });
    const places = await Promise.all(schemes.map(placesOf));
    expect(places[0] + places[1]).toBe(1);
  });

  it('PAIR-1 lets an agency be paired again in another cycle year, and on the other side', async () => {
    const recipientAgencyId = await recipientAgency(graph);
    await matched(graph, { recipientAgencyId });

    const nextYear = await scheme(graph, { year: 2027 });

    await expect(matched(graph, { recipientAgencyId, schemeId: nextYear })).resolves.toMatch(/^par_/);
  });

  it('PAIR-13 is refused when an agency was suspended after it applied', async () => {
    const dispatchingAgencyId = await dispatchingAgency(graph);
    const applicationId = await submitted(graph, { dispatchingAgencyId });
    const suspend = `mutation { suspendAgency(input: { agencyId: "${dispatchingAgencyId}", reason: "演示" }) { agency { id } } }`;
    await graph.execute(suspend, {}, admin);

    const { code, details } = await match(applicationId);

    expect(code).toBe('AGENCY_BARRED');
    expect(details).toMatchObject({ rule: 'PAIR-13', status: 'SUSPENDED' });
  });

  it('PAIR-6 is refused for a draft', async () => {
    const input = await applicationInput(graph);
    const { application } = await done(graph, SUBMIT, input, ofAgency(input.dispatchingAgencyId as string));

    const { code, details } = await match(application.id as string);

    expect(code).toBe('APPLICATION_NOT_SUBMITTED');
    expect(details['rule']).toBe('PAIR-6');
  });

  it('is refused for an unknown application', async () => {
    expect((await match('app_01900000-0000-7000-8000-00000000ffff')).code).toBe('APPLICATION_NOT_FOUND');
  });
});

describe('PAIR-3 matching while the only phase is closed', () => {
  it('is refused, and nothing is changed', async () => {
    const closed = await pairingGraph();
    const input = { applicationId: await submitted(closed), idempotencyKey: key() };

    const { code, details } = await closed.execute(MATCH, { input }, province);

    expect(code).toBe('PAIRING_OUTSIDE_OPEN_PHASE');
    expect(details).toMatchObject({ rule: 'PAIR-3', startsOn: '2026-01-01' });
    expect(await told(closed, 'matched')).toEqual([]);
    expect(await told(closed, 'scheme-place-taken')).toEqual([]);
    await closed.stop();
  });
});

describe('rejectPairingApplication', () => {
  it('turns the application down with its reason, once', async () => {
    const input = {
      applicationId: await submitted(graph),
      reviewOpinion: '演示:距离过远',
      idempotencyKey: key(),
    };

    const { application } = await done(graph, REJECT, input, province);
    const again = await graph.execute(REJECT, { input: { ...input, idempotencyKey: key() } }, province);

    expect(application).toMatchObject({ status: 'REJECTED', reviewOpinion: '演示:距离过远' });
    expect(again.code).toBe('APPLICATION_NOT_SUBMITTED');
  });

  it('is refused without a reason', async () => {
    const input = { applicationId: await submitted(graph), reviewOpinion: '', idempotencyKey: key() };

    expect((await graph.execute(REJECT, { input }, province)).code).toBe('BAD_USER_INPUT');
  });
});
