import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, post, tokenOf } from './graph.ts';

const UUID = '01900000-0000-7000-8000-00000000f00d';
/** What must never reach a client: addresses, drivers, stacks, files. */
const LEAKS = /127\.0\.0\.1|mongo|kafka|ECONN|node_modules|\.ts:|at \w+ \(/i;

/** What the county and its money look like, to be compared before and after. */
const STATE = `{
  region(code: "420581") {
    stationFigures { stationsPlanned stationsOperating demonstrationStations }
    fundingFigures { planned { fen } contracted { fen } paid { fen } }
  }
  cooperationSchemes { totalCount }
  agencies { totalCount }
}`;

let before: unknown;
let station: { id: string; version: number };

beforeAll(async () => {
  const { data } = await ask(
    '{ stations(where: { regionCode: { within: "420581" } }, first: 1) { nodes { id version } } }',
  );
  station = data.stations.nodes[0];
  before = (await ask(STATE, {}, 'yidu-finance')).data;
});
afterEach(async () => {
  expect((await ask(STATE, {}, 'yidu-finance')).data).toEqual(before);
});

const OPEN =
  'mutation ($id: ID!, $version: Int) { openStation(input: { stationId: $id, expectedVersion: $version }) { station { id } } }';
const SCHEME =
  'mutation ($input: OpenCooperationSchemeInput!) { openCooperationScheme(input: $input) { scheme { id quota } } }';
const BUDGET = 'mutation ($input: DraftBudgetInput!) { draftBudget(input: $input) { budgetPlan { id } } }';
const budget = (plannedFen: unknown) => ({
  input: {
    countyCode: '420581',
    year: 2031,
    plannedFen,
    lines: [],
    idempotencyKey: `bad-${String(plannedFen)}`,
  },
});

describe('bad input through the gateway', () => {
  it.each([
    ['an id that does not exist', OPEN, { id: `sta_${UUID}` }, 'STATION_NOT_FOUND'],
    ['an id of another type', OPEN, { id: `vrm_${UUID}` }, 'BAD_USER_INPUT'],
    ['an id that is none', OPEN, { id: '../../etc/passwd' }, 'BAD_USER_INPUT'],
    ['an operator in place of a string', OPEN, { id: { $ne: null } }, 'BAD_USER_INPUT'],
    ['a negative amount', BUDGET, budget('-1'), 'BAD_USER_INPUT'],
    ['a fraction of a fen', BUDGET, budget('1.5'), 'BAD_USER_INPUT'],
    ['an amount as a number', BUDGET, budget(100), 'BAD_USER_INPUT'],
  ])('%s is refused', async (_what, query, variables, code) => {
    const answer = await ask(query, variables, 'yidu-bureau');

    expect(answer.code).toBe(code);
    expect(answer.text).not.toMatch(LEAKS);
  });

  it.each([0, -1, 1_000_000_000, 20.5])('a page of %s is refused', async (first) => {
    const { code, text } = await ask(
      'query ($first: PageSize) { stations(first: $first) { nodes { id } } }',
      { first },
    );

    expect(code).toBe('BAD_USER_INPUT');
    expect(text).not.toMatch(LEAKS);
  });

  it.each([
    ['a cursor of our own making', Buffer.from('["x",{"$gt":""},1]').toString('base64url')],
    ['nonsense', '%%%'],
  ])('%s is refused', async (_what, after) => {
    const { code } = await ask('query ($after: String) { stations(after: $after) { nodes { id } } }', {
      after,
    });

    expect(code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['a region that is none', '{ region(code: "42") { name } }'],
    ['a credit code that is too short', '{ agencyByCreditCode(code: "91350100M000100Y") { id } }'],
  ])('%s is refused as a literal', async (_what, query) => {
    expect((await ask(query)).code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\uD800'],
    ['a text without end', 'x'.repeat(20_000)],
  ])('%s is refused', async (_what, source) => {
    const input = { countyCode: '420581', validFrom: '2031-01-01', source };
    const { code } = await ask(
      'mutation ($input: AdoptCountyPolicyInput!) { adoptCountyPolicy(input: $input) { policy { id } } }',
      { input },
      'yidu-bureau',
    );

    expect(code).toBe('BAD_USER_INPUT');
  });

  it.each(['2031-02-30', '1899-12-31', '2101-01-01', 'yesterday'])(
    'the day %s is refused',
    async (validFrom) => {
      const { code } = await ask(
        'mutation ($input: AdoptCountyPolicyInput!) { adoptCountyPolicy(input: $input) { policy { id } } }',
        { input: { countyCode: '420581', validFrom, source: '演示' } },
        'yidu-bureau',
      );

      expect(code).toBe('BAD_USER_INPUT');
    },
  );

  it('a change made up from an older reading is refused, with the version there is now', async () => {
    const variables = { id: station.id, version: station.version - 1 };
    const { code, errors } = await ask(OPEN, variables, 'yidu-bureau');

    expect(code).toBe('VERSION_CONFLICT');
    expect(errors[0]?.extensions.details.currentVersion).toBe(station.version);
  });
});

describe('a repeated idempotency key', () => {
  it('with another body is refused, with the same body answered the same', async () => {
    const scheme = (quota: number) => ({
      input: {
        dispatchProvinceCode: '330000',
        recipientProvinceCode: '630000',
        quota,
        year: 2026,
        documentNo: '演示〔2026〕9号',
        competentAuthority: '演示',
        idempotencyKey: 'story-test-scheme',
      },
    });
    const first = await ask(SCHEME, scheme(5), 'project-office');
    const same = await ask(SCHEME, scheme(5), 'project-office');
    const other = await ask(SCHEME, scheme(6), 'project-office');
    before = (await ask(STATE, {}, 'yidu-finance')).data;

    expect(first.errors).toEqual([]);
    expect(same.data).toEqual(first.data);
    expect(other.code).toBe('IDEMPOTENCY_CONFLICT');
  });
});

describe('who is not who they say', () => {
  it.each([
    ['a forged token', (token: string) => `${token.slice(0, -4)}AAAA`],
    ['a token with another person in it', (token: string) => swapPayload(token)],
    ['no token at all behind Bearer', () => ''],
  ])('%s is 401, never the public', async (_what, change) => {
    const token = change(await tokenOf('yidu-bureau'));
    const headers = { authorization: `Bearer ${token}` };
    const answer = await post(
      inject('gatewayUrl'),
      { query: '{ stations(first: 1) { nodes { id } } }' },
      headers,
    );

    expect(answer.status).toBe(401);
    expect(answer.data).toBeNull();
  });

  it.each(['pairing', 'station', 'personnel', 'training', 'funding'] as const)(
    'going around the gateway to %s is 401, also with a valid token',
    async (name) => {
      const headers = { authorization: `Bearer ${await tokenOf('admin')}` };
      const answer = await post(inject('endpoints')[name], { query: '{ __typename }' }, headers);

      expect(answer.status).toBe(401);
    },
  );
});

function swapPayload(token: string): string {
  const [head, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'admin' })).toString('base64url');
  return [head, forged, signature].join('.');
}
