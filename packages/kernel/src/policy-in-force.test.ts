import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from './calendar-date.ts';
import { type PolicyDays, policyInForce, standingOn } from './policy-in-force.ts';

const day = (written: string) => written as CalendarDate;
const FIRST = day('2022-01-01');
const aPolicy = (changes: Partial<PolicyDays> = {}): PolicyDays => ({
  validFrom: FIRST,
  validTo: null,
  supersededOn: null,
  withdrawnOn: null,
  ...changes,
});

describe('the policy in force on a day', () => {
  it('rules from its first day to the day before its end', () => {
    const policy = aPolicy({ validTo: day('2023-01-01') });

    const days = ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01'].map(day);

    expect(days.map((on) => policyInForce([policy], on) === policy)).toEqual([false, true, true, false]);
  });

  it('gives way on the first day of its successor, and not before', () => {
    const older = aPolicy({ supersededOn: day('2027-01-01') });
    const newer = aPolicy({ validFrom: day('2027-01-01') });

    expect(policyInForce([newer, older], day('2026-12-31'))).toBe(older);
    expect(policyInForce([newer, older], day('2027-01-01'))).toBe(newer);
  });

  it('never falls back to an older one when the newer ended', () => {
    const older = aPolicy();
    const newer = aPolicy({ validFrom: day('2024-01-01'), validTo: day('2025-01-01') });

    expect(policyInForce([older, newer], day('2025-01-01'))).toBeNull();
  });

  it('leaves out what was withdrawn, so that the one before rules on', () => {
    const older = aPolicy();
    const typo = aPolicy({ validFrom: day('2026-01-01'), withdrawnOn: day('2025-12-01') });

    expect(policyInForce([older, typo], day('2026-06-30'))).toBe(older);
    expect(standingOn(typo, day('2026-06-30'))).toBe('WITHDRAWN');
  });

  it('is the same in whatever order the policies were heard, and rules on that day by its own days', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((offset) => addDays(FIRST, offset));
    const maybe = fc.option(days, { nil: null });
    const policies = fc.uniqueArray(
      fc.record({ validFrom: days, validTo: maybe, supersededOn: maybe, withdrawnOn: maybe }),
      { selector: ({ validFrom }) => validFrom, maxLength: 8 },
    );

    fc.assert(
      fc.property(policies, days, (heard, on) => {
        const found = policyInForce(heard, on);

        expect(policyInForce(heard.toReversed(), on)).toBe(found);
        if (found !== null) expect(standingOn(found, on)).toBe('IN_FORCE');
      }),
      { numRuns: 2_000 },
    );
  });
});
