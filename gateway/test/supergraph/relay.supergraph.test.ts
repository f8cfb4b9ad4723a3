import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
  type ConcreteRequest,
  ConnectionHandler,
  Environment,
  fetchQuery,
  type GraphQLResponse,
  Network,
  RecordSource,
  type RequestParameters,
  Store,
  type Variables,
} from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from './graph.ts';

const GATEWAY = join(import.meta.dirname, '../..');
/** Where its artifacts find the runtime that they import. */
const FOLDER = join(GATEWAY, 'node_modules/.relay-test');
const COMPILER = fileURLToPath(import.meta.resolve('relay-compiler/cli.js'));

const SOURCE = `
import { graphql } from 'relay-runtime';
graphql\`
  query townsQuery($code: RegionCode!, $first: PageSize!) {
    region(code: $code) { id ...towns_region @arguments(first: $first) }
  }
\`;
graphql\`
  fragment towns_region on Region
  @refetchable(queryName: "townsPageQuery")
  @argumentDefinitions(first: { type: "PageSize", defaultValue: 2 }, after: { type: "String" }) {
    name
    stations(first: $first, after: $after) @connection(key: "towns_stations") {
      edges { node { id status } }
    }
  }
\`;
`;

/** A page of the graph in Relay: compiled against the schema that clients are given. */
async function compile(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'src'), { recursive: true });
  mkdirSync(join(FOLDER, 'generated'));
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(FOLDER, 'src/towns.js'), SOURCE);
  writeFileSync(
    join(FOLDER, 'relay.config.json'),
    JSON.stringify({
      src: 'src',
      schema: '../../../packages/client/schema.graphql',
      language: 'javascript',
      artifactDirectory: 'generated',
      // Its default leaves out node_modules, in which this stands.
      excludes: [],
      eagerEsModules: true,
    }),
  );
  await promisify(execFile)(process.execPath, [COMPILER], { cwd: FOLDER });
}

async function artifact(name: string): Promise<ConcreteRequest> {
  const file = pathToFileURL(join(FOLDER, `generated/${name}.graphql.js`)).href;
  const { default: request } = (await import(file)) as { readonly default: ConcreteRequest };
  return request;
}

const environment = new Environment({
  network: Network.create(async ({ text }: RequestParameters, variables: Variables) => {
    const response = await fetch(inject('gatewayUrl'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  }),
  store: new Store(new RecordSource()),
});

const YIDU = 'reg_420581';

/** What the store holds of the list, page after page, under the id of the county. */
function stationsInStore(): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [];
  environment.commitUpdate((store) => {
    const county = store.get(YIDU);
    const list = county && ConnectionHandler.getConnection(county, 'towns_stations');
    for (const edge of list?.getLinkedRecords('edges') ?? [])
      found.push(edge?.getLinkedRecord('node')?.getDataID());
  });
  return found;
}

function cursorInStore(): string {
  let cursor = '';
  environment.commitUpdate((store) => {
    const county = store.get(YIDU);
    const list = county && ConnectionHandler.getConnection(county, 'towns_stations');
    cursor = String(list?.getLinkedRecord('pageInfo')?.getValue('endCursor') ?? '');
  });
  return cursor;
}

describe('Relay', () => {
  beforeAll(compile, 60_000);
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it('compiles a list within a county, and turns its pages by the id of the county', async () => {
    const first = await artifact('townsQuery');
    const next = await artifact('townsPageQuery');

    await fetchQuery(environment, first, { code: '420581', first: 2 }).toPromise();
    expect(stationsInStore()).toHaveLength(2);
    await fetchQuery(environment, next, { id: YIDU, first: 2, after: cursorInStore() }).toPromise();

    const { data } = await ask('{ region(code: "420581") { stations(first: 4) { nodes { id } } } }');
    expect(stationsInStore()).toEqual(data.region.stations.nodes.map(({ id }: { id: string }) => id));
  });
});
