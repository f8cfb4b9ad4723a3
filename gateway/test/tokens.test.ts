import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';
import { AUDIENCE, ISSUER, startIssuer, type TokenOptions } from './fixture/issuer.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ names: ['harbours'] });
});

afterAll(() => gateway.stop());

const askWith = (authorization: string) =>
  gateway.ask({ query: '{ echo(text: "x") }', headers: { authorization } });
const identityOfLastCall = () => gateway.subgraphs.harbours.calls.at(-1)?.identity;
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Claims as a good token holds them, in a token of nobody's making. */
function unsigned(header: object): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    sub: 'forger',
    iss: ISSUER,
    aud: AUDIENCE,
    iat: now,
    exp: now + 600,
    grants: [{ role: 'ADMIN' }],
  };
  return `${base64url({ typ: 'at+jwt', ...header })}.${base64url(claims)}.`;
}

describe('a caller', () => {
  it('without a token is the public', async () => {
    await gateway.ask('{ echo(text: "x") }');

    expect(identityOfLastCall()?.actor).toMatchObject({ subject: null, grants: [{ role: 'PUBLIC' }] });
  });

  it('with a token is who it names, with the grants that it names', async () => {
    const grants = [
      { role: 'COUNTY_CIVIL_AFFAIRS', region: '420581' },
      { role: 'AGENCY_MANAGER', agencyId: 'agy_1' },
    ];

    const answer = await askWith(`Bearer ${await gateway.issuer.token({ subject: 'yidu', grants })}`);

    expect(answer.errors).toEqual([]);
    const token = { issuedAt: expect.any(Number), expiresAt: expect.any(Number) };
    expect(identityOfLastCall()?.actor).toEqual({ subject: 'yidu', grants, token });
  });

  it('keeps only the grants that are understood whole', async () => {
    const grants = [
      { role: 'EMPEROR', region: '000000' },
      { role: 'COUNTY_CIVIL_AFFAIRS', region: '999999' },
      { role: 'EVALUATOR', extra: { $gt: '' } },
      'ADMIN',
    ];

    await askWith(`Bearer ${await gateway.issuer.token({ grants })}`);

    expect(identityOfLastCall()?.actor.grants).toEqual([{ role: 'EVALUATOR' }]);
  });

  it('asks as freely as the public where a token names no grant', async () => {
    const answer = await askWith(`Bearer ${await gateway.issuer.token({ grants: [] })}`);

    expect([answer.status, answer.errors]).toEqual([200, []]);
  });
});

describe('a token that is no good', () => {
  const bad: readonly (readonly [string, TokenOptions])[] = [
    ['expired', { issuedAt: -700, expiresAt: -60 }],
    ['issued too long ago, though it has not expired', { issuedAt: -13 * 3_600 }],
    ['issued in the future', { issuedAt: 3_600, expiresAt: 7_200 }],
    ['of another issuer', { issuer: 'https://elsewhere.test' }],
    ['for another audience', { audience: 'another' }],
    ['of another type', { typ: 'JWT' }],
    ['under a key id that nobody knows', { kid: 'unknown' }],
    ['in the name of the platform itself', { subject: 'system' }],
  ];

  it.each(bad)('is answered 401: %s', async (_what, options) => {
    const answer = await askWith(`Bearer ${await gateway.issuer.token(options)}`);

    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('is answered 401 when another key signed it under the known id', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');

    const answer = await askWith(`Bearer ${await gateway.issuer.token({ key: privateKey })}`);

    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  });

  it('is answered 401 with one character of its claims replaced', async () => {
    const [header, claims = '', signature] = (await gateway.issuer.token()).split('.');
    const other = `${claims.slice(0, 20)}${claims[20] === 'A' ? 'B' : 'A'}${claims.slice(21)}`;

    const answer = await askWith(`Bearer ${header}.${other}.${signature}`);

    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['no algorithm', unsigned({ alg: 'none' })],
    ['a symmetric algorithm', `${unsigned({ alg: 'HS256', kid: 'test-EdDSA' })}AAAA`],
    ['nothing', ''],
    ['no token', 'x'],
  ])('is answered 401 with %s', async (_what, token) => {
    expect((await askWith(`Bearer ${token}`)).status).toBe(401);
  });

  it('is answered 401 in another scheme, never taken for no token', async () => {
    expect((await askWith('Basic YWRtaW46YWRtaW4=')).status).toBe(401);
  });

  it('reaches no subgraph', async () => {
    const before = gateway.subgraphs.harbours.calls.length;

    await askWith(`Bearer ${unsigned({ alg: 'none' })}`);

    expect(gateway.subgraphs.harbours.calls.length).toBe(before);
  });
});

describe("the issuer's keys", () => {
  it.each(['ES256', 'RS256', 'EdDSA'] as const)('may be of %s', async (algorithm) => {
    const issuer = await startIssuer(algorithm);
    const other = await startGatewayUnderTest({ names: ['harbours'], issuer });

    const answer = await other.ask({
      query: '{ echo }',
      headers: { authorization: `Bearer ${await issuer.token()}` },
    });
    await other.stop();

    expect(answer.errors).toEqual([]);
  });

  it('that cannot be fetched make the answer 503, not 401', async () => {
    const environment = { JWKS_URL: 'http://127.0.0.1:9/jwks.json' };
    const other = await startGatewayUnderTest({ names: ['harbours'], environment, jwksFile: false });

    const answer = await other.ask({
      query: '{ echo }',
      headers: { authorization: `Bearer ${await other.issuer.token()}` },
    });
    await other.stop();

    expect([answer.status, codesOf(answer)]).toEqual([503, ['AUTHENTICATION_UNAVAILABLE']]);
  });
});
