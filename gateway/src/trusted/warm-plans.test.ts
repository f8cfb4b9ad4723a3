import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { parseKeyRing } from '@qianshou/service-kit/identity';
import { createLogger } from '@qianshou/service-kit/logging';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSubgraph, type FixtureSubgraph, FIXTURE_KEYS } from '../../test/fixture/subgraph-server.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { gatewayMetrics } from '../metrics.ts';
import { readTrustedDocuments } from './manifests.ts';
import { warmPlans } from './warm-plans.ts';

const HERE = join(import.meta.dirname, '../..');
const supergraph = readFileSync(join(HERE, 'supergraph.graphql'), 'utf8');
const NAMES = [...supergraph.matchAll(/@join__graph\(name: "(?<name>\w+)"/g)].map(([, name = '']) => name);
let subgraph: FixtureSubgraph;
let gateway: Gateway;
let apollo: ApolloServer<GatewayContext>;

beforeAll(async () => {
  subgraph = await startSubgraph('harbours');
  const [ring] = Object.values(FIXTURE_KEYS);
  gateway = createGateway({
    supergraph,
    addresses: new Map(NAMES.map((name) => [name, subgraph.url])),
    keyRings: new Map(NAMES.map((name) => [name, parseKeyRing(ring, 'test')])),
    subgraphTimeout: 1_000,
    responseLimit: 1_000_000,
    concurrency: 10,
    metrics: gatewayMetrics(new Registry()),
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
  apollo = new ApolloServer<GatewayContext>({ gateway: gateway.apollo, stopOnTerminationSignals: false });
  await apollo.start();
});

afterAll(() => Promise.all([apollo.stop(), gateway.close(), subgraph.stop()]));

const warm = (texts: Iterable<string>, ended = new AbortController().signal) =>
  warmPlans({ apollo, schema: gateway.apiSchema(), texts, ended });

describe('registered documents', () => {
  it('are all planned ahead, and no subgraph is asked', async () => {
    const documents = readTrustedDocuments(join(HERE, 'trusted-documents'));

    const { planned, refused } = await warm(documents.texts());

    const operations = [...documents.texts()].filter((text) => text.includes('query '));
    expect([planned, refused]).toEqual([2 * operations.length, []]);
    expect(operations.length).toBeGreaterThan(30);
    expect(subgraph.calls).toEqual([]);
  });

  it('that do not fit the graph are named, commands are not carried out', async () => {
    const { planned, refused } = await warm([
      'query Old { nothing }',
      'mutation Open($input: OpenStationInput!) { openStation(input: $input) { station { id } } }',
    ]);

    expect([planned, refused]).toEqual([2, ['Old', 'query Old { nothing }']]);
    expect(subgraph.calls).toEqual([]);
  });

  it('are left once the server ends', async () => {
    expect(await warm(['{ __typename }'], AbortSignal.abort())).toEqual({ planned: 0, refused: [] });
  });
});
