import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isObjectType, parse, validate, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

const SUPERGRAPH = readFileSync(join(import.meta.dirname, '../supergraph.graphql'), 'utf8');
const objects = Object.values(buildSchema(SUPERGRAPH, { assumeValidSDL: true }).getTypeMap()).filter(
  isObjectType,
);
const ending = (suffix: string) => objects.filter(({ name }) => name.endsWith(suffix));
const shapeOf = (type: GraphQLObjectType | undefined) =>
  Object.fromEntries(Object.values(type?.getFields() ?? {}).map((field) => [field.name, String(field.type)]));

describe('a list, for clients that keep pages', () => {
  it('has a page info with all that Relay reads', () => {
    expect(shapeOf(objects.find(({ name }) => name === 'PageInfo'))).toEqual({
      hasNextPage: 'Boolean!',
      hasPreviousPage: 'Boolean!',
      startCursor: 'String',
      endCursor: 'String',
    });
  });

  it.each(ending('Connection'))('$name has nodes, edges and a page info', (connection) => {
    const node = connection.name.replace(/Connection$/, '');

    expect(shapeOf(connection)).toMatchObject({
      nodes: `[${node}!]!`,
      edges: `[${node}Edge!]!`,
      pageInfo: 'PageInfo!',
    });
    expect(shapeOf(ending('Edge').find(({ name }) => name === `${node}Edge`))).toMatchObject({
      node: `${node}!`,
      cursor: 'String!',
    });
  });
});

const CLIENTS = readFileSync(join(import.meta.dirname, '../../docs/clients.md'), 'utf8');
const DOCUMENTED = CLIENTS.split('\n')
  .filter((line) => /^\| `[A-Z]\w+`.* \| (`id`|none) +\|/.test(line.replaceAll(/ +/g, ' ').replace(/ $/, '')))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name));

/** Of the supergraph's own machinery. */
const isOfTheGraph = ({ name }: GraphQLObjectType) => !name.startsWith('join__');
const isNode = (type: GraphQLObjectType) => type.getInterfaces().some(({ name }) => name === 'Node');

/** Types that one service names and another answers for. */
const KEYED = [...SUPERGRAPH.matchAll(/^type (\w+)[^{]*\{/gm)]
  // An answer about an object, which is asked anew each time, is no object: it has no id to be kept by.
  .filter(([declaration]) => declaration.replaceAll('key: "objectId action"', '').includes('key: "'))
  .map(([, name = '']) => name);

describe('an object, for clients that keep objects by their keys', () => {
  const withId = objects.filter(isOfTheGraph).filter((type) => 'id' in type.getFields());

  it.each(withId)('$name is a Node, or its key is documented', (type) => {
    expect(isNode(type)).not.toBe(DOCUMENTED.includes(type.name));
    expect(shapeOf(type)['id']).toBe('ID!');
  });

  it('is a Node wherever it has a key between services', () => {
    expect(KEYED.length).toBeGreaterThan(30);
    expect(objects.filter(({ name }) => KEYED.includes(name)).filter((type) => !isNode(type))).toEqual([]);
  });

  it('has no key that is documented and gone', () => {
    expect(DOCUMENTED.toSorted()).toEqual(
      withId
        .filter((type) => !isNode(type))
        .map(({ name }) => name)
        .toSorted(),
    );
  });
});

/** Told by the history of what they are a part of, a station and a worker; regions are a file of the state's. */
const WITHOUT_HISTORY = ['AcceptanceCheck', 'Qualification', 'Region'];

describe('history', () => {
  it.each(objects.filter(isNode).filter(({ name }) => !WITHOUT_HISTORY.includes(name)))(
    'of a $name is a list of what was done to it',
    (type) => {
      expect(shapeOf(type)['history']).toBe('AuditEntryConnection');
    },
  );
});

const CLIENT_SCHEMA = buildSchema(
  readFileSync(join(import.meta.dirname, '../../packages/client/schema.graphql'), 'utf8'),
);

describe('the page that frontend teams begin with', () => {
  const html = readFileSync(join(import.meta.dirname, '../../docs/frontends/README.md'), 'utf8');
  const page = /```html\n(.*?)```/s.exec(html)?.[1] ?? '';

  it('asks what the graph answers, in at most 60 lines', () => {
    const query = /const query = `(.*?)`/s.exec(page)?.[1] ?? '';

    expect(validate(CLIENT_SCHEMA, parse(query))).toEqual([]);
    expect(page.split('\n').length).toBeLessThanOrEqual(60);
  });
});
