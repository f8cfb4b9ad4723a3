import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { unaskedParts } from './unasked-parts.ts';

const LARGE = { parts: ['rooms', 'documents'], notReadBy: new Set(['__typename', 'id', 'name', 'county']) };

function unasked(selection: string, fragments = ''): readonly string[] {
  const { definitions } = parse(`{ stations { ${selection} } } ${fragments}`);
  const [operation] = definitions as readonly OperationDefinitionNode[];
  const found = definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  return unaskedParts(
    {
      fieldNodes: (operation?.selectionSet.selections ?? []) as never,
      fragments: Object.fromEntries(found.map((each) => [each.name.value, each])),
    },
    LARGE,
  );
}

describe('parts of a list that need not be loaded', () => {
  it.each([
    [
      'names alone',
      '__typename nodes { id name county { name rooms } } totalCount pageInfo { hasNextPage }',
      '',
    ],
    ['names by edges', 'edges { cursor node { id } }', ''],
    ['a count alone', 'totalCount', ''],
    ['fragments of names', 'nodes { ...F ... on Station { id } }', 'fragment F on Station { name }'],
  ])('are all large ones for %s', (_what, selection, fragments) => {
    expect(unasked(selection, fragments)).toEqual(LARGE.parts);
  });

  it.each([
    ['one of them', 'nodes { id rooms { kind } }', ''],
    ['a field of which nothing is known', 'nodes { id warnings { rule } }', ''],
    ['one behind an alias', 'nodes { name: rooms { kind } }', ''],
    ['one by edges beside nodes', 'nodes { id } edges { node { rooms { kind } } }', ''],
    [
      'one in a fragment of a fragment',
      'nodes { ...F }',
      'fragment F on Station { ...G } fragment G on Station { rooms { kind } }',
    ],
    [
      'one in a fragment on the list',
      '...F',
      'fragment F on StationConnection { nodes { ... { rooms { kind } } } }',
    ],
    ['one in a second selection of the same list', 'nodes { id } nodes { rooms { kind } }', ''],
  ])('are none for %s', (_what, selection, fragments) => {
    expect(unasked(selection, fragments)).toEqual([]);
  });
});
