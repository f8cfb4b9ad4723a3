import { fen } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, percentOf } from './allocate.ts';
import { capFen, isWithin } from '../money/cap.ts';

const RUNS = { numRuns: 10_000 };
const LONG = 60_000;

const anAmount = fc.bigInt({ min: 0n, max: 9_000_000_000_000_000n }).map(fen);

describe('FUN-12 splitting an amount', () => {
  it('splits 50/30/20 exactly, the odd fen going to the largest remainder', () => {
    expect(allocate(fen(100n), [500n, 300n, 200n])).toEqual([50n, 30n, 20n]);
    expect(allocate(fen(101n), [500n, 300n, 200n])).toEqual([51n, 30n, 20n]);
    expect(allocate(fen(3n), [500n, 300n, 200n])).toEqual([1n, 1n, 1n]);
  });

  it(
    'gives parts that sum to the whole, each within one fen of its exact share',
    () => {
      const weights = fc.array(fc.bigInt({ min: 0n, max: 1_000n }), { minLength: 1, maxLength: 6 });
      const sound = weights.filter((each) => each.some((weight) => weight > 0n));
      fc.assert(
        fc.property(anAmount, sound, (whole, each) => {
          const parts = allocate(whole, each);

          const total = each.reduce((sum, weight) => sum + weight, 0n);
          return (
            parts.reduce<bigint>((sum, part) => sum + part, 0n) === whole &&
            each.every((weight, at) => {
              const off = (parts[at] ?? -1n) * total - whole * weight;
              return off < total && off > -total;
            })
          );
        }),
        RUNS,
      );
    },
    LONG,
  );

  it('is not possible without weights, by zeros alone or by a negative one', () => {
    for (const weights of [[], [0n, 0n], [2n, -1n]]) {
      expect(() => allocate(fen(10n), weights)).toThrow(RangeError);
    }
  });
});

describe('FUN-1 the cap', () => {
  it('rounds down: a fraction of a fen is never the spender’s', () => {
    expect(percentOf(fen(199n), 3)).toBe(5n);
    expect(isWithin({ baseFen: fen(199n), percent: 3 }, fen(5n))).toBe(true);
    expect(isWithin({ baseFen: fen(199n), percent: 3 }, fen(6n))).toBe(false);
  });

  it(
    'lets a share through exactly when it is not above the cap in whole fen',
    () => {
      fc.assert(
        fc.property(
          anAmount,
          fc.integer({ min: 0, max: 100 }),
          fc.bigInt(-2n, 2n),
          (baseFen, percent, off) => {
            const cap = { baseFen, percent };
            const share = fen(capFen(cap) + off);

            return isWithin(cap, share) === off <= 0n;
          },
        ),
        RUNS,
      );
    },
    LONG,
  );
});
