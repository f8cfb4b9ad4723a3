import { describe, expect, it } from 'vitest';
import { configSchema } from './config.ts';

const COMPLETE = {
  SUBGRAPH_KEYS_FILE: 'keys.json',
  JWKS_FILE: 'jwks.json',
  TOKEN_ISSUER: 'https://issuer.test',
  TOKEN_AUDIENCE: 'qianshou',
};

const wrongIn = (environment: Record<string, string>): readonly string[] =>
  configSchema.safeParse({ ...COMPLETE, ...environment }).error?.issues.map(({ path }) => path.join('.')) ??
  [];

describe("the gateway's settings", () => {
  it('have the limits that everybody gets, and wider ones for analysts', () => {
    const { LIMITS, ANALYST_LIMITS, BODY_LIMIT } = configSchema.parse(COMPLETE);

    expect(LIMITS).toMatchObject({ source: 16_384, tokens: 2_000, depth: 10, selections: 500, mutations: 1 });
    expect(ANALYST_LIMITS).toMatchObject({ depth: 10, selections: 2_000, mutations: 1 });
    expect(BODY_LIMIT).toBe(65_536);
  });

  it('change one limit and keep the others', () => {
    expect(configSchema.parse({ ...COMPLETE, LIMITS: '{"depth":12}' }).LIMITS).toMatchObject({
      depth: 12,
      aliases: 15,
    });
  });

  it('read addresses by name', () => {
    const { SUBGRAPHS } = configSchema.parse({
      ...COMPLETE,
      SUBGRAPHS: 'a=http://h:1/graphql, b=https://h:2/graphql',
    });

    expect([...SUBGRAPHS]).toEqual([
      ['a', 'http://h:1/graphql'],
      ['b', 'https://h:2/graphql'],
    ]);
  });

  it.each([
    ['SUBGRAPHS', { SUBGRAPHS: 'http://h:1' }],
    ['LIMITS', { LIMITS: 'depth=12' }],
    ['LIMITS', { LIMITS: '{"dept":12}' }],
    ['LIMITS.depth', { LIMITS: '{"depth":0}' }],
    ['JWKS_FILE', { JWKS_URL: 'https://issuer.test/jwks' }],
    ['PORT', { PORT: '70000' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/8, proxy.test' }],
    ['CORS_ORIGINS', { CORS_ORIGINS: 'https://app.test/path' }],
  ])('are refused for a wrong %s', (setting, environment) => {
    expect(wrongIn(environment).join(' ')).toContain(setting);
  });

  it('are refused in production with keys fetched in the clear', () => {
    const { JWKS_FILE: _file, ...rest } = COMPLETE;
    const environment = { ...rest, NODE_ENV: 'production', JWKS_URL: 'http://issuer.test/jwks' };

    expect(configSchema.safeParse(environment).success).toBe(false);
  });
});
