import type { CalendarDate } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClassInProgress, aSeat, aWaitingPlace, now, saved } from '../../../test/builders.ts';
import { assessmentDay, fail, judge, pass, passes, recordAttendance, requireSeated } from './assessment.ts';
import { certificateId } from '../ids.ts';
import { DEFAULT_PASS_SETTINGS } from '../programme/programme.ts';

const group = aClassInProgress({ hours: 20 });
const day = '2026-03-12' as CalendarDate;
const certificate = {
  id: certificateId('tct_01900000-0000-7000-8000-000000000034'),
  no: 'QS-420581-2026-000001',
  issuedOn: day,
};

const result = (attendedHours: number | null, score: number | null) => ({
  attendedHours,
  score,
  absent: false,
});

describe('TRA-3 passing', () => {
  it.each([
    [16, 60, 'PASSED'],
    [15, 60, 'FAILED'],
    [16, 59, 'FAILED'],
    [20, 100, 'PASSED'],
    [0, 100, 'FAILED'],
  ] as const)('with %i of 20 hours and a score of %i is %s', (hours, score, outcome) => {
    expect(judge(group, aSeat(1), result(hours, score)).outcome).toBe(outcome);
  });

  it('takes the settings of the programme, not fixed ones', () => {
    const lenient = { ...group, passSettings: { attendancePercent: 50, score: 40 } };

    expect(judge(lenient, aSeat(1), result(10, 40)).outcome).toBe('PASSED');
    expect(judge(lenient, aSeat(1), result(9, 40)).outcome).toBe('FAILED');
  });

  it('never gets harder by attending more or scoring higher', () => {
    const whole = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(whole(200), whole(100), whole(50), whole(50), (attendedHours, score, more, higher) => {
        const before = passes(DEFAULT_PASS_SETTINGS, 200, { attendedHours, score });
        const after = passes(DEFAULT_PASS_SETTINGS, 200, {
          attendedHours: attendedHours + more,
          score: score + higher,
        });
        expect(!before || after).toBe(true);
      }),
    );
  });

  it('counts the hours recorded before when the result names none', () => {
    const attended = saved(recordAttendance(group, aSeat(1), 18));

    expect(judge(group, attended, result(null, 70))).toEqual({
      outcome: 'PASSED',
      attendedHours: 18,
      score: 70,
    });
  });

  it.each([
    [result(null, 70), 'attendedHours'],
    [result(18, null), 'score'],
  ])('is not decided on %o', (incomplete, missing) => {
    expect(() => judge(group, aSeat(1), incomplete)).toThrow(
      expect.objectContaining({
        code: 'ENROLMENT_LACKS_RESULT',
        details: expect.objectContaining({ rule: 'TRA-3', missing }),
      }),
    );
  });

  it('is impossible for the absent, who have neither hours nor a score', () => {
    const absent = { attendedHours: null, score: null, absent: true };

    expect(judge(group, aSeat(1), absent)).toEqual({ outcome: 'ABSENT' });
    expect(() => judge(group, aSeat(1), { ...absent, score: 80 })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });

  it.each([-1, 101, 60.5])('takes no score of %d', (score) => {
    expect(() => judge(group, aSeat(1), result(20, score))).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });

  it('is for those with a seat', () => {
    expect(() => requireSeated(aWaitingPlace(1))).toThrow(
      expect.objectContaining({ code: 'ENROLMENT_NOT_SEATED' }),
    );
  });
});

describe('TRA-4 hours are credited with a pass, as attended', () => {
  it('tells the attended hours and the number of the certificate', () => {
    const { state, events } = pass(aSeat(1), { attendedHours: 17, score: 80 }, certificate);

    expect(state).toMatchObject({ status: 'PASSED', attendedHours: 17, score: 80, assessedOn: day });
    expect(events).toEqual([
      { type: 'enrolment.attendanceRecorded', attendedHours: 17 },
      { type: 'enrolment.passed', hours: 17, certificateNo: 'QS-420581-2026-000001', passedOn: day },
    ]);
  });

  it('credits nothing to those who failed or were absent', () => {
    const failed = fail(aSeat(1), { outcome: 'FAILED', attendedHours: 20, score: 30 }, day);
    const absent = fail(aSeat(1), { outcome: 'ABSENT' }, day);

    expect(failed.events.at(-1)).toEqual({ type: 'enrolment.failed', result: 'FAILED' });
    expect(absent.events).toEqual([{ type: 'enrolment.failed', result: 'ABSENT' }]);
  });
});

describe('recording attendance', () => {
  it('is no news when the hours are the same', () => {
    const attended = saved(recordAttendance(group, aSeat(1), 18));

    expect(recordAttendance(group, attended, 18).events).toEqual([]);
  });

  it('refuses more hours than the class has', () => {
    expect(() => recordAttendance(group, aSeat(1), 21)).toThrow(
      expect.objectContaining({ code: 'ENROLMENT_ATTENDANCE_BEYOND_HOURS' }),
    );
  });

  it.each([-1, 1.5])('refuses %d hours', (hours) => {
    expect(() => recordAttendance(group, aSeat(1), hours)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});

describe('the day of the results', () => {
  it('is today unless history is entered', () => {
    expect(assessmentDay(group, null, now)).toBe('2026-03-20');
    expect(assessmentDay(group, day, now)).toBe(day);
  });

  it.each([
    ['2026-03-10', 'TRAINING_CLASS_NOT_OVER'],
    ['2026-03-21', 'BAD_USER_INPUT'],
  ])('is not %s, before the class is over or after today: %s', (asked, code) => {
    expect(() => assessmentDay(group, asked as CalendarDate, now)).toThrow(expect.objectContaining({ code }));
  });
});
