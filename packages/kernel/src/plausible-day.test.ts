import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendar-date.ts';
import { kindOfDay } from './day-kinds.ts';
import { dayOf } from './import-cells.ts';
import { notFarAhead, plausibleDay } from './plausible-day.ts';

const refused = expect.objectContaining({ code: 'BAD_USER_INPUT' });
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(calendarDate('1950-01-01'), days));

describe('days that nobody would write', () => {
  it('are refused of work before this century, and of a history before the registers', () => {
    expect(() => plausibleDay(calendarDate('1999-12-31'), 'heldOn', 'WORK')).toThrow(refused);
    expect(() => plausibleDay(calendarDate('1900-01-01'), 'registeredOn', 'HISTORY')).toThrow(refused);
    expect(plausibleDay(calendarDate('1986-05-01'), 'registeredOn', 'HISTORY')).toBe('1986-05-01');
  });

  it('are refused of a birth before anybody who could be registered, without repeating it', () => {
    expect(kindOfDay('bornOn')).toBe('BIRTH');
    expect(plausibleDay(calendarDate('1900-01-01'), 'bornOn', 'BIRTH')).toBe('1900-01-01');
    const early = () => plausibleDay(calendarDate('1899-12-31'), 'bornOn', 'BIRTH');
    expect(early).toThrow(refused);
    expect(early).not.toThrow(/1899/);
  });

  it('are those of a plan beyond what is in sight, whose field is named', () => {
    for (const field of ['validTo', 'endsOn', 'dueOn', 'rectifyBy', 'completeBy']) {
      const far = () => plausibleDay(calendarDate('2062-01-01'), field, kindOfDay(field));
      expect(far).toThrow(expect.objectContaining({ details: expect.objectContaining({ field }) }));
    }
    expect(() => dayOf('2206-12-31', 'endsOn')).toThrow(refused);
  });

  it('are those so many years ahead, and no others', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 2_000 }), (from, days) => {
        const far = () => notFarAhead(addDays(from, days), 'dueOn', { from, years: 3 });
        if (days <= 1_095) expect(far()).toBe(addDays(from, days));
        if (days > 1_096) expect(far).toThrow(refused);
      }),
    );
  });

  it('are refused in every column of a file', () => {
    expect(() => dayOf('1900-01-01', 'openedOn')).toThrow(refused);
    expect(() => dayOf('1900/1/1', 'servedOn')).toThrow(refused);
    expect(() => dayOf('1985-01-01', 'checkedOn')).toThrow(refused);
    expect(dayOf('2016/5/1', 'registeredOn')).toBe('2016-05-01');
  });
});
