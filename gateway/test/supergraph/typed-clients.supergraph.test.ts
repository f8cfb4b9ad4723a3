import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ApolloClient, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from './graph.ts';

const GATEWAY = join(import.meta.dirname, '../..');
/** Where what is generated finds the libraries that it imports. */
const FOLDER = join(GATEWAY, 'node_modules/.typed-clients-test');
const SCHEMA = join(GATEWAY, '../packages/client/schema.graphql');
const TSC = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
const CODEGEN = join(GATEWAY, '../node_modules/@graphql-codegen/cli/esm/bin.js');

const PAGE = `query Towns($code: RegionCode!, $after: String) {
  region(code: $code) {
    name
    stations(first: 2, after: $after) { nodes { id status openedOn } pageInfo { hasNextPage endCursor } }
  }
}`;

/** What an application does with an answer: a field that is not there, or another type, stops its build. */
const USES = `
type Answer = ResultOf<typeof PAGE>;
type Station = NonNullable<NonNullable<Answer['region']>['stations']>['nodes'][number];
export const openedOn = (station: Station): string | null | undefined => station.openedOn;
export const isOpen = (station: Station): boolean => station.status === 'OPERATING';
// @ts-expect-error: there is no such status
export const isAsleep = (station: Station): boolean => station.status === 'ASLEEP';
// @ts-expect-error: this was not asked for
export const tier = (station: Station) => station.tier;
`;

const TADA = `
import { initGraphQLTada, type ResultOf } from 'gql.tada';
import type { introspection } from './graphql-env.js';
const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { RegionCode: string; Date: string };
}>();
export const PAGE = graphql(\`${PAGE}\`);
${USES}`;

const PRESET = `
import { graphql } from './preset/gql.js';
import type { ResultOf } from '@graphql-typed-document-node/core';
export const PAGE = graphql(\`${PAGE}\`);
${USES}`;

const write = (name: string, text: string) => writeFileSync(join(FOLDER, name), text);
const run = (script: string, args: readonly string[]) =>
  promisify(execFile)(process.execPath, [script, ...args], { cwd: FOLDER }).catch(({ stdout, stderr }) => {
    throw new Error(`${String(stdout)}${String(stderr)}`);
  });

async function build(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  write(
    'graphql-env.d.ts',
    outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }),
  );
  write('tada.ts', TADA);
  write('app.ts', PRESET);
  write('package.json', JSON.stringify({ type: 'module' }));
  write('codegen.json', JSON.stringify(CODEGEN_CONFIG));
  write('tsconfig.json', JSON.stringify(TSCONFIG));
  await run(CODEGEN, ['--config', 'codegen.json']);
  await run(TSC, ['-p', '.']);
}

const CODEGEN_CONFIG = {
  schema: SCHEMA,
  documents: ['app.ts'],
  generates: {
    'preset/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        defaultScalarType: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.js',
        emitLegacyCommonJSImports: false,
      },
    },
  },
};

const TSCONFIG = {
  compilerOptions: {
    target: 'esnext',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    skipLibCheck: true,
    types: [],
    outDir: 'out',
    rootDir: '.',
  },
  include: ['*.ts', 'preset/*.ts'],
};

interface App {
  readonly PAGE: TypedDocumentNode<any, { readonly code: string; readonly after?: string | null }>;
  readonly isOpen: (station: unknown) => boolean;
}

const app = async (name: string) => (await import(pathToFileURL(join(FOLDER, `out/${name}.js`)).href)) as App;

describe('typed documents', () => {
  beforeAll(build, 60_000);
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it.each([
    ['gql.tada', 'tada'],
    ['the client preset of graphql-codegen', 'app'],
  ])('of %s know the fields and values of an answer, and turn the pages of a county', async (_what, name) => {
    const { PAGE: query, isOpen } = await app(name);
    const client = new ApolloClient({
      link: new HttpLink({ uri: inject('gatewayUrl') }),
      cache: new InMemoryCache(),
    });

    const first = await client.query({ query, variables: { code: '420581' } });
    const { endCursor } = first.data.region.stations.pageInfo;
    const next = await client.query({ query, variables: { code: '420581', after: endCursor } });

    const pages = [first, next].flatMap(({ data }) => data.region.stations.nodes);
    const { data } = await ask('{ region(code: "420581") { stations(first: 4) { nodes { id status } } } }');
    const listed = data.region.stations.nodes as { readonly id: string; readonly status: string }[];
    expect(pages.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
    expect(pages.map(isOpen)).toEqual(listed.map(({ status }) => status === 'OPERATING'));
  });
});
