import { addDays } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../test/builders.ts';
import { mostAtOnce, type Period } from './overlaps.ts';

const FIRST = day('2026-01-01');
const period = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([from, length]): Period => {
    const begun = addDays(FIRST, from);
    return { from: begun, to: length === null ? null : addDays(begun, length) };
  });

describe('PER-3 seats on the days of before', () => {
  it('are counted on each day by itself', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 6 }), period, (periods, window) => {
        const byDay = Array.from({ length: 80 }, (_, at) => addDays(FIRST, at))
          .filter((on) => window.from <= on && (window.to === null || on <= window.to))
          .map((on) => periods.filter(({ from, to }) => from <= on && (to === null || on <= to)).length);

        expect(mostAtOnce(periods, window)).toBe(Math.max(0, ...byDay));
      }),
    );
  });
});
