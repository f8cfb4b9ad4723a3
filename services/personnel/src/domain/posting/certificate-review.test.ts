import { addDays, addYears, type CalendarDate, laterOf, publicText } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aResident, day, TODAY } from '../../../test/builders.ts';
import { carriedClock, nextReview, startClock } from '../qualification/certificate-clock.ts';
import { meetRequirement, remeasure, review, type ReviewFacts } from './certificate-review.ts';
import type { Posting, PostingEvent } from './posting.ts';
import { end } from './posting-duty.ts';

const uncertified = { certified: false, eligibleFrom: day('2023-06-01') };
const years = (certificateYears: number | null) => ({ certificateYears });
const facts: ReviewFacts = { ...uncertified, certificateYears: 2 };

function types(events: readonly PostingEvent[]): readonly string[] {
  return events.map(({ type }) => type);
}

/** What a job that runs every day does to a posting. */
function sweepDaily(posting: Posting, from: string, days: number, using = facts) {
  let state = posting;
  const events: PostingEvent[] = [];
  for (let at = 0; at <= days; at += 1) {
    const change = review(state, using, addDays(day(from), at));
    state = change.state;
    events.push(...change.events);
  }
  return { state, events };
}

const daysFrom2024 = fc.integer({ min: 0, max: 600 }).map((days) => addDays(day('2024-01-01'), days));
const pauses = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 40 });

/** What a job does that is sometimes stopped for days. */
function sweepNowAndThen(startedOn: CalendarDate, eligibleFrom: CalendarDate, between: readonly number[]) {
  let state: Posting = aResident(startedOn, { certified: false, eligibleFrom });
  let today = startedOn;
  const events: PostingEvent[] = [];
  for (const pause of between) {
    today = addDays(today, pause);
    const change = review(state, { ...facts, eligibleFrom }, today);
    state = change.state;
    events.push(...change.events);
  }
  return { state, events, today };
}

describe('PER-9 the gap between two posts', () => {
  it('is as long as the county’s policy says, 180 days where it says nothing', () => {
    const clock = startClock(day('2024-01-01'), day('2023-06-01'), 2);
    const held = [{ clock, endedOn: day('2026-01-01') }];
    const carried = (startedOn: string, longest?: number) => carriedClock(held, day(startedOn), longest);

    expect([carried('2026-06-30'), carried('2026-07-01')]).toEqual([clock, null]);
    expect([carried('2026-01-31', 30), carried('2026-02-01', 30)]).toEqual([clock, null]);
    expect(carried('2026-12-31', 365)).toEqual(clock);
  });
});

describe('PER-8 a change of the county’s policy', () => {
  const warned = () => review(aResident('2025-01-20', uncertified), facts, TODAY).state;

  it('moves a running clock from the day on which it began, and takes back a warning that came too early', () => {
    const { state, events } = remeasure(warned(), years(4), TODAY);

    expect(state).toMatchObject({
      status: 'ON_DUTY',
      clock: { startedOn: '2025-01-20', deadline: '2029-01-20', warnedAt: null },
    });
    expect(events).toMatchObject([
      { type: 'certificate.clock-moved', deadline: '2029-01-20', standingBefore: 'DEADLINE_NEAR' },
    ]);
    expect(remeasure(state, years(4), TODAY).events).toEqual([]);
  });

  it('says at once that a deadline is near, or passed', () => {
    const moved = remeasure(warned(), years(1), TODAY);

    expect(types(moved.events)).toEqual(['certificate.clock-moved', 'certificate.overdue']);
    expect(moved.state).toMatchObject({ status: 'CERT_OVERDUE', clock: { deadline: '2026-01-20' } });
    expect(remeasure(moved.state, years(2), TODAY).state).toMatchObject({ status: 'CERT_WARNING' });
  });

  it('stops the clock where no policy asks for a certificate, and starts it where one does again', () => {
    const stopped = remeasure(warned(), years(null), TODAY);

    expect(stopped.state).toMatchObject({ status: 'ON_DUTY', certificate: 'WAITING', clock: null });
    expect(stopped.events).toMatchObject([{ type: 'certificate.clock-moved', deadline: null }]);
    expect(review(stopped.state, facts, TODAY).state).toMatchObject({ clock: { deadline: '2027-01-20' } });
  });

  it('comes to the same by whatever policies, in whatever order', () => {
    const anyYears = fc.option(fc.integer({ min: 1, max: 10 }), { freq: 5 });
    fc.assert(
      fc.property(fc.array(anyYears, { maxLength: 6 }), (policies) => {
        const followed = policies.reduce<Posting>(
          (posting, rule) =>
            review(remeasure(posting, years(rule), TODAY).state, { ...facts, certificateYears: rule }, TODAY)
              .state,
          warned(),
        );

        const last = remeasure(followed, years(2), TODAY).state;
        expect(review(last, facts, TODAY).state).toEqual(warned());
      }),
    );
  });
});

describe('PER-9 the clock', () => {
  it('starts with duty for someone who is eligible already', () => {
    expect(startClock(day('2025-01-20'), day('2023-06-01'), 2)).toEqual({
      startedOn: '2025-01-20',
      deadline: '2027-01-20',
      warnedAt: null,
    });
  });

  it('starts with eligibility for someone who becomes eligible on duty', () => {
    expect(startClock(day('2025-01-20'), day('2025-07-01'), 2).deadline).toBe('2027-07-01');
  });

  it('does not run for a person who is not eligible yet', () => {
    const posting = aResident('2026-01-20', { certified: false, eligibleFrom: day('2027-05-01') });

    expect(posting).toMatchObject({ certificate: 'WAITING', reviewFrom: '2027-05-01', clock: null });
    expect(review(posting, { ...facts, eligibleFrom: day('2027-05-01') }, TODAY).events).toEqual([]);
  });

  it('does not run in a county without the rule', () => {
    const posting = aResident('2025-01-20', uncertified);

    expect(review(posting, { ...facts, certificateYears: null }, TODAY).events).toEqual([]);
  });

  it('starts and warns at once for a posting of 22 months ago, with the tightest warning alone', () => {
    const { state, events } = review(aResident('2025-01-20', uncertified), facts, TODAY);

    expect(events).toMatchObject([
      { type: 'certificate.clock-started', startedOn: '2025-01-20', deadline: '2027-01-20' },
      { type: 'certificate.deadline-near', daysLeft: 61, threshold: 90, standingBefore: 'UNCERTIFIED' },
    ]);
    expect(state).toMatchObject({
      status: 'CERT_WARNING',
      clock: { warnedAt: 90 },
      reviewFrom: '2026-12-21',
    });
  });

  it('warns at 180, 90 and 30 days, each once, and marks the posting the day after the deadline', () => {
    const { state, events } = sweepDaily(aResident('2024-11-25', uncertified), '2026-05-01', 300);

    expect(types(events)).toEqual([
      'certificate.clock-started',
      'certificate.deadline-near',
      'certificate.deadline-near',
      'certificate.deadline-near',
      'certificate.overdue',
    ]);
    expect(events.map((event) => ('daysLeft' in event ? event.daysLeft : null))).toEqual([
      null,
      180,
      90,
      30,
      null,
    ]);
    expect(state.status).toBe('CERT_OVERDUE');
  });

  it('warns once when the sign-up of the last exam that can be in time opens', () => {
    const posting = aResident('2025-10-01', uncertified);
    const { state, events } = sweepDaily(posting, '2026-12-01', 200);

    expect(events.filter(({ type }) => type !== 'certificate.deadline-near')).toMatchObject([
      { type: 'certificate.clock-started', deadline: '2027-10-01' },
      {
        type: 'certificate.last-exam-near',
        examYear: 2027,
        signUpFrom: '2027-03-10',
        standingBefore: 'UNCERTIFIED',
      },
    ]);
    expect(state).toMatchObject({ status: 'CERT_WARNING', clock: { examWarned: 2027 } });
    expect(review(posting, facts, day('2026-12-01')).state.reviewFrom).toBe('2027-03-10');
    expect(sweepDaily(state, '2027-03-10', 10).events).toEqual([]);
  });

  it('keeps to the deadline and to one warning of a kind whatever the days on which it is run', () => {
    fc.assert(
      fc.property(daysFrom2024, daysFrom2024, pauses, (startedOn, eligibleFrom, between) => {
        const deadline = addYears(laterOf(startedOn, eligibleFrom), 2);
        const { state, events, today } = sweepNowAndThen(startedOn, eligibleFrom, between);

        const warned = events.flatMap((event) => ('threshold' in event ? [event.threshold] : []));
        expect(warned).toEqual([...new Set(warned)].toSorted((a, b) => b - a));
        expect(events.every((event) => !('deadline' in event) || event.deadline === deadline)).toBe(true);
        expect(state.status === 'CERT_OVERDUE').toBe(today > deadline);
        expect(state.clock === null || state.reviewFrom === null || state.reviewFrom > today).toBe(true);
      }),
    );
  });

  it('looks again on the day of the next warning, and after the last one on the day after the deadline', () => {
    const clock = startClock(day('2025-01-20'), day('2023-06-01'), 2);

    expect(nextReview(clock, {})).toBe('2026-07-24');
    expect(nextReview({ ...clock, warnedAt: 30 }, {})).toBe('2027-01-21');
  });
});

describe('PER-8 the certificate within two years', () => {
  it('asks nothing of a resident who is certified at the start', () => {
    expect(aResident('2025-01-20', { ...uncertified, certified: true })).toMatchObject({
      certificate: 'HELD',
      reviewFrom: null,
    });
  });

  it('is met for good by a certificate obtained later, even after the deadline', () => {
    const overdue = sweepDaily(aResident('2023-01-20', uncertified), '2026-01-01', 1).state;

    const met = meetRequirement(overdue);

    expect(overdue.status).toBe('CERT_OVERDUE');
    expect(met.events).toMatchObject([{ type: 'certificate.requirement-met', standingBefore: 'OVERDUE' }]);
    expect(met.state).toMatchObject({
      status: 'ON_DUTY',
      certificate: 'HELD',
      clock: null,
      reviewFrom: null,
    });
    expect(sweepDaily(met.state, '2026-01-03', 400).events).toEqual([]);
  });

  it('is found met by the review as well, when the certificate was recorded unseen', () => {
    const posting = aResident('2025-01-20', uncertified);

    expect(types(review(posting, { ...facts, certified: true }, TODAY).events)).toEqual([
      'certificate.requirement-met',
    ]);
  });

  it('has no hold on a posting that is over', () => {
    const left = end(
      aResident('2025-01-20', uncertified),
      { endedOn: TODAY, reason: publicText('moved', 'reason') },
      TODAY,
    ).state;

    expect(review(left, facts, TODAY).events).toEqual([]);
    expect(meetRequirement(left).events).toEqual([]);
  });
});

describe('PER-10 in principle', () => {
  it('never ends a posting for a missed deadline', () => {
    const { state, events } = sweepDaily(aResident('2023-01-20', uncertified), '2023-02-01', 1300);

    expect(types(events)).not.toContain('posting.ended');
    expect(state).toMatchObject({ status: 'CERT_OVERDUE', endedOn: null });
  });
});
