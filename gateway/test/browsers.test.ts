import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configSchema } from '../src/config.ts';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

const APP = 'https://app.example.org';
const LOCAL = 'http://localhost:5173';

let development: GatewayUnderTest;
let production: GatewayUnderTest;
let named: GatewayUnderTest;

beforeAll(async () => {
  [development, production, named] = await Promise.all([
    startGatewayUnderTest({ names: ['harbours'], environment: { NODE_ENV: 'development' } }),
    startGatewayUnderTest({ names: ['harbours'], config: { NODE_ENV: 'production' } }),
    startGatewayUnderTest({
      names: ['harbours'],
      environment: { CORS_ORIGINS: `${APP}, https://other.example.org` },
      config: { NODE_ENV: 'production', IN_FLIGHT_LIMIT: 1 },
    }),
  ]);
});

afterAll(() => Promise.all([development.stop(), production.stop(), named.stop()]));

const preflight = (url: string, origin: string) =>
  fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

const post = (url: string, origin: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ echo }' }),
  });

const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');

describe('a page of another origin', () => {
  it.each([
    ['named in CORS_ORIGINS', () => named.url, APP],
    ['the other one named in CORS_ORIGINS', () => named.url, 'https://other.example.org'],
    ['local in development', () => development.url, LOCAL],
    ['local by its address', () => development.url, 'http://127.0.0.1:8080'],
  ])('may ask when it is %s', async (_what, url, origin) => {
    const asked = await preflight(url(), origin);
    const answered = await post(url(), origin);

    expect([asked.status, allowed(asked)]).toEqual([204, origin]);
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(asked.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect([answered.status, allowed(answered)]).toEqual([200, origin]);
    expect(answered.headers.get('vary')).toContain('Origin');
    expect(answered.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([
    ['local in production', () => production.url, LOCAL],
    ['of any name in production without the setting', () => production.url, APP],
    ['not among the named ones', () => named.url, 'https://app.example.org.evil.example'],
    ['of the name, without TLS', () => named.url, 'http://app.example.org'],
    ['of no origin', () => named.url, 'null'],
    ['made to look local', () => development.url, 'http://localhost.evil.example'],
    ['foreign in development', () => development.url, APP],
  ])('may not read when it is %s', async (_what, url, origin) => {
    const asked = await preflight(url(), origin);

    expect(allowed(asked)).toBeNull();
    expect(allowed(await post(url(), origin))).toBeNull();
  });

  it('reads also of a refusal the codes, the correlation id and when to come back', async () => {
    const refused = await post(named.url, APP, { authorization: 'Bearer x' });

    expect([refused.status, allowed(refused)]).toEqual([401, APP]);
    const exposed = refused.headers.get('access-control-expose-headers')?.split(', ') ?? [];
    expect(exposed).toEqual(expect.arrayContaining(['x-correlation-id', 'retry-after', 'ratelimit']));
  });

  it('reads a refusal of a path that is not served and of a method that is not', async () => {
    const origin = { headers: { origin: APP } };

    expect(allowed(await fetch(`${named.url}/nothing`, origin))).toBe(APP);
    expect(allowed(await fetch(`${named.url}/graphql`, { method: 'PUT', ...origin }))).toBe(APP);
  });
});

describe('CORS_ORIGINS', () => {
  const issuesOf = (CORS_ORIGINS: string) =>
    configSchema.safeParse({ CORS_ORIGINS }).error?.issues.filter(({ path }) => path[0] === 'CORS_ORIGINS');

  it.each(['', '*', APP, `${APP},http://localhost:3000`])('takes %j', (origins) => {
    expect(issuesOf(origins)).toEqual([]);
  });

  it.each(['app.example.org', `${APP}/`, `${APP}/graph`, 'ftp://app.example.org', 'https://*.example.org'])(
    'refuses %j',
    (origins) => {
      expect(issuesOf(origins)).toHaveLength(1);
    },
  );
});
