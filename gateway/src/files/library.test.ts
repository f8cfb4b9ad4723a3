import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns.ts';
import { savedQuery, shippedQueries } from './library.ts';
import { readParameters } from './parameters.ts';
import { queriedOf } from './queried.ts';
import { walkOf } from './walk.ts';

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../../packages/client/schema.graphql'), 'utf8'),
);
const library = [...shippedQueries().values()];

describe('every published question that comes with the product', () => {
  it('there are 25 and more, in both languages', () => {
    expect(library.length).toBeGreaterThanOrEqual(25);
    for (const { titles } of library) {
      expect(titles.en).toMatch(/^[A-Z]/);
      expect(titles.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it.each(library)('$slug is one that the graph takes, read to its end, each column named', ({ query }) => {
    const { queried, walk } = walked(query);
    const { list } = walk;
    const columns = columnsOf(queried, { selections: list.selections, type: list.item, list });

    for (const text of [query, walk.query, walk.firstQuery])
      expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
    expect(walk.query).toContain('first: 5000');
    expect(columns.length).toBeGreaterThan(1);
    for (const { heading } of columns) expect(heading).toMatch(/[\u4e00-\u9fff]/);
  });
});

function walked(query: string) {
  const queried = queriedOf(schema, query, null, {});
  const walk = queried && walkOf(queried);
  if (queried === null || walk === null) throw new Error('no list');
  return { queried, walk };
}

describe('parameters of a link', () => {
  const saved = savedQuery({
    slug: 's',
    titles: { en: 's', zh: 's' },
    query: `query ($region: RegionCode!, $day: Date, $n: Int = 5, $kinds: [String!], $only: Boolean, $unit: InsightMeasureKind) { x }`,
  });
  const read = (given: object) => readParameters(schema, saved, { region: '420581', ...given });

  it('are read by their types; a region also by the name of its level', () => {
    expect(read({ day: '2026-06-30', n: '7', kinds: 'a,b', only: 'true', unit: 'SUM' })).toEqual({
      is: 'READ',
      variables: {
        region: '420581',
        day: '2026-06-30',
        n: 7,
        kinds: ['a', 'b'],
        only: true,
        unit: 'SUM',
      },
    });
    expect(readParameters(schema, saved, { county: '420581' })).toMatchObject({
      variables: { region: '420581' },
    });
  });

  it.each([
    ['a day that is none', { day: '2026-02-30' }, 'day'],
    ['a number that is none', { n: 'seven' }, 'n'],
    ['a fraction for a whole number', { n: '1.5' }, 'n'],
    ['a code that is none', { region: '42' }, 'region'],
    ['a word that is no value', { unit: 'sum' }, 'unit'],
    ['neither yes nor no', { only: 'yes' }, 'only'],
    ['what the query does not ask for', { colour: 'red' }, 'colour'],
    ['the same twice', { n: ['1', '2'] }, 'n'],
    ['a region by two names', { county: '420581' }, 'region'],
    ['a name of the prototype', { constructor: '1' }, 'constructor'],
  ])('are refused for %s, by name', (_what, given, parameter) => {
    expect(read(given)).toMatchObject({ is: 'WRONG', parameter });
  });

  it('are refused where one is missing', () => {
    expect(readParameters(schema, saved, {})).toMatchObject({ is: 'WRONG', parameter: 'region' });
  });
});
