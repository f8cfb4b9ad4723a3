import { describe, expect, it } from 'vitest';
import { unexplainedChanges } from './schema-changes.ts';

const BEFORE = `
  type Query { station(id: ID!): Station, stations(first: Int): [Station!] }
  type Station { id: ID!, name: String, status: Status }
  enum Status { OPEN CLOSED }
`;
const after = (one: string, other: string): string => BEFORE.replace(one, other);
const pathsOf = async (schema: string, entries = '') =>
  (await unexplainedChanges(BEFORE, schema, entries)).map(({ path }) => path);

describe('a change of the graph', () => {
  it.each([
    ['takes a field away', after('name: String, ', ''), 'Station.name'],
    ['lets a field be null that never was', after('id: ID!,', 'id: ID,'), 'Station.id'],
    ['asks for an argument', after('(first: Int)', '(first: Int!)'), 'Query.stations.first'],
    ['adds a value that clients do not know', after('OPEN CLOSED', 'OPEN CLOSED LOST'), 'Status.LOST'],
    ['renames a type', BEFORE.replaceAll('Status {', 'State {').replace(': Status', ': State'), 'Status'],
  ])('that %s has to be explained', async (_what, schema, path) => {
    expect(await pathsOf(schema)).toContain(path);
    expect(await pathsOf(schema, `| 2026-11-27 | \`${path}\` | said |`)).not.toContain(path);
  });

  it('that only adds is free', async () => {
    expect(await pathsOf(after('name: String,', 'name: String, opened: String,'))).toEqual([]);
    expect(await pathsOf(BEFORE)).toEqual([]);
  });

  it('is explained by a row for its type, and not by one for another', async () => {
    const schema = after('name: String, ', '');

    expect(await pathsOf(schema, '`Station`')).toEqual([]);
    expect(await pathsOf(schema, '`Stations` `Station.names`')).toEqual(['Station.name']);
  });
});
