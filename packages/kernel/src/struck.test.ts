import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar-date.ts';
import { requireDifference, struckOut } from './struck.ts';

const day = calendarDate('2026-06-30');
const same = expect.objectContaining({ code: 'CORRECTED_TO_THE_SAME' });

describe('a record that is struck out', () => {
  it('says when and why, and never without a reason', () => {
    expect(struckOut(' 误登 ', day)).toEqual({ on: day, reason: '误登' });
    expect(() => struckOut(' ', day)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});

describe('a correction', () => {
  const fact = { score: 80, links: ['a', 'b'], note: null };

  it.each([{}, { score: 80 }, { links: ['a', 'b'] }, { score: 80, note: null }])(
    'is none: %j',
    (corrected) => {
      expect(() => requireDifference(fact, corrected)).toThrow(same);
    },
  );

  it.each([{ score: 81 }, { score: 80, links: ['b', 'a'] }, { links: [] }])('is one: %j', (corrected) => {
    expect(() => requireDifference(fact, corrected)).not.toThrow();
  });
});
