import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    names: ['harbours', 'ships'],
    environment: { COST_LIMITS: '{"public":300,"signedIn":1500,"analyst":40000}' },
  });
});

afterAll(() => gateway.stop());

const nested = (first: string): string =>
  `query ($n: Int = 20) { harbours(first: ${first}) { neighbours { neighbours { name } } } }`;
const authorization = async (grants: unknown) => `Bearer ${await gateway.issuer.token({ grants })}`;

describe('QUERY_TOO_COSTLY', () => {
  it.each([
    ['a literal', '$n) { name } b: harbours(first: 100', {}],
    ['a variable', '$n', { n: 100 }],
    [
      "a variable's default, thrice",
      '$n) { berths { number } } b: harbours { berths { name } } c: harbours(first: 100',
      {},
    ],
  ])('refuses by %s, with the figures, before any subgraph is asked', async (_what, first, variables) => {
    const before = gateway.subgraphs.harbours.calls.length;

    const answer = await gateway.ask({ query: nested(first), variables });

    expect([answer.status, codesOf(answer)]).toEqual([400, ['QUERY_TOO_COSTLY']]);
    expect(answer.errors[0]?.extensions).toMatchObject({
      kind: 'INVALID',
      details: { limit: 300, cost: expect.any(Number) },
    });
    expect(gateway.subgraphs.harbours.calls.length).toBe(before);
  });

  it('allows more to who signed in, and most to analysts', async () => {
    const wide = `{ ${[1, 2, 3, 4].map((at) => `h${at}: harbours(first: 100) { berths { name } }`).join(' ')} }`;
    const wider = `{ ${Array.from({ length: 8 }, (_, at) => `h${at}: harbours(first: 100) { berths { name } }`).join(' ')} }`;
    const known = { authorization: await authorization([{ role: 'PROJECT_OFFICE', region: '000000' }]) };
    const analyst = { authorization: await authorization([{ role: 'ANALYST', region: '000000' }]) };

    expect(codesOf(await gateway.ask(wide))).toEqual(['QUERY_TOO_COSTLY']);
    expect(codesOf(await gateway.ask({ query: wide, headers: known }))).toEqual([]);
    expect(codesOf(await gateway.ask({ query: wider, headers: known }))).toEqual(['QUERY_TOO_COSTLY']);
    expect(codesOf(await gateway.ask({ query: wider, headers: analyst }))).toEqual([]);
  });

  it('counts what reads the whole schema', async () => {
    expect(codesOf(await gateway.ask('{ __schema { types { name } } }'))).toEqual(['QUERY_TOO_COSTLY']);
  });
});

describe('extensions.cost', () => {
  const send = async (extensions?: object) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ harbours(first: 5) { name } }', extensions }),
    });
    return (await response.json()) as { readonly extensions?: unknown };
  };

  it('is in the answer for who asks for it, and for nobody else', async () => {
    expect((await send({ cost: true })).extensions).toEqual({ cost: { cost: 16, limit: 300 } });
    expect(await send()).not.toHaveProperty('extensions');
  });
});
