import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCreditCode } from './builders.ts';
import { admin, agencyInput, done, type PairingGraph, pairingGraph, REGISTER, told } from './under-test.ts';

let graph: PairingGraph;

beforeAll(async () => {
  graph = await pairingGraph();
});
afterAll(() => graph.stop());

const register = (serial: number, changes: Record<string, unknown> = {}) =>
  graph.execute(REGISTER, { input: agencyInput(serial, changes) }, admin);
const BY_CODE = /* GraphQL */ `
  query ($code: UnifiedSocialCreditCode!) {
    agencyByCreditCode(code: $code) {
      name
      unifiedSocialCreditCode
      legalForm
      registrationAuthority
      registeredOn
      mainBusinessIsSocialWork
    }
  }
`;

describe('registerAgency', () => {
  it('registers the agency and publishes what it can do, without its credit code', async () => {
    const { data, errors } = await register(1);

    expect(errors).toEqual([]);
    const { agency } = data.registerAgency;
    expect(agency).toMatchObject({ status: 'ACTIVE', version: 1, homeRegion: { code: '350203' } });
    expect(await told(graph, 'agency-registered', `agency/${agency.id}`)).toMatchObject([
      {
        sequence: '1',
        regioncode: '350203',
        data: {
          agencyId: agency.id,
          name: '演示社工服务中心 1',
          homeRegionCode: '350203',
          canDispatch: true,
          canReceive: false,
          canOperate: false,
          status: 'ACTIVE',
        },
      },
    ]);
  });

  it('refuses a second agency with the same credit code, and says which one has it', async () => {
    const { code, details } = await register(1, { name: '演示 另一家' });

    expect(code).toBe('AGENCY_ALREADY_REGISTERED');
    expect(details['agencyId']).toMatch(/^agy_/);
    expect(await told(graph, 'agency-registered')).toHaveLength(1);
  });

  it('registers one of two that come at once with the same credit code', async () => {
    const answers = await Promise.all([register(2), register(2)]);

    expect(answers.map(({ code }) => code ?? 'REGISTERED').toSorted(byText)).toEqual([
      'AGENCY_ALREADY_REGISTERED',
      'REGISTERED',
    ]);
  });

  it.each([
    ['a credit code with a wrong check character', { unifiedSocialCreditCode: '523502030000000019' }],
    ['a credit code of 17 characters', { unifiedSocialCreditCode: aCreditCode(3).slice(1) }],
    ['an operator in place of a text', { name: { $ne: null } }],
    ['a name with NUL', { name: 'a\u0000b' }],
    ['a name of 201 characters', { name: '名'.repeat(201) }],
    ['a region code that is none', { homeRegionCode: '990000' }],
    ['a province as a home', { homeRegionCode: '350000' }],
    ['a day that is none', { registeredOn: '2026-02-30' }],
    ['a day in the future', { registeredOn: '2099-01-01' }],
    ['a legal form that is none', { legalForm: 'GUILD' }],
  ])('refuses %s as bad input, and stores nothing', async (_what, changes) => {
    const { code } = await register(4, changes);

    expect(code).toBe('BAD_USER_INPUT');
    expect(await graph.connection.collection('agencies').countDocuments()).toBe(2);
  });
});

describe('agencyByCreditCode', () => {
  it('finds the agency with its registration, for everybody', async () => {
    const { data } = await graph.execute(BY_CODE, { code: aCreditCode(1) });

    expect(data.agencyByCreditCode).toEqual({
      name: '演示社工服务中心 1',
      unifiedSocialCreditCode: aCreditCode(1),
      legalForm: 'SOCIAL_SERVICE_ORGANISATION',
      registrationAuthority: '演示区民政局',
      registeredOn: '2016-05-01',
      mainBusinessIsSocialWork: true,
    });
  });

  it('finds nothing for a code that nobody has', async () => {
    const { data, errors } = await graph.execute(BY_CODE, { code: aCreditCode(99) });

    expect(errors).toEqual([]);
    expect(data.agencyByCreditCode).toBeNull();
  });
});

describe('agencies', () => {
  const LIST = /* GraphQL */ `
    query ($where: AgencyFilter, $first: PageSize, $after: String) {
      agencies(where: $where, first: $first, after: $after) {
        nodes {
          homeRegion {
            code
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `;

  it('pages by home region and id, within the region asked for', async () => {
    await done(graph, REGISTER, agencyInput(5, { homeRegionCode: '640522' }), admin);
    const where = { regionCode: { within: '350000' } };

    const first = await graph.execute(LIST, { where, first: 1 });
    const after = first.data.agencies.pageInfo.endCursor as string;
    const second = await graph.execute(LIST, { where, first: 1, after });

    expect(first.data.agencies).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(second.data.agencies.nodes).toEqual([{ homeRegion: { code: '350203' } }]);
    expect(second.data.agencies.pageInfo.hasNextPage).toBe(false);
  });

  it.each([
    ['a page of 0', { first: 0 }],
    ['a page of 101', { first: 101 }],
    ['a forged cursor', { after: 'eyJmb3JnZWQiOnRydWV9' }],
    ['an operator as a region', { where: { regionCode: { within: { $gt: '' } } } }],
  ])('refuses %s', async (_what, variables) => {
    expect((await graph.execute(LIST, variables)).code).toBe('BAD_USER_INPUT');
  });

  it('refuses an id of another kind', async () => {
    const { code } = await graph.execute('{ agency(id: "sta_01900000-0000-7000-8000-000000000001") { id } }');

    expect(code).toBe('BAD_USER_INPUT');
  });
});

function byText(a: string, b: string): number {
  return a.localeCompare(b);
}
