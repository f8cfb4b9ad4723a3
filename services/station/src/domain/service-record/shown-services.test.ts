import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BENEFICIARY_GROUPS, SERVICE_DOMAINS, SERVICE_METHODS } from '../reference/service-values.ts';
import {
  cellFigures,
  type Counts,
  LEAST_PERSONS,
  SHOWN,
  type ServiceCell,
  shownServices,
} from './shown-services.ts';

const cell = fc.record({
  domain: fc.constantFrom(...SERVICE_DOMAINS),
  method: fc.constantFrom(...SERVICE_METHODS),
  group: fc.option(fc.constantFrom(...BENEFICIARY_GROUPS)),
});
const nameOf = ({ domain, method, group }: ServiceCell) => `${domain}/${method}/${group}`;

/** Cells of one station and month with how many persons each; of small ones two sizes that nobody may tell apart. */
const month = fc.uniqueArray(cell, { selector: nameOf, maxLength: 12 }).chain((cells) =>
  fc.tuple(
    ...cells.map((each) =>
      fc.record({
        cell: fc.constant(each),
        persons: fc.integer({ min: 1, max: 12 }),
        otherwise: fc.integer({ min: 1, max: LEAST_PERSONS - 1 }),
      }),
    ),
  ),
);

type Month = readonly { readonly cell: ServiceCell; readonly persons: number; readonly otherwise: number }[];

const isSmall = ({ cell: { group }, persons }: Month[number]) => group !== null && persons < LEAST_PERSONS;

function figuresOf(entries: Month, personsOf: (entry: Month[number]) => number): Counts {
  return Object.assign(
    {},
    ...entries.map((entry) => {
      const persons = personsOf(entry);
      return cellFigures(entry.cell, { records: persons, persons, minutes: 60 * persons });
    }),
  ) as Counts;
}

describe('STA-12 sums of groups under five persons', () => {
  it('are in no sum that everybody sees: whatever a small cell holds, all public figures are the same', () => {
    fc.assert(
      fc.property(month, (entries) => {
        const shown = shownServices(figuresOf(entries, ({ persons }) => persons));
        const otherwise = shownServices(
          figuresOf(entries, (entry) => (isSmall(entry) ? entry.otherwise : entry.persons)),
        );

        expect(otherwise).toEqual(shown);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leave of each shown group five persons or more, and everything that is for everybody', () => {
    fc.assert(
      fc.property(month, (entries) => {
        const { inPeriod } = shownServices(figuresOf(entries, ({ persons }) => persons));

        for (const group of BENEFICIARY_GROUPS) {
          const persons = inPeriod[`${SHOWN}${group}:persons`];
          if (persons !== undefined) expect(persons).toBeGreaterThanOrEqual(LEAST_PERSONS);
        }
        const expected = entries
          .filter((entry) => !isSmall(entry))
          .reduce((sum, { persons }) => sum + persons, 0);
        expect(inPeriod[`${SHOWN}persons`] ?? 0).toBe(expected);
        expect(inPeriod['withheld'] ?? 0).toBe(entries.filter(isSmall).length);
      }),
    );
  });

  it('are shown from five persons on, and say that something is left out', () => {
    const child = { domain: 'CHILD_CARE', method: 'CASE', group: 'ORPHAN' };
    const of = (persons: number) => shownServices(cellFigures(child, { records: 1, persons, minutes: 60 }));

    expect(of(4)).toEqual({ inPeriod: { withheld: 1 }, ever: { withheld: 1 } });
    expect(of(5).inPeriod).toMatchObject({ 'shown:ORPHAN:persons': 5, 'shown:CHILD_CARE:persons': 5 });
  });
});
