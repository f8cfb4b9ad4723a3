import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELAYS, nextAttempt, retryAfterOf, verdictOn } from './retry-schedule.ts';

const at = new Date('2026-03-10T02:00:00Z');
const secondsTo = (next: Date | null) => (next === null ? null : (next.getTime() - at.getTime()) / 1_000);

describe('the schedule of attempts', () => {
  it('tries ten times within about four days, each a fifth sooner or later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, chance) => {
          const seconds = secondsTo(nextAttempt({ attempts, at, chance, retryAfter: null })) ?? 0;

          const delay = DELAYS[attempts] ?? 0;
          expect(seconds).toBeGreaterThanOrEqual(delay * 0.8 - 0.001);
          expect(seconds).toBeLessThanOrEqual(delay * 1.2 + 0.001);
        },
      ),
    );
    expect(nextAttempt({ attempts: 10, at, chance: 0, retryAfter: null })).toBeNull();
    expect(DELAYS.reduce((sum, each) => sum + each, 0)).toBe(272_105);
  });

  it.each([
    [3_600, 3_600],
    [1, 4],
    [-5, 4],
    [999_999_999, 86_400],
  ])('gives a receiver that asks for %i s %i s', (retryAfter, seconds) => {
    expect(secondsTo(nextAttempt({ attempts: 1, at, chance: 0, retryAfter }))).toBe(seconds);
  });

  it.each([
    ['120', 120],
    ['Tue, 10 Mar 2026 02:01:00 GMT', 60],
    ['Tue, 10 Mar 2020 02:01:00 GMT', 0],
    ['soon', null],
    [undefined, null],
  ])('reads retry-after "%s" as %s', (header, seconds) => {
    expect(retryAfterOf(header, at)).toBe(seconds);
  });

  it.each([
    [200, 'DELIVERED'],
    [204, 'DELIVERED'],
    [299, 'DELIVERED'],
    [301, 'FAILED'],
    [404, 'FAILED'],
    [410, 'GONE'],
    [500, 'FAILED'],
    [null, 'FAILED'],
  ] as const)('takes %s for %s', (status, verdict) => {
    expect(verdictOn(status)).toBe(verdict);
  });
});
