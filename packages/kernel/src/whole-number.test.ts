import { describe, expect, it } from 'vitest';
import { wholeWithin } from './whole-number.ts';

describe('a number that counts something', () => {
  it.each([1, 7, 10])('is taken: %j', (value) => {
    expect(wholeWithin(value, 'persons', 1, 10)).toBe(value);
  });

  it.each([0, 11, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('is refused by its field: %j', (value) => {
    expect(() => wholeWithin(value, 'persons', 1, 10)).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: { field: 'persons', reason: 'expected a whole number from 1 to 10' },
      }),
    );
  });
});
