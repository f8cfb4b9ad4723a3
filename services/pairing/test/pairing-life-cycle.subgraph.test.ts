import { onlyFor, verdicts } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAIYUAN, NINGXIA } from './builders.ts';
import { decide, rest } from './decisions.ts';
import {
  active,
  bureau,
  dispatchingAgency,
  key,
  matched,
  openedGraph,
  type PairingGraph,
  province,
  signed,
  submitted,
  told,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const coverOf = async () =>
  (await told(graph, 'county-cover-changed', `recipient-county/${HAIYUAN}`)).map(
    ({ data }) => data['activePairings'],
  );

describe('suspendPairing and resumePairing', () => {
  it('PAIR-2 the county loses its cover, and gets it back', async () => {
    const id = await active(graph);

    const suspended = await decide(graph, 'suspendPairing', rest(id), bureau);
    const resumed = await decide(graph, 'resumePairing', { pairingId: id, on: '2026-06-01' }, bureau);

    expect(suspended.data.suspendPairing.pairing).toMatchObject({ status: 'SUSPENDED', version: 4 });
    expect(resumed.data.resumePairing.pairing).toMatchObject({ status: 'ACTIVE', version: 5 });
    expect(await coverOf()).toEqual([1, 0, 1]);
    expect(await told(graph, 'suspended', `pairing/${id}`)).toMatchObject([
      { sequence: '4', data: { suspendedOn: '2026-05-01', countyCode: HAIYUAN } },
    ]);
    expect(await told(graph, 'resumed', `pairing/${id}`)).toHaveLength(1);
  });

  it('is refused for a pairing that is not at work, and with a stale version', async () => {
    expect((await decide(graph, 'suspendPairing', rest(await signed(graph)), bureau)).code).toBe(
      'PAIRING_NOT_ACTIVE',
    );
    const stale = { ...rest(await active(graph)), expectedVersion: 1 };
    expect((await decide(graph, 'suspendPairing', stale, bureau)).code).toBe('VERSION_CONFLICT');
  });
});

describe('terminatePairing', () => {
  it('ends the pairing with its reason and frees both agencies for the year', async () => {
    const id = await matched(graph);

    const { data } = await decide(graph, 'terminatePairing', { ...rest(id), on: '2026-06-30' }, province);

    expect(data.terminatePairing).toEqual({
      pairing: { id, status: 'TERMINATED', version: 2, allowedActions: ['STRIKE'] },
      successor: null,
    });
    expect(await told(graph, 'terminated', `pairing/${id}`)).toMatchObject([
      { data: { terminatedOn: '2026-06-30', handedOverToId: null } },
    ]);
  });

  it('hands the county over to another agency: a linked pairing that takes no new place', async () => {
    const id = await active(graph);
    const input = { ...rest(id), handOverToAgencyId: await dispatchingAgency(graph) };

    const { data } = await decide(graph, 'terminatePairing', input, province);

    const successor = data.terminatePairing.successor;
    expect(successor).toMatchObject({ status: 'MATCHED', handedOverFrom: { id }, county: { code: HAIYUAN } });
    const [matchedEvent] = await told(graph, 'matched', `pairing/${successor.id}`);
    expect(matchedEvent?.data).toMatchObject({ handedOverFromId: id, renewedFromId: null });
    expect(successor.scheme).toEqual({ accepted: 1 });
    const old = await graph.execute(`{ pairing(id: "${id}") { handedOverTo { id } terminationReason } }`);
    expect(old.data.pairing).toEqual({ handedOverTo: { id: successor.id }, terminationReason: '演示:汛期' });
  });

  it('is asked once, however often the same key comes', async () => {
    const input = { ...rest(await active(graph)), idempotencyKey: key() };

    const first = await decide(graph, 'terminatePairing', input, province);
    const again = await decide(graph, 'terminatePairing', input, province);

    expect(again.data).toEqual(first.data);
  });

  it('changes nothing when the successor is refused', async () => {
    const id = await active(graph);
    const { data } = await graph.execute(`{ pairing(id: "${id}") { dispatchingAgency { id } } }`);
    const input = { ...rest(id), handOverToAgencyId: data.pairing.dispatchingAgency.id };

    expect((await decide(graph, 'terminatePairing', input, province)).code).toBe(
      'PAIRING_HANDED_OVER_TO_SAME',
    );
    expect(await told(graph, 'terminated', `pairing/${id}`)).toEqual([]);
  });
});

describe('beginPairingApplicationReview and withdrawPairingApplication', () => {
  it('a reviewed application is decided like a submitted one, and withdrawn before it', async () => {
    const [one, other] = [await submitted(graph), await submitted(graph)];

    await decide(graph, 'beginPairingApplicationReview', { applicationId: one }, province);
    const withdrawn = await decide(graph, 'withdrawPairingApplication', { applicationId: one }, province);
    await decide(graph, 'beginPairingApplicationReview', { applicationId: other }, province);
    const { data } = await decide(graph, 'matchPairingApplication', { applicationId: other }, province);

    expect(withdrawn.data.withdrawPairingApplication.application).toMatchObject({ status: 'WITHDRAWN' });
    expect(data.matchPairingApplication.pairing).toMatchObject({ status: 'MATCHED' });
    const late = await decide(graph, 'withdrawPairingApplication', { applicationId: other }, province);
    expect(late.code).toBe('APPLICATION_DECIDED');
    expect(await told(graph, 'application-review-begun')).toHaveLength(2);
    expect(await told(graph, 'application-withdrawn')).toMatchObject([{ data: { wasSubmitted: true } }]);
  });

  it('two clerks deciding at once: one wins, the other gets VERSION_CONFLICT', async () => {
    const application = { applicationId: await submitted(graph), expectedVersion: 2 };

    const answers = await Promise.all([
      decide(graph, 'matchPairingApplication', application, province),
      decide(graph, 'rejectPairingApplication', { ...application, reviewOpinion: '演示' }, province),
    ]);

    const codes = answers.map(({ code }) => code);
    expect(codes).toHaveLength(2);
    expect(codes).toEqual(expect.arrayContaining(['VERSION_CONFLICT', undefined]));
  });
});

describe('who may decide about a pairing', () => {
  const ask = async (operation: string, input: Record<string, unknown>) =>
    verdicts(graph, {
      query: `mutation ($input: ${operation[0]?.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { __typename } }`,
      variables: { input: { ...input, idempotencyKey: key() } },
      scope: { region: NINGXIA },
    });

  it.each(['suspendPairing', 'resumePairing', 'beginFinalEvaluation'])(
    '%s: the recipient county and its province',
    async (operation) => {
      const { reason, ...plain } = rest(await active(graph));
      const input = operation === 'suspendPairing' ? { ...plain, reason } : plain;

      expect(await ask(operation, input)).toEqual(onlyFor('PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'));
    },
  );

  it('terminatePairing and renewPairing: the recipient province alone', async () => {
    const id = await active(graph);
    const renewal = { pairingId: id, schemeId: 'sch_01900000-0000-7000-8000-00000000ffff' };

    expect(await ask('renewPairing', renewal)).toEqual(onlyFor('PROVINCE_AUTHORITY'));
    expect(await ask('terminatePairing', rest(id))).toEqual(onlyFor('PROVINCE_AUTHORITY'));
  });

  it('beginPairingApplicationReview: the recipient province; withdrawing: its own side as well', async () => {
    const applicationId = await submitted(graph);

    expect(await ask('beginPairingApplicationReview', { applicationId })).toEqual(
      onlyFor('PROVINCE_AUTHORITY'),
    );
    expect(await ask('withdrawPairingApplication', { applicationId })).toEqual(
      onlyFor('PROVINCE_AUTHORITY', 'AGENCY_MANAGER'),
    );
  });
});
