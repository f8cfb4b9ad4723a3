import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    names: ['harbours'],
    environment: {
      TRUSTED_PROXIES: '127.0.0.1',
      RATES: '{"work":{"points":2000,"seconds":600},"changes":{"points":2,"seconds":600}}',
    },
  });
});

afterAll(() => gateway.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });
const WORK = '{ harbours(first: 100) { name } }';
const RENAME = 'mutation { renameHarbour(code: "H1", name: "N") { name } }';

async function askUntilLimited(headers: Record<string, string>) {
  for (let asked = 0; asked < 60; asked += 1) {
    const answer = await gateway.ask({ query: WORK, headers });
    if (answer.status === 429) return { asked, answer };
  }
  throw new Error('was never limited');
}

describe('RATE_LIMITED', () => {
  it('tells when to come back, and leaves other addresses and subjects alone', async () => {
    const { asked, answer } = await askUntilLimited(from('203.0.113.7'));

    expect(asked).toBeGreaterThan(10);
    expect(codesOf(answer)).toEqual(['RATE_LIMITED']);
    const { details, kind } = answer.errors[0]?.extensions ?? {};
    expect(kind).toBe('UNAVAILABLE');
    expect(details).toEqual({ budget: 'work', retryAfter: Number(answer.headers.get('retry-after')) });
    const token = await gateway.issuer.token();
    const signedIn = { ...from('203.0.113.7'), authorization: `Bearer ${token}` };
    expect((await gateway.ask({ query: WORK, headers: signedIn })).status).toBe(200);
    expect((await gateway.ask({ query: WORK, headers: from('203.0.113.8') })).status).toBe(200);
  });

  it('counts an IPv6 network as one address', async () => {
    await askUntilLimited(from('2001:db8:1:2:aaaa::1'));

    expect((await gateway.ask({ query: WORK, headers: from('2001:db8:1:2:bbbb::2') })).status).toBe(429);
    expect((await gateway.ask({ query: WORK, headers: from('2001:db8:1:3::2') })).status).toBe(200);
  });

  it('has budgets of its own for changes', async () => {
    const headers = from('203.0.113.20');

    const answers = await Promise.all([1, 2, 3].map(() => gateway.ask({ query: RENAME, headers })));

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 429]);
    expect((await gateway.ask({ query: '{ echo }', headers })).status).toBe(200);
  });

  it('charges what is refused, too', async () => {
    const headers = from('203.0.113.30');
    const before = await gateway.ask({ query: '{ echo }', headers });
    for (let sent = 0; sent < 5; sent += 1) await gateway.ask({ query: '{ echo ', headers });

    const after = await gateway.ask({ query: '{ echo }', headers });

    const spent = [before, after].map((answer) => Number(answer.headers.get('ratelimit-remaining')));
    expect((spent[0] ?? 0) - (spent[1] ?? 0)).toBeGreaterThanOrEqual(50);
  });
});

describe('RateLimit headers', () => {
  it('say of each answer how the tightest budget stands', async () => {
    const { headers } = await gateway.ask({ query: '{ echo }', headers: from('203.0.113.40') });

    expect(headers.get('ratelimit-limit')).toBe('2000');
    expect(Number(headers.get('ratelimit-remaining'))).toBeLessThan(2_000);
    expect(Number(headers.get('ratelimit-reset'))).toBeLessThanOrEqual(600);
  });
});

describe('an address behind no proxy that is trusted', () => {
  it('is not what the client says', async () => {
    const open = await startGatewayUnderTest({
      names: ['harbours'],
      environment: { RATES: '{"work":{"points":500,"seconds":600}}' },
    });

    const statuses: number[] = [];
    for (let at = 0; at < 8; at += 1)
      statuses.push((await open.ask({ query: WORK, headers: from(`203.0.113.${at}`) })).status);
    await open.stop();

    expect(statuses).toContain(429);
  });
});
