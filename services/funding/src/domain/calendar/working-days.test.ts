import { addDays, calendarDate, yearOf } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLIDAY_NOTICES } from './holiday-notices.ts';
import { addWorkingDays, isWorkingDay, noticeOf } from './working-days.ts';

const day = calendarDate;

describe('FUN-6 working days', () => {
  it.each([
    ['a Monday', '2026-11-23', true],
    ['a Saturday', '2026-11-28', false],
    ['a holiday on a Thursday', '2026-10-01', false],
    ['a Saturday on which people make up for a holiday', '2026-02-14', true],
    ['a Sunday on which they do', '2026-09-20', true],
    ['the Monday at the end of the Spring Festival', '2026-02-23', false],
    ['a working day of a year without a notice', '2031-01-01', true],
  ])('%s', (_name, written, works) => {
    expect(isWorkingDay(day(written))).toBe(works);
  });

  it.each([
    ['the day itself does not count', '2026-11-23', 2, '2026-11-25'],
    ['a weekend does not count', '2026-11-26', 2, '2026-11-30'],
    ['the long holiday does not count, the made-up Saturday after it does', '2026-09-30', 3, '2026-10-10'],
    ['seven over the Spring Festival', '2026-02-13', 7, '2026-03-02'],
  ])('%s', (_name, from, count, expected) => {
    expect(addWorkingDays(day(from), count)).toEqual({ day: expected, assumedYears: [] });
  });

  it('says which years on the way it does not know', () => {
    expect(addWorkingDays(day('2026-12-30'), 2)).toEqual({ day: '2027-01-01', assumedYears: [2027] });
    expect(noticeOf(2027)).toBeNull();
  });

  it('counts exactly as many working days as it was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_300 }), fc.integer({ min: 1, max: 20 }), (offset, count) => {
        const from = addDays(day('2023-01-01'), offset);
        const { day: last } = addWorkingDays(from, count);
        let counted = 0;
        for (let each = from; each < last; each = addDays(each, 1)) {
          if (isWorkingDay(addDays(each, 1))) counted += 1;
        }
        return counted === count && isWorkingDay(last);
      }),
    );
  });
});

describe('the notices of the State Council', () => {
  it.each(HOLIDAY_NOTICES)('$year lies in its year, by its number, each day once', (notice) => {
    const days = [...notice.holidays, ...notice.makeUpDays];
    expect(new Set(days).size).toBe(days.length);
    expect(days.every((each) => yearOf(each) === notice.year)).toBe(true);
    expect(notice.documentNo).toContain(`${yearOf(notice.issuedOn)}`);
  });

  it.each(HOLIDAY_NOTICES)('of $year make up on weekends alone', ({ makeUpDays }) => {
    const weekdays = makeUpDays.map((each) => new Date(`${each}T00:00:00Z`).getUTCDay());
    expect(weekdays.filter((weekday) => weekday !== 0 && weekday !== 6)).toEqual([]);
  });
});
