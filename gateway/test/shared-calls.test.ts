import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedCalls } from '../src/shared-calls.ts';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeEach(async () => {
  const config = { SUBGRAPH_TIMEOUT_MS: 20_000, REQUEST_TIMEOUT_MS: 20_000 };
  gateway = await startGatewayUnderTest({ names: ['harbours'], config });
  await gateway.ask(NAME);
  gateway.subgraphs.harbours.calls.length = 0;
});

afterEach(() => gateway.stop());

const NAME = '{ harbour(code: "H1") { name } }';
const asked = () => gateway.subgraphs.harbours.calls.length;
const askedUntil = (count: number) => vi.waitFor(() => expect(asked()).toBe(count), 10_000);

describe('the same question of the same caller at the same time', () => {
  it('is asked of a subgraph once, and answered to all', async () => {
    gateway.subgraphs.harbours.behave('SLOW');

    const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.ask(NAME)));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(asked()).toBeLessThan(4);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.data).toEqual({ harbour: { name: 'Harbour H1' } });
  });

  it('is asked of its own for another caller and another language', async () => {
    gateway.subgraphs.harbours.behave('SLOW');
    const tokens = await Promise.all(['one', 'two'].map((subject) => gateway.issuer.token({ subject })));
    const headers: Record<string, string>[] = [
      {},
      { 'accept-language': 'zh-CN' },
      ...tokens.map((token) => ({ authorization: `Bearer ${token}` })),
    ];

    await Promise.all(headers.map((own) => gateway.ask({ query: NAME, headers: own })));

    expect(asked()).toBe(headers.length);
  });

  it('is asked anew after a command came back, so that everybody reads what they wrote', async () => {
    const { harbours } = gateway.subgraphs;
    harbours.behave('LATE');
    const earlier = gateway.ask(NAME);
    await askedUntil(1);
    harbours.behave('ANSWERS');
    await gateway.ask('mutation { renameHarbour(code: "H1", name: "New") { name } }');

    await gateway.ask(NAME);

    expect(asked()).toBe(3);
    await earlier;
  });
});

describe('sharedCalls', () => {
  const ANSWERED = { outcome: 'ANSWERED', status: 200, contentType: 'application/json', body: '{}' } as const;
  const HERE = new AbortController().signal;

  it.each([
    [{ outcome: 'GIVEN_UP', sent: true }],
    [{ outcome: 'NOT_ASKED' }],
    [{ outcome: 'TOO_LATE' }],
    [{ outcome: 'TIMED_OUT', sent: true }],
  ] as const)('has everybody ask for themselves when the first is told %j', async (reply) => {
    const { read } = sharedCalls();

    const first = read('k', HERE, () => Promise.resolve(reply));
    const second = read('k', HERE, () => Promise.resolve(ANSWERED));

    expect([await first, await second]).toEqual([reply, ANSWERED]);
  });

  it('keeps nobody who left', async () => {
    const { read } = sharedCalls();
    const gone = new AbortController();
    void read('k', HERE, () => new Promise(() => {}));
    const second = read('k', gone.signal, () => Promise.resolve(ANSWERED));

    gone.abort();

    expect(await second).toEqual({ outcome: 'GIVEN_UP', sent: false });
  });

  it('keeps nothing once it was answered, whether it came back or failed', async () => {
    const { read } = sharedCalls();
    const broken = () => Promise.reject(new Error('broken'));
    const asks = vi.fn(() => Promise.resolve(ANSWERED));

    await Promise.allSettled([read('k', HERE, broken), read('k', HERE, asks)]);
    await read('k', HERE, asks);
    await read('k', HERE, asks);

    expect(asks).toHaveBeenCalledTimes(2);
  });
});
