import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  calendarDate,
  type CalendarDate,
  chinaDay,
  daysBetween,
} from './calendar-date.ts';

const day = (text: string) => text as CalendarDate;
const someDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('calendar dates', () => {
  it.each([
    '2025-02-29',
    '2025-13-01',
    '1899-12-31',
    '2101-01-01',
    '2025-1-1',
    '',
    '2025-01-01T00:00:00Z',
    '9999999',
  ])('refuse %j', (text) => {
    expect(() => calendarDate(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('take the leap day of a leap year', () => {
    expect(calendarDate('2024-02-29')).toBe('2024-02-29');
  });

  it('begin at midnight in China, which is 16:00 UTC of the day before', () => {
    expect(chinaDay(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
    expect(chinaDay(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it('two years after a leap day is the last of February', () => {
    expect(addYears(day('2024-02-29'), 2)).toBe('2026-02-28');
  });

  it('count days there and back', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -3000, max: 3000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('never skip a month when months are added', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthOf(addMonths(from, months)) - monthOf(from)).toBe(months);
      }),
    );
  });
});
