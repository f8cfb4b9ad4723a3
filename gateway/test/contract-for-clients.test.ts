import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isObjectType, type GraphQLObjectType } from 'graphql';
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
