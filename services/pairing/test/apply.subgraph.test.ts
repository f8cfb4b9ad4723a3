import { bothAgree } from './consents.ts';
import { inRegion } from '@qianshou/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicationInput,
  bureau,
  CONFIRM,
  done,
  key,
  MATCH,
  ofAgency,
  openedGraph,
  type PairingGraph,
  province,
  recipientAgency,
  SUBMIT,
  submitted,
  told,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

const SEE = /* GraphQL */ `
  query ($id: ID!) {
    pairingApplication(id: $id) {
      id
      status
      dispatchingAgency {
        name
      }
      county {
        code
      }
      allowedActions
    }
    pairingApplications {
      nodes {
        id
      }
      totalCount
    }
  }
`;

describe('submitPairingApplication and confirmPairingApplication', () => {
  it('PAIR-6 make a draft of one side, and an application of both once the other confirms', async () => {
    const input = await applicationInput(graph);
    const dispatching = ofAgency(input.dispatchingAgencyId as string);
    const recipient = ofAgency(input.recipientAgencyId as string);

    const { application: draft } = await done(graph, SUBMIT, input, dispatching);
    const alone = { applicationId: draft.id, idempotencyKey: key() };
    const own = await graph.execute(CONFIRM, { input: alone }, dispatching);
    const { application } = await done(graph, CONFIRM, { ...alone, expectedVersion: 1 }, recipient);

    expect(draft).toMatchObject({
      status: 'DRAFT',
      proposedBy: 'DISPATCHING',
      version: 1,
      allowedActions: ['WITHDRAW'],
    });
    expect(own.code).toBe('FORBIDDEN');
    expect(application).toMatchObject({ status: 'SUBMITTED', version: 2 });
    const subject = `application/${draft.id}`;
    expect(await told(graph, 'application-drafted', subject)).toMatchObject([
      { sequence: '1', data: { proposedBy: 'DISPATCHING', countyCode: '640522' } },
    ]);
    expect(await told(graph, 'application-submitted', subject)).toMatchObject([{ sequence: '2' }]);
  });

  it('PAIR-6 are one step for the recipient province, which names the papers of both sides', async () => {
    const input = { ...(await applicationInput(graph)), consentDocuments: bothAgree };
    const { application } = await done(graph, SUBMIT, input, province);

    expect(application).toMatchObject({
      status: 'SUBMITTED',
      version: 2,
      allowedActions: ['BEGIN_REVIEW', 'MATCH', 'REJECT', 'WITHDRAW'],
      taskGroups: ['BUILD_STATION', 'TRAIN_TALENT'],
    });
  });

  it('PAIR-6 pair nobody whose consent the province does not have on paper', async () => {
    const input = await applicationInput(graph);
    const [ofDispatching, ofRecipient] = bothAgree;

    const alone = await graph.execute(SUBMIT, { input }, province);
    const { application } = await done(
      graph,
      SUBMIT,
      { ...input, idempotencyKey: key(), consentDocuments: [ofRecipient] },
      province,
    );
    const decision = { applicationId: application.id, idempotencyKey: key() };
    const match = await graph.execute(MATCH, { input: decision }, province);
    const confirmedAlone = await graph.execute(CONFIRM, { input: decision }, province);
    const confirmed = await done(
      graph,
      CONFIRM,
      { ...decision, idempotencyKey: key(), consentDocuments: [ofDispatching] },
      province,
    );

    expect([alone.code, alone.details]).toEqual([
      'APPLICATION_CONSENT_MISSING',
      { rule: 'PAIR-6', side: 'RECIPIENT' },
    ]);
    expect(application.status).toBe('DRAFT');
    expect(match.code).toBe('APPLICATION_NOT_SUBMITTED');
    expect([confirmedAlone.code, confirmedAlone.details['side']]).toEqual([
      'APPLICATION_CONSENT_MISSING',
      'DISPATCHING',
    ]);
    expect(confirmed.application.status).toBe('SUBMITTED');
  });

  it.each([
    ['of tomorrow', [{ ...bothAgree[0], givenOn: '2026-07-01' }]],
    ['twice of one side', [bothAgree[0], bothAgree[0]]],
    ['without a number', [{ ...bothAgree[0], documentNo: ' ' }]],
  ])('refuse papers %s', async (_what, consentDocuments) => {
    const input = { ...(await applicationInput(graph)), consentDocuments };

    expect((await graph.execute(SUBMIT, { input }, province)).code).toBe('BAD_USER_INPUT');
  });

  it('let no manager enter the paper of the other side', async () => {
    const input = { ...(await applicationInput(graph)), consentDocuments: bothAgree };
    const manager = ofAgency(input.dispatchingAgencyId as string);

    expect((await graph.execute(SUBMIT, { input }, manager)).code).toBe('BAD_USER_INPUT');
  });

  it('hand in one application however often the same key comes', async () => {
    const plain = await applicationInput(graph);

    const input = { ...plain, consentDocuments: bothAgree };
    const first = await done(graph, SUBMIT, input, province);
    const again = await done(graph, SUBMIT, input, province);
    const other = await graph.execute(SUBMIT, { input: { ...input, jointPlan: '演示 二' } }, province);

    expect(again.application.id).toBe(first.application.id);
    expect(other.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('PAIR-4 are refused for a recipient of another county', async () => {
    const recipientAgencyId = await recipientAgency(graph, '640422' as never);
    const input = await applicationInput(graph, { recipientAgencyId });

    const { code, details } = await graph.execute(SUBMIT, { input }, province);

    expect(code).toBe('PAIRING_RECIPIENT_ELSEWHERE');
    expect(details['rule']).toBe('PAIR-4');
  });

  it('PAIR-14 are refused for an agency with itself', async () => {
    const input = await applicationInput(graph);
    const same = { ...input, dispatchingAgencyId: input.recipientAgencyId };

    expect((await graph.execute(SUBMIT, { input: same }, province)).code).toBe('PAIRING_PARTIES_NOT_APART');
  });

  it.each([
    ['an unknown scheme', { schemeId: 'sch_01900000-0000-7000-8000-00000000ffff' }, 'SCHEME_NOT_FOUND'],
    ['an agency id as a scheme', { schemeId: 'agy_01900000-0000-7000-8000-000000000001' }, 'BAD_USER_INPUT'],
    ['a province in place of a county', { countyCode: '640000' }, 'BAD_USER_INPUT'],
    ['a township in place of a county', { countyCode: '640522100' }, 'BAD_USER_INPUT'],
    ['no task group', { taskGroups: [] }, 'BAD_USER_INPUT'],
    ['a plan of 5,001 characters', { jointPlan: '字'.repeat(5_001) }, 'BAD_USER_INPUT'],
    ['a key of 101 characters', { idempotencyKey: 'k'.repeat(101) }, 'BAD_USER_INPUT'],
  ])('are refused with %s', async (_what, changes, refusal) => {
    const input = await applicationInput(graph, changes);

    expect((await graph.execute(SUBMIT, { input }, province)).code).toBe(refusal);
  });
});

describe('who sees an application', () => {
  it('is its county, by id and in the list', async () => {
    const id = await submitted(graph);

    const { data } = await graph.execute(SEE, { id }, bureau);

    expect(data.pairingApplication).toMatchObject({ id, county: { code: '640522' }, allowedActions: [] });
    expect(data.pairingApplications.nodes).toContainEqual({ id });
  });

  it('is nobody of another county: it answers as if there were none, and counts none', async () => {
    const id = await submitted(graph);

    const { data, errors } = await graph.execute(SEE, { id }, inRegion('COUNTY_CIVIL_AFFAIRS', '640422'));

    expect(errors).toEqual([]);
    expect(data).toEqual({ pairingApplication: null, pairingApplications: { nodes: [], totalCount: 0 } });
  });

  it('is nobody of another county by way of the entity either', async () => {
    const id = await submitted(graph);
    const query = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on PairingApplication { jointPlan } } }`;
    const ids = [{ __typename: 'PairingApplication', id }];

    const stranger = await graph.execute(query, { ids });
    const county = await graph.execute(query, { ids }, bureau);

    expect(stranger.data._entities).toEqual([null]);
    expect(county.data._entities).toEqual([{ jointPlan: '演示:共建乡镇社工站' }]);
  });
});
