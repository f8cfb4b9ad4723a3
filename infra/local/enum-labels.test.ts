import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readBilingual } from './bilingual.ts';
import { labelsOf } from './enum-labels.ts';
import { REPOSITORY } from './places.ts';

const SUPERGRAPH = readFileSync(join(REPOSITORY, 'gateway/supergraph.graphql'), 'utf8');
const graphOf = (description: string) => `type Query { a: Int } enum Grade { "${description}" GOOD }`;

describe('a description in both languages', () => {
  it.each([
    ['Good (良好).', 'Good', '良好'],
    ['Township (street) stations (社工站).', 'Township (street) stations', '社工站'],
    ['Office of the township (乡镇(街道)民政办).', 'Office of the township', '乡镇(街道)民政办'],
    [
      'Counted (once) a (whole) year (计数(一次)(全年)).',
      'Counted (once) a (whole) year',
      '计数(一次)(全年)',
    ],
  ])('%s', (description, en, zh) => {
    expect(readBilingual(description)).toEqual({ en, zh });
  });

  it.each([
    'Good.',
    'Good (fine).',
    'Good (良好)',
    '(良好).',
    'Good 良好).',
    '良好 (良好).',
    '',
    'Good (良好), and more.',
  ])('is not: %j', (description) => {
    expect(readBilingual(description)).toBeNull();
  });
});

describe('the labels of the enums', () => {
  it('end in English where the explanation begins', () => {
    expect(labelsOf(graphOf('Good; nothing to be put right (良好).'))).toEqual([
      { type: 'Grade', value: 'GOOD', zh: '良好', en: 'Good' },
    ]);
  });

  it.each(['Good.', 'goodGrade (良好).', '`goodGrade` (良好).'])(
    'are not made of %j, and the value is named',
    (description) => {
      expect(() => labelsOf(graphOf(description))).toThrow('Grade.GOOD');
    },
  );

  it('are there for every value of every enum of the graph, each with its Chinese term', () => {
    const types = Object.values(buildSchema(SUPERGRAPH, { assumeValidSDL: true }).getTypeMap());
    const enums = types.filter(isEnumType).filter(({ name }) => !/^(join|link)?__/.test(name));
    const values = enums.flatMap((type) => type.getValues().map(({ name }) => `${type.name}.${name}`));

    const labels = labelsOf(SUPERGRAPH);

    expect(labels.map(({ type, value }) => `${type}.${value}`)).toEqual(expect.arrayContaining(values));
    expect(labels).toHaveLength(values.length);
    for (const { zh } of labels) expect(zh).toMatch(/\p{Script=Han}/u);
  });
});
