import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGatewayUnderTest } from './fixture/gateway-under-test.ts';
import { FIXTURE_KEYS } from './fixture/subgraph-server.ts';

/** Where nobody listens. */
const NOWHERE = 'http://127.0.0.1:1/graphql';

const folder = mkdtempSync(join(tmpdir(), 'partner-doors-'));
let gateway: GatewayUnderTest;

beforeAll(async () => {
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, JSON.stringify({ ...FIXTURE_KEYS, partners: FIXTURE_KEYS['harbours'] }));
  gateway = await startGatewayUnderTest({
    names: ['harbours'],
    environment: {
      SUBGRAPHS: `harbours=${NOWHERE},partners=${NOWHERE}`,
      SUBGRAPH_KEYS_FILE: keys,
      RATES: '{"work":{"points":2500,"seconds":600}}',
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

const feed = async () => {
  const answer = await fetch(`${gateway.url}/feed`);
  const { errors } = (await answer.json()) as { errors: readonly { extensions: { code: string } }[] };
  return { code: errors[0]?.extensions.code, headers: answer.headers };
};

describe('GET /feed', () => {
  it('is taken out of the budget of who reads, as questions to the graph are', async () => {
    const first = await feed();
    const second = await feed();
    const third = await feed();

    expect([first.code, second.code]).toEqual(['FEED_UNAVAILABLE', 'FEED_UNAVAILABLE']);
    expect(second.headers.get('ratelimit-remaining')).toBe('500');
    expect(third.code).toBe('RATE_LIMITED');
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
