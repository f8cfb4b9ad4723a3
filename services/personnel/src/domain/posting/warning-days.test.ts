import { addDays, type CalendarDate } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aResident, day, TODAY } from '../../../test/builders.ts';
import { broughtNearer, review, type ReviewFacts } from './certificate-review.ts';
import type { Posting, PostingEvent } from './posting.ts';

const uncertified = { certified: false, eligibleFrom: day('2023-06-01') };
const facts: ReviewFacts = { ...uncertified, certificateYears: 2 };

/** The thresholds of which a job tells that runs every day. */
function toldDaily(posting: Posting, from: string, days: number, rule: ReviewFacts): readonly number[] {
  let state = posting;
  return Array.from({ length: days }, (_, at) => {
    const change = review(state, rule, addDays(day(from), at));
    state = change.state;
    return thresholds(change.events);
  }).flat();
}

function thresholds(events: readonly PostingEvent[]): readonly number[] {
  return events.flatMap((event) => ('threshold' in event ? [event.threshold] : []));
}

describe('PER-9 the county’s own days of warning', () => {
  const ruled = (...certificateWarningDays: number[]): ReviewFacts => ({ ...facts, certificateWarningDays });
  /** Warned 160 days before the deadline, which is later than 180. */
  const warnedLate = () => review(aResident('2025-01-20', uncertified), facts, day('2026-08-13')).state;
  const lookedAt = (posting: Posting, on: CalendarDate): Posting => ({ ...posting, reviewFrom: on });

  it('warns on them and on no others, each once', () => {
    const told = toldDaily(aResident('2024-11-25', uncertified), '2026-01-01', 400, ruled(200, 7));

    expect(told).toEqual([200, 7]);
  });

  it('never says again what was said: of other days only those ahead of the last warning count', () => {
    expect(warnedLate()).toMatchObject({ clock: { warnedAt: 180, warnedOn: '2026-08-13' } });
    const due = lookedAt(warnedLate(), day('2026-08-13'));

    const told = toldDaily(due, '2026-08-13', 170, ruled(365, 170, 160, 120, 10));

    expect(told).toEqual([120, 10]);
  });

  it('looks at a running clock as early as they ask, and never later for it', () => {
    const warned = warnedLate();

    expect(warned.reviewFrom).toBe('2026-10-22');
    expect(broughtNearer(warned, ruled(120), day('2026-08-14'))).toBe('2026-09-22');
    expect(broughtNearer(warned, ruled(30), day('2026-08-14'))).toBeNull();
    expect(
      broughtNearer(aResident('2025-01-20', { ...uncertified, certified: true }), ruled(120), TODAY),
    ).toBeNull();
  });

  it('tells no threshold twice, whatever the county decides from day to day', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
    const plan = days.map((each) => each.toSorted((a, b) => b - a));
    fc.assert(
      fc.property(fc.array(fc.tuple(plan, fc.integer({ min: 0, max: 60 })), { maxLength: 12 }), (steps) => {
        let state: Posting = aResident('2025-01-20', uncertified);
        let today = day('2026-01-20');
        const said: { readonly threshold: number; readonly daysLeft: number }[] = [];
        for (const [rule, pause] of steps) {
          today = addDays(today, pause);
          const change = review(lookedAt(state, today), ruled(...rule), today);
          state = change.state;
          said.push(...change.events.flatMap((event) => ('threshold' in event ? [event] : [])));
          if (state.status === 'CERT_OVERDUE') break;
        }
        said.forEach(({ threshold }, at) => {
          const before = said[at - 1];
          if (before !== undefined) expect(threshold).toBeLessThan(before.daysLeft);
        });
      }),
    );
  });
});
