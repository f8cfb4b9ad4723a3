import { publicText } from '@qianshou/kernel';
import type { CalendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aClassInProgress, anOpenClass, aSeat, now, saved } from '../../../test/builders.ts';
import { type Interruption, interruptClass, postponeClass, reviseClass } from './class-changes.ts';
import { seatsWithin } from './class-limits.ts';
import { interrupt } from './enrolment.ts';
import { needLeftBy } from './need-left-by.ts';

const day = (text: string) => text as CalendarDate;
const NOBODY = { seated: 0 };
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('TRA-7 revising a class', () => {
  it('changes what is named and leaves the rest', () => {
    const { state } = reviseClass(
      anOpenClass(),
      { capacity: 5, venue: publicText('演示教室', 'venue') },
      { seated: 2 },
      now,
    );

    expect(state).toMatchObject({ capacity: 5, venue: '演示教室', hours: 20, status: 'OPEN' });
  });

  it.each([
    [{ capacity: 1 }, 'TRAINING_CLASS_CAPACITY_BELOW_SEATED'],
    [{ capacity: 2 }, 'CORRECTED_TO_THE_SAME'],
    [{ capacity: 201 }, 'BAD_USER_INPUT'],
    [{ endsOn: day('2026-03-01') }, 'BAD_USER_INPUT'],
    [{ hours: 0 }, 'BAD_USER_INPUT'],
  ])('refuses %o with %s', (revision, refusal) => {
    expect(() => reviseClass(anOpenClass(), revision, { seated: 2 }, now)).toThrow(code(refusal));
  });

  it('moves the first day only until the class begins', () => {
    expect(() => reviseClass(aClassInProgress(), { startsOn: day('2026-03-11') }, NOBODY, now)).toThrow(
      code('TRAINING_CLASS_NOT_REVISABLE'),
    );
    expect(reviseClass(aClassInProgress(), { endsOn: day('2026-03-20') }, NOBODY, now).state.endsOn).toBe(
      '2026-03-20',
    );
  });

  it('knows seats up to 5,000 online, and 200 in a room', () => {
    expect(seatsWithin('ONLINE', 5_000)).toBe(5_000);
    expect(() => seatsWithin('ONLINE', 5_001)).toThrow(code('BAD_USER_INPUT'));
    expect(() => seatsWithin('HYBRID', 201)).toThrow(code('BAD_USER_INPUT'));
  });
});

describe('postponing a class', () => {
  it('keeps its length, and the day that it had first', () => {
    const once = postponeClass(anOpenClass(), { startsOn: day('2026-04-01'), endsOn: null }, now);
    const twice = postponeClass(once.state, { startsOn: day('2026-05-01'), endsOn: day('2026-05-01') }, now);

    expect(once.state).toMatchObject({ startsOn: '2026-04-01', endsOn: '2026-04-03', status: 'OPEN' });
    expect(twice.state).toMatchObject({ endsOn: '2026-05-01', postponedFrom: '2026-03-10' });
  });

  it.each(['2026-03-10', '2026-03-01', '2026-03-19'])('is refused to %s', (startsOn) => {
    expect(() => postponeClass(anOpenClass(), { startsOn: day(startsOn), endsOn: null }, now)).toThrow(
      code('BAD_USER_INPUT'),
    );
  });

  it('is refused once it has begun', () => {
    expect(() =>
      postponeClass(aClassInProgress(), { startsOn: day('2026-05-01'), endsOn: null }, now),
    ).toThrow(code('TRAINING_CLASS_NOT_POSTPONABLE'));
  });
});

describe('TRA-3 interrupting a class', () => {
  const interruption: Interruption = { reason: publicText('大雪停课', 'reason'), on: null, at: now };

  it('leaves hours on record, nobody failed, and the post in need of its training', () => {
    const place = saved(interrupt({ ...aSeat(1), attendedHours: 8 }, now));

    expect(interruptClass(aClassInProgress(), interruption).state).toMatchObject({
      status: 'INTERRUPTED',
      interruptedOn: '2026-03-20',
    });
    expect(place).toMatchObject({ status: 'INTERRUPTED', attendedHours: 8 });
    expect(needLeftBy(place, now)).toMatchObject({ kind: 'PRE_JOB', since: place.waitingSince });
  });

  it.each([
    [anOpenClass(), null, 'TRAINING_CLASS_NOT_IN_PROGRESS'],
    [aClassInProgress(), day('2026-03-09'), 'BAD_USER_INPUT'],
    [aClassInProgress(), day('2026-03-21'), 'BAD_USER_INPUT'],
  ])('is refused otherwise', (group, on, refusal) => {
    expect(() => interruptClass(group, { ...interruption, on })).toThrow(code(refusal));
  });
});
