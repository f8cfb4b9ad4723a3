import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';
import type { Behaviour } from './fixture/subgraph-server.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    names: ['harbours', 'ships', 'tolls'],
    config: { SUBGRAPH_TIMEOUT_MS: 600, SUBGRAPH_RESPONSE_LIMIT: 100_000 },
  });
});

afterEach(() => {
  for (const subgraph of Object.values(gateway.subgraphs)) subgraph.behave('ANSWERS');
});

afterAll(() => gateway.stop());

const QUERY = '{ harbour(code: "H1") { name shipping { calls } inPort { name } tolls { paid } } }';

describe('a subgraph that fails', () => {
  const failures: readonly (readonly [Behaviour, string])[] = [
    ['HANGS', 'SUBGRAPH_TIMEOUT'],
    ['HANGS_IN_BODY', 'SUBGRAPH_TIMEOUT'],
    ['RESETS', 'SUBGRAPH_UNAVAILABLE'],
    ['ERROR_500', 'SUBGRAPH_UNAVAILABLE'],
    ['HTML', 'SUBGRAPH_UNAVAILABLE'],
    ['NOT_JSON', 'SUBGRAPH_UNAVAILABLE'],
    ['HUGE', 'SUBGRAPH_UNAVAILABLE'],
  ];

  it.each(failures)('takes only its own fields along when it %s', async (behaviour, code) => {
    gateway.subgraphs.ships.behave(behaviour);

    const answer = await gateway.ask(QUERY);

    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({
      harbour: { name: 'Harbour H1', shipping: null, inPort: null, tolls: { paid: '90000000' } },
    });
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([
      { code, kind: 'UNAVAILABLE', details: { subgraph: 'ships' } },
    ]);
  });

  it.each(failures)('says nothing of where it runs or what it said when it %s', async (behaviour) => {
    gateway.subgraphs.ships.behave(behaviour);
    const { port } = new URL(gateway.subgraphs.ships.url);

    const { text } = await gateway.ask(QUERY);

    for (const leak of ['127.0.0.1', port, '10.0.0.7', 'nginx', 'secret', 'ECONN', 'undici', 'stack']) {
      expect(text).not.toContain(leak);
    }
  });

  it('is named in the language of the reader', async () => {
    gateway.subgraphs.ships.behave('ERROR_500');

    const { errors } = await gateway.ask({ query: QUERY, headers: { 'accept-language': 'zh-CN,zh;q=0.9' } });

    expect(errors[0]?.message).toContain('暂时不可用');
  });

  it('answers again as soon as it is back', async () => {
    gateway.subgraphs.ships.behave('RESETS');
    await gateway.ask(QUERY);

    gateway.subgraphs.ships.behave('ANSWERS');

    expect((await gateway.ask(QUERY)).errors).toEqual([]);
  });

  it('is asked a second time for a query when the connection broke, and only once for a mutation', async () => {
    const { harbours } = gateway.subgraphs;
    harbours.behave('RESETS');
    const before = harbours.calls.length;

    await gateway.ask('{ harbours { name } }');
    const afterQuery = harbours.calls.length;
    await gateway.ask('mutation { renameHarbour(code: "H1", name: "N") { name } }');

    expect([afterQuery - before, harbours.calls.length - afterQuery]).toEqual([2, 1]);
  });
});

describe('a subgraph that is stopped', () => {
  it('takes only its own fields along, at once', async () => {
    const started = performance.now();
    await gateway.subgraphs.tolls.stop();

    const answer = await gateway.ask(QUERY);

    expect(answer.data).toMatchObject({
      harbour: { name: 'Harbour H1', shipping: { calls: 420 }, tolls: null },
    });
    expect(codesOf(answer)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a request whose time is over', () => {
  it('asks no subgraph any more, and says so for each', async () => {
    const hurried = await startGatewayUnderTest({
      names: ['harbours', 'ships'],
      config: { REQUEST_TIMEOUT_MS: 300, SUBGRAPH_TIMEOUT_MS: 200 },
    });
    hurried.subgraphs.ships.behave('HANGS');
    hurried.subgraphs.harbours.behave('HANGS');
    const started = performance.now();

    const answer = await hurried.ask('{ harbour(code: "H1") { name } ship(imo: "1") { name } }');
    await hurried.stop();

    expect(codesOf(answer)).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT']);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
