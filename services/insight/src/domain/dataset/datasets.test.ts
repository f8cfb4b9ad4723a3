import { describe, expect, it } from 'vitest';
import type { LookUp, Tally } from './dataset.ts';
import { DATASETS, datasetOf } from './datasets.ts';

const fields = DATASETS.flatMap((dataset) =>
  Object.entries(dataset.fields).map(([name, field]) => ({ dataset, name, field })),
);

describe('every dataset', () => {
  it('lies somewhere, so that a caller’s regions can be held against it', () => {
    for (const { fields: own, place } of DATASETS) {
      expect(own[place]?.kind).toBe('REGION');
      expect(own[place]?.made).toBeUndefined();
    }
  });

  it.each(fields.filter(({ field: { made } }) => made?.is === 'LOOK_UP'))(
    '$dataset.name.$name is looked up by a field that is told, and is what it was there',
    ({ dataset, field }) => {
      const { by, from, take } = field.made as LookUp;
      const taken = datasetOf(from).fields[take];

      expect(dataset.fields[by]).toMatchObject({ kind: 'ID' });
      expect([taken?.kind, taken?.made, taken?.personal]).toEqual([field.kind, undefined, field.personal]);
    },
  );

  it.each(fields.filter(({ field: { made } }) => made?.is === 'TALLY'))(
    '$dataset.name.$name counts by fields that are there',
    ({ field }) => {
      const { of, by, where } = field.made as Tally;

      for (const each of [by, ...Object.keys(where)]) expect(datasetOf(of).fields[each]).toBeDefined();
    },
  );
});
