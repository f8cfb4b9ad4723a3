import { publicText } from '@qianshou/kernel';
import type { EventTypeOf, KnownEvent } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { aResident, aTrainee, day, saved, TODAY, YIDU } from '../../test/builders.ts';
import { meetRequirement, review, type ReviewFacts } from '../domain/posting/certificate-review.ts';
import type { Posting, PostingEvent } from '../domain/posting/posting.ts';
import { end, startTrained } from '../domain/posting/posting-duty.ts';
import { foldPersonnelEvent } from './figures.ts';
import { publishPostingEvent } from './publications.ts';

const facts: ReviewFacts = { certified: false, eligibleFrom: day('2023-06-01'), certificateYears: 2 };

interface Step {
  readonly state: Posting;
  readonly events: readonly PostingEvent[];
}

/** What a whole history comes to. */
function sumOf(steps: readonly Step[]) {
  const sums: Record<string, number> = {};
  for (const { regionCode, figures } of steps.flatMap(deltasOf)) {
    expect(regionCode).toBe(YIDU);
    for (const [name, count] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + Number(count);
  }
  return sums;
}

/** By way of what is published, as the projection reads it. */
function deltasOf({ state, events }: Step) {
  return events.flatMap((event) => {
    const { type, data } = publishPostingEvent(event, state);
    return foldPersonnelEvent({ type, data } as unknown as KnownEvent<EventTypeOf<'personnel'>>);
  });
}

const training = { certificateNo: 'QS-1', passedOn: day('2025-01-20') };
const trainee = { ...aTrainee(), startsOn: day('2025-01-20') };
const started = startTrained(trainee, training, facts);
const warned = review(saved(started), facts, TODAY);
const overdue = review(warned.state, facts, day('2027-02-01'));
const met = meetRequirement(overdue.state);
const left = end(met.state, { endedOn: TODAY, reason: publicText('x', 'reason') }, TODAY);

describe('the figures of a resident', () => {
  it('count the uncertified on duty', () => {
    expect(sumOf([started])).toEqual({ postingsOnDuty: 1, residents: 1 });
  });

  it('move from near to overdue to certified, each in one place at a time', () => {
    const onDuty = { postingsOnDuty: 1, residents: 1 };

    expect(sumOf([started, warned])).toEqual({ ...onDuty, deadlinesNear: 1 });
    expect(sumOf([started, warned, overdue])).toEqual({ ...onDuty, deadlinesNear: 0, deadlinesOverdue: 1 });
    expect(sumOf([started, warned, overdue, met])).toMatchObject({
      ...onDuty,
      deadlinesOverdue: 0,
      certifiedResidents: 1,
    });
  });

  it('come to nothing with the end, however it stood', () => {
    const zero = (sums: Record<string, number>) => Object.values(sums).every((sum) => sum === 0);
    const leaving = { endedOn: TODAY, reason: publicText('x', 'reason') };

    expect(zero(sumOf([started, warned, overdue, met, left]))).toBe(true);
    expect(zero(sumOf([started, warned, end(warned.state, leaving, TODAY)]))).toBe(true);
    expect(sumOf([end(trainee, leaving, TODAY)])).toEqual({});
  });

  it('count a certified resident as such from the first day', () => {
    const certified = aResident('2025-01-20', { ...facts, certified: true });
    const ended = end(certified, { endedOn: TODAY, reason: publicText('x', 'reason') }, TODAY);

    expect(sumOf([ended])).toEqual({ postingsOnDuty: -1, residents: -1, certifiedResidents: -1 });
  });
});
