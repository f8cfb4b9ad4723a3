import type { Actor } from '@qianshou/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCreditCode, HAIYUAN } from './builders.ts';
import { bothAgree } from './consents.ts';
import {
  admin,
  agencyInput,
  bureau,
  dispatchingAgency,
  dispatchProvince,
  done,
  key,
  openedGraph,
  type PairingGraph,
  province,
  REGISTER,
  scheme,
  SUBMIT,
  told,
} from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await openedGraph();
});
afterAll(() => graph.stop());

/** A manager whose agency is not on the platform yet. */
const stranger: Actor = { ...bureau, subject: 'a-manager', grants: [{ role: 'AGENCY_MANAGER' }] };
const local = { homeRegionCode: HAIYUAN, canDispatch: false, canReceive: true };
const decision = (verb: string, type: string) => /* GraphQL */ `
  mutation ($input: ${type}!) {
    ${verb}(input: $input) { agency { id status statusReason version allowedActions } }
  }
`;
const CONFIRM_AGENCY = decision('confirmAgency', 'ConfirmAgencyInput');
const REFUSE_AGENCY = decision('refuseAgency', 'RefuseAgencyInput');
const LIST = /* GraphQL */ `
  query ($where: AgencyFilter) {
    agencies(where: $where, first: 100) {
      nodes {
        id
      }
    }
  }
`;
const BY_CODE = /* GraphQL */ `
  query ($code: UnifiedSocialCreditCode!) {
    agencyByCreditCode(code: $code) {
      id
      creditCodeReason
      warnings {
        rule
        message
      }
    }
  }
`;

const itself = async (serial: number): Promise<string> =>
  (await done(graph, REGISTER, agencyInput(serial, local), stranger)).agency.id;

async function found(where: Record<string, unknown>, actor?: Actor): Promise<readonly string[]> {
  const { data } = await graph.execute(LIST, { where }, actor);
  return data.agencies.nodes.map(({ id }: { id: string }) => id);
}

describe('an agency that registers itself', () => {
  it('is offered to nobody before its home authority confirms it', async () => {
    const agencyId = await itself(301);
    const waiting = { regionCode: { within: HAIYUAN }, status: { in: ['UNVERIFIED', 'ACTIVE'] } };

    expect(await found({ regionCode: { within: HAIYUAN } }, admin)).not.toContain(agencyId);
    expect(await found(waiting)).not.toContain(agencyId);
    expect(await found(waiting, dispatchProvince)).not.toContain(agencyId);
    expect(await found(waiting, bureau)).toContain(agencyId);
    expect((await graph.execute(BY_CODE, { code: aCreditCode(301) })).data.agencyByCreditCode).toBeNull();

    const { agency } = await done(graph, CONFIRM_AGENCY, { agencyId, idempotencyKey: key() }, bureau);

    expect(agency).toMatchObject({ status: 'ACTIVE', version: 2 });
    expect(await found({ regionCode: { within: HAIYUAN } })).toContain(agencyId);
    expect(await told(graph, 'agency-status-changed', `agency/${agencyId}`)).toMatchObject([
      { regioncode: HAIYUAN, data: { status: 'ACTIVE', statusBefore: 'UNVERIFIED' } },
    ]);
  });

  it('takes part in no application, and tells the caller what is missing', async () => {
    const input = {
      schemeId: await scheme(graph),
      dispatchingAgencyId: await dispatchingAgency(graph),
      recipientAgencyId: await itself(302),
      countyCode: HAIYUAN,
      jointPlan: '演示',
      taskGroups: ['BUILD_STATION'],
      consentDocuments: bothAgree,
      idempotencyKey: key(),
    };

    expect((await graph.execute(SUBMIT, { input }, province)).code).toBe('AGENCY_UNVERIFIED');
  });

  it('is refused by its home authority alone, and is registered by it later nevertheless', async () => {
    const agencyId = await itself(303);
    const input = { agencyId, reason: '演示:查无此机构' };

    expect((await graph.execute(REFUSE_AGENCY, { input }, dispatchProvince)).code).toBe('FORBIDDEN');
    expect((await graph.execute(CONFIRM_AGENCY, { input: { agencyId } }, stranger)).code).toBe('FORBIDDEN');
    const { agency } = await done(graph, REFUSE_AGENCY, input, bureau);
    expect(agency).toMatchObject({ status: 'REFUSED', allowedActions: ['CONFIRM'] });

    const entered = await done(graph, REGISTER, agencyInput(303, local), bureau);

    expect(entered.agency).toMatchObject({ id: agencyId, status: 'ACTIVE' });
    expect((await graph.execute(REGISTER, { input: agencyInput(303, local) }, bureau)).code).toBe(
      'AGENCY_ALREADY_REGISTERED',
    );
  });
});

describe('registerAgency with a code whose check character does not fit', () => {
  const code = '523502030000000019';
  const odd = { unifiedSocialCreditCode: code, ...local };

  it('asks a bureau for its reason, shows it as a warning, and takes it from nobody else', async () => {
    const reasoned = { ...odd, creditCodeReason: '2015 年核发,证书原件即为此代码' };

    expect((await graph.execute(REGISTER, { input: agencyInput(304, reasoned) }, stranger)).code).toBe(
      'BAD_USER_INPUT',
    );
    expect((await graph.execute(REGISTER, { input: agencyInput(304, odd) }, bureau)).code).toBe(
      'BAD_USER_INPUT',
    );
    await done(graph, REGISTER, agencyInput(304, reasoned), bureau);

    const { data } = await graph.execute(BY_CODE, { code });
    expect(data.agencyByCreditCode).toMatchObject({
      creditCodeReason: reasoned.creditCodeReason,
      warnings: [{ rule: 'GB-32100' }],
    });
  });
});
