import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { askedOperation } from './asked-operation.ts';
import { measureCost } from './query-cost.ts';

const schema = buildSchema(`
  scalar PageSize
  type Query { county(code: ID!): County, counties(first: PageSize = 20): CountyConnection, near(first: PageSize = 5): [County!]!, lagging: [County!]!, countyRows(first: PageSize = 20): CountyRows!, actionCheck(id: ID!, action: String!): Check }
  type CountyRows { nodes: [County!]! pageInfo: PageInfo! }
  type Check { allowed: Boolean }
  type County { name: String! mayor: Person stations(first: PageSize = 20): StationConnection!, rooms: [Room!]! }
  type Person { name: String! }
  type Room { name: String! }
  type Station { name: String! county: County! }
  type PageInfo { hasNextPage: Boolean! }
  type CountyConnection { nodes: [County!]! edges: [CountyEdge!]! totalCount: Int pageInfo: PageInfo! }
  type CountyEdge { node: County! }
  type StationConnection { nodes: [Station!]! totalCount: Int pageInfo: PageInfo! }
`);
const measured = measureCost(schema);
const measure = (...asked: Parameters<typeof askedOperation>) => measured(askedOperation(...asked));
const workOf = (source: string, variables: Record<string, unknown> = {}): number =>
  measure(parse(source), null, variables).work;

describe('the cost of a query', () => {
  it.each([
    ['a literal', '{ counties(first: 7) { nodes { name } } }', {}, 7],
    ['a page of rows', '{ countyRows(first: 7) { nodes { name } } }', {}, 7],
    ['the default', '{ counties { nodes { name } } }', {}, 20],
    ['null, which is the default', '{ counties(first: null) { nodes { name } } }', {}, 20],
    ['a variable', 'query ($n: PageSize) { counties(first: $n) { nodes { name } } }', { n: 9 }, 9],
    ["a variable's default", 'query ($n: PageSize = 8) { counties(first: $n) { nodes { name } } }', {}, 8],
    [
      'a variable that is not given',
      'query ($n: PageSize) { counties(first: $n) { nodes { name } } }',
      {},
      20,
    ],
    ['a size that is none', '{ counties(first: 1e400) { nodes { name } } }', {}, 100],
    ['a size beyond the largest', '{ counties(first: 1000000) { nodes { name } } }', {}, 100],
    [
      'a default, and not what another operation says',
      'query ($n: PageSize = 8) { counties(first: $n) { nodes { name } } }',
      { m: 3 },
      8,
    ],
    [
      'null instead of a default',
      'query ($n: PageSize = 8) { counties(first: $n) { nodes { name } } }',
      { n: null },
      20,
    ],
    [
      'a name that every object has',
      'query ($constructor: PageSize) { counties(first: $constructor) { nodes { name } } }',
      {},
      20,
    ],
    ['a list without a connection', '{ near { name } }', {}, 5],
  ])('takes the size of a page from %s', (_what, source, variables, work) => {
    expect(workOf(source, variables)).toBe(work);
  });

  it('multiplies the sizes along the path', () => {
    const nested = '{ counties(first: 10) { nodes { stations(first: 30) { nodes { name } } } } }';

    expect(workOf(nested)).toBe(10 + 10 * 30);
  });

  it('counts each alias, edges as nodes, objects in items and counts', () => {
    expect(workOf('{ a: counties { nodes { name } } b: counties { edges { node { name } } } }')).toBe(44);
    expect(workOf('{ counties { nodes { mayor { name } } totalCount } }')).toBe(20 + 4 + 5);
    expect(workOf('{ counties { nodes { rooms { name } } } }')).toBe(20 + 20 * 3 * 0.5);
  });

  it('takes a list without pages that a question begins with for a whole page', () => {
    expect(workOf('{ lagging { stations(first: 10) { nodes { name } } } }')).toBe(100 * (1 + 10));
  });

  it('counts reading the whole schema', () => {
    expect(workOf('{ a: __schema { types { name } } b: __schema { types { name } } }')).toBe(4_000);
  });

  it('counts trying a mutation as work of its own, each time', () => {
    const check = 'actionCheck(id: "1", action: "OPEN") { allowed }';

    expect(workOf(`{ a: ${check} b: ${check} }`)).toBe(201);
  });

  it('multiplies what is asked of each row', () => {
    const rows = '{ countyRows(first: 10) { nodes { stations(first: 30) { nodes { name } } } } }';

    expect(workOf(rows)).toBe(10 + 10 * 30);
  });

  it('is that of the operation that is named', () => {
    const two = parse('query A { near { name } } query B { counties(first: 100) { nodes { name } } }');

    expect([measure(two, 'A', {}).work, measure(two, 'B', {}).work]).toEqual([5, 100]);
  });

  it('is the same through fragments, in pages of whatever size', () => {
    const sizes = fc.integer({ min: 0, max: 100 });

    fc.assert(
      fc.property(sizes, sizes, (one, other) => {
        const page = 'nodes { stations { nodes { county { name } } } }';
        const plain = `{ a: counties(first: ${one}) { ${page} } b: counties(first: ${other}) { ${page} } }`;
        const spread = `{ a: counties(first: ${one}) { ...P } b: counties(first: ${other}) { ... on CountyConnection { ...P } } }
          fragment P on CountyConnection { ${page} }`;
        expect(measure(parse(spread), null, {})).toEqual(measure(parse(plain), null, {}));
      }),
    );
  });

  it('is measured in time linear to the text, however far it expands', () => {
    const doubling = Array.from(
      { length: 1_000 },
      (_, at) => `fragment F${at} on County { mayor { name } ...F${at + 1} ...F${at + 1} }`,
    );
    const document = parse(
      `{ county(code: "1") { ...F0 } } ${doubling.join('\n')} fragment F1000 on County { name }`,
    );
    const started = performance.now();

    const { work, planning } = measure(document, null, {});

    expect(Math.min(work, planning)).toBeGreaterThan(1e200);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('ends for fragments that spread themselves, and for what is not in the schema', () => {
    expect(
      workOf('{ ...A } fragment A on Query { near { name } ...A ...C x { y } ... on Nothing { z } }'),
    ).toBe(5);
  });
});

describe('the published queries', () => {
  const folder = new URL('../../../docs/queries/', import.meta.url);
  const supergraph = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
  const measureReal = measureCost(buildSchema(supergraph, { assumeValid: true }));
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

  it.each(files)('may be asked by everybody: %s', (file) => {
    const document = parse(readFileSync(new URL(file, folder), 'utf8'));

    const { work, planning } = measureReal(askedOperation(document, null, {}));

    expect(work + planning).toBeLessThanOrEqual(5_000);
  });
});
