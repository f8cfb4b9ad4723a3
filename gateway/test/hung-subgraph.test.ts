import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    names: ['harbours', 'ships'],
    config: { SUBGRAPH_TIMEOUT_MS: 300, REQUEST_TIMEOUT_MS: 3_000 },
  });
});

afterAll(() => gateway.stop());

const RENAME = 'mutation { renameHarbour(code: "H1", name: "N") { name } }';

describe('a subgraph that hangs', () => {
  it('is not asked any more after a few times, and again once it answers', async () => {
    const { ships } = gateway.subgraphs;
    ships.behave('HANGS');
    const query = '{ ship(imo: "1") { name } harbour(code: "H1") { name } }';
    const codes: unknown[] = [];
    for (let asked = 0; asked < 6; asked += 1) codes.push(...codesOf(await gateway.ask(query)));

    expect(codes).toEqual([...Array(3).fill('SUBGRAPH_TIMEOUT'), ...Array(3).fill('SUBGRAPH_UNAVAILABLE')]);
    const metrics = await (await fetch(`${gateway.healthUrl}/metrics`)).text();
    expect(metrics).toMatch(/gateway_breaker_open\{subgraph="ships"[^}]*\} 1/);
    expect(metrics).toMatch(/gateway_subgraph_seconds_count\{[^}]*subgraph="ships",outcome="NOT_ASKED"\} 3/);
    ships.behave('ANSWERS');
    await vi.waitFor(async () => expect((await gateway.ask(query)).errors).toEqual([]), 5_000);
  });
});

describe('what else is read of a changed object', () => {
  const WITH_SHIPS = 'mutation { renameHarbour(code: "H1", name: "N") { name inPort { name } } }';

  it.each([
    ['HANGS', 'SUBGRAPH_TIMEOUT', 1],
    ['RESETS', 'SUBGRAPH_UNAVAILABLE', 2],
  ] as const)(
    'is a read: when its subgraph %s, nothing is said to have been applied there',
    async (how, code, asked) => {
      const { ships } = gateway.subgraphs;
      const before = ships.calls.length;
      ships.behave(how);

      const answer = await gateway.ask(WITH_SHIPS);
      ships.behave('ANSWERS');

      expect(answer.data).toEqual({ renameHarbour: { name: 'N', inPort: null } });
      expect(answer.errors.map(({ extensions }) => extensions)).toEqual([
        expect.objectContaining({ code, details: { subgraph: 'ships' } }),
      ]);
      expect(ships.calls.length - before).toBe(asked);
    },
  );
});

describe('a change without an answer', () => {
  it('has the time of the request, not that of a read', async () => {
    const { harbours } = gateway.subgraphs;
    harbours.behave('LATE');

    const answer = await gateway.ask(RENAME);
    harbours.behave('ANSWERS');

    expect(answer.data).toEqual({ renameHarbour: { name: 'N' } });
  });

  it.each([
    ['HANGS', 'SUBGRAPH_TIMEOUT'],
    ['RESETS', 'SUBGRAPH_UNAVAILABLE'],
    ['NOT_JSON', 'SUBGRAPH_UNAVAILABLE'],
  ] as const)(
    'may have been applied when the subgraph %s, and is told so in both languages',
    async (how, code) => {
      const { harbours } = gateway.subgraphs;
      harbours.behave(how);

      const answers = await Promise.all(
        ['en', 'zh-CN'].map((language) =>
          gateway.ask({ query: RENAME, headers: { 'accept-language': language } }),
        ),
      );
      harbours.behave('ANSWERS');

      const [english, chinese] = answers.map(({ errors }) => errors[0]);
      expect(answers.map(codesOf)).toEqual([[code], [code]]);
      expect(english?.extensions['details']).toEqual({ subgraph: 'harbours', mayHaveBeenApplied: true });
      expect(english?.message).toMatch(/may have been applied: ask again with the same idempotencyKey/);
      expect(chinese?.message).toMatch(/可能已经生效.*相同的 idempotencyKey/);
    },
  );
});
