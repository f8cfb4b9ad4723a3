import { signIdentity } from '@qianshou/service-kit/identity';
import { createLogger } from '@qianshou/service-kit/logging';
import { OperationTypeNode } from 'graphql';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureKeyRing, startSubgraph, type FixtureSubgraph } from './fixture/subgraph-server.ts';
import { PUBLIC_CALLER } from '../src/caller.ts';
import type { GatewayContext } from '../src/gateway-context.ts';
import { fairLine } from '../src/load/fair-line.ts';
import { gatewayMetrics } from '../src/metrics.ts';
import { sharedCalls } from '../src/shared-calls.ts';
import { subgraphBreaker } from '../src/subgraph-breaker.ts';
import { subgraphConnection, type SubgraphConnection } from '../src/subgraph-connection.ts';
import { freshness } from '../src/freshness.ts';
import { subgraphDataSource } from '../src/subgraph-data-source.ts';

let harbours: FixtureSubgraph;
let connection: SubgraphConnection;

beforeAll(async () => {
  harbours = await startSubgraph('harbours');
  connection = subgraphConnection(harbours.url, 1_000_000);
});

afterAll(async () => {
  await connection.close();
  await harbours.stop();
});

function aDataSource(via: SubgraphConnection = connection) {
  const states: string[] = [];
  const line = fairLine({ places: 1, longest: [10, 10] });
  const source = subgraphDataSource({
    subgraph: 'harbours',
    connection: via,
    sign: signIdentity({ audience: 'harbours', keyRing: fixtureKeyRing('harbours') }),
    breaker: subgraphBreaker((state) => states.push(state)),
    line,
    shared: sharedCalls(),
    timeout: 5_000,
    metrics: gatewayMetrics(new Registry()),
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
  const ask = (query: string, left = 10_000) =>
    source.process({
      kind: 'incoming operation' as never,
      request: { query },
      context: contextUntil(Date.now() + left),
      incomingRequestContext: { operation: { operation: OperationTypeNode.MUTATION } } as never,
      document: undefined as never,
    });
  return { ask, line, states };
}

const contextUntil = (deadline: number): GatewayContext => ({
  correlationId: 'late',
  caller: PUBLIC_CALLER,
  callerKey: 'subject one',
  rank: 1,
  cost: null,
  codes: [],
  absentTypes: new Set(),
  freshness: freshness(false),
  language: 'en',
  traceparent: null,
  deadline,
  gone: new AbortController().signal,
});

const occupy = (line: ReturnType<typeof fairLine>) =>
  line.enter({ caller: 'somebody', rank: 0, patience: 1_000 });
const extensionsOf = ({ errors = [] }: { readonly errors?: unknown }) =>
  (errors as readonly { readonly extensions: Record<string, unknown> }[]).map(({ extensions }) => extensions);
const NEVER_SENT = {
  code: 'SUBGRAPH_TIMEOUT',
  kind: 'UNAVAILABLE',
  details: { subgraph: 'harbours' },
};
const RENAME = 'mutation { renameHarbour(code: "H1", name: "N") { name } }';

describe('a call whose turn came too late', () => {
  it('was never sent, says so, and does not count against the subgraph', async () => {
    const { ask, line, states } = aDataSource();
    const leave = await occupy(line);
    const before = harbours.calls.length;

    const late = await Promise.all([1, 2, 3, 4, 5].map(() => ask(RENAME, 50)));
    leave?.();

    expect(late.flatMap(extensionsOf)).toEqual(late.map(() => NEVER_SENT));
    expect([harbours.calls.length - before, states, line.inside()]).toEqual([0, [], 0]);
    expect((await ask('{ echo(text: "x") }')).data).toEqual({ echo: 'x' });
  });

  it('is not sent when its time was over before it came', async () => {
    const { ask, line, states } = aDataSource();
    const before = harbours.calls.length;

    const late = await Promise.all([1, 2, 3].map(() => ask(RENAME, -1)));

    expect(late.flatMap(extensionsOf)).toEqual(late.map(() => NEVER_SENT));
    expect([harbours.calls.length - before, states, line.inside()]).toEqual([0, [], 0]);
  });
});

describe('a call that could not be sent', () => {
  it.each(['http://127.0.0.1:1/graphql', 'http://[100::1]:9/graphql', 'http://no-such-host.invalid/graphql'])(
    'cannot have been carried out: %s',
    async (url) => {
      const away = subgraphConnection(url, 1_000);
      const { ask, line } = aDataSource(away);

      const [extensions] = extensionsOf(await ask(RENAME, 500));
      await away.close();

      expect(extensions?.['details']).toEqual({ subgraph: 'harbours' });
      expect(line.inside()).toBe(0);
    },
  );
});

describe('a place in the line', () => {
  it('is given back when asking throws', async () => {
    const broken: SubgraphConnection = {
      ...connection,
      post: () => Promise.reject(new Error('out of memory')),
    };
    const { ask, line } = aDataSource(broken);

    await expect(ask(RENAME)).rejects.toThrow('out of memory');

    expect(line.inside()).toBe(0);
  });
});
