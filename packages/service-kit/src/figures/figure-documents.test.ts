import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, storedFigure } from './figure-documents.ts';

const LARGEST_AMOUNT = 1_000_000_000_000_000n;

describe('a sum of fen in the database', () => {
  it('is read as it was written, also beyond what 64 bits hold', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: LARGEST_AMOUNT }), { maxLength: 20 });
    // As many budgets as it takes: 10,000 at the bound of one amount are more than 2^63.
    const times = fc.bigInt({ min: 1n, max: 1_000_000n });
    fc.assert(
      fc.property(amounts, times, (each, often) => {
        const sum = each.reduce((total, amount) => total + amount, 0n) * often;
        expect(figuresOf({ plannedFen: storedFigure(sum) })).toEqual({ plannedFen: sum });
        expect(figuresOf({ plannedFen: storedFigure(-sum) })).toEqual({ plannedFen: -sum });
      }),
    );
  });

  it('of two budgets of 2^63 - 1 is no small number', () => {
    const twice = 2n * (2n ** 63n - 1n);
    expect(figuresOf({ plannedFen: storedFigure(twice) })).toEqual({ plannedFen: twice });
  });
});
