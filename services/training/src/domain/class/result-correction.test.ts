import { type CalendarDate, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aClassInProgress, aSeat, now, saved } from '../../../test/builders.ts';
import { certificateId, sessionId } from '../ids.ts';
import { holdSession } from '../session/training-session.ts';
import { fail, judge, pass } from './assessment.ts';
import {
  correctResult,
  requireMakeUp,
  requireResult,
  strikeResult,
  takeMakeUp,
} from './result-correction.ts';
import { attendSession, correctAttendance, follow, forgetSession } from './session-attendance.ts';

const day = (text: string) => text as CalendarDate;
const code = (expected: string) => expect.objectContaining({ code: expected });
const group = aClassInProgress();
const grounds = { reason: publicText('抄录有误', 'reason'), evidence: null };
const certificate = {
  id: certificateId('tct_01900000-0000-7000-8000-000000000034'),
  no: 'QS-420581-2026-000001',
  issuedOn: day('2026-03-12'),
};
const passed = saved(pass(aSeat(1), { attendedHours: 20, score: 80 }, certificate));
const failed = saved(fail(aSeat(2), { outcome: 'FAILED', attendedHours: 18, score: 40 }, day('2026-03-12')));

describe('TRA-3 a result is put right', () => {
  it('keeps what stood before, and tells what it was', () => {
    const verdict = judge(group, failed, { attendedHours: 18, score: 70, absent: false });
    const correction = {
      ...grounds,
      verdict,
      assessedOn: day('2026-03-12'),
      today: day('2026-03-20'),
      certificate,
    };
    const { state, events } = correctResult(failed, correction);

    expect(state).toMatchObject({ status: 'PASSED', score: 70, certificateId: certificate.id });
    expect(state.resultCorrections).toMatchObject([{ result: 'FAILED', score: 40, reason: '抄录有误' }]);
    expect(events.map(({ type }) => type)).toEqual(['enrolment.resultCorrected', 'enrolment.passed']);
  });

  it('is struck out and awaits another one, with nothing of it left in the seat', () => {
    const { state, events } = strikeResult(passed, grounds, day('2026-03-20'));

    expect(state).toMatchObject({ status: 'SEATED', score: null, attendedHours: 20 });
    expect(state).not.toHaveProperty('certificateId');
    expect(state).not.toHaveProperty('assessedOn');
    expect(state.struckResults).toMatchObject([{ result: 'PASSED', score: 80, assessedOn: '2026-03-12' }]);
    expect(events).toEqual([{ type: 'enrolment.resultStruck', before: 'PASSED' }]);
  });

  it('is settled once its certificate was cancelled, and must be there', () => {
    expect(() => requireResult(passed, false)).toThrow(code('ENROLMENT_CERTIFICATE_CANCELLED'));
    expect(() => requireResult(aSeat(1), false)).toThrow(code('ENROLMENT_WITHOUT_RESULT'));
  });
});

describe('TRA-3 a make-up', () => {
  const facts = { heldOn: day('2026-03-20'), at: now };

  it('is taken once, with a pass or not', () => {
    const missed = saved(
      takeMakeUp(requireMakeUp(failed, group, facts), { ...facts, score: 50, certificate: null }),
    );

    expect(missed).toMatchObject({ status: 'FAILED', score: 40, makeUp: { score: 50, scoreBefore: 40 } });
    expect(() => requireMakeUp(missed, group, facts)).toThrow(code('ENROLMENT_MAKE_UP_TAKEN'));
    expect(takeMakeUp(failed, { ...facts, score: 60, certificate }).state).toMatchObject({
      status: 'PASSED',
      assessedOn: '2026-03-20',
    });
  });

  it.each([
    ['a pass', passed, 'ENROLMENT_MAKE_UP_NOT_POSSIBLE', '2026-03-20'],
    [
      'too little attendance',
      { ...failed, attendedHours: 15 },
      'ENROLMENT_MAKE_UP_NOT_POSSIBLE',
      '2026-03-20',
    ],
    ['a day before the result', failed, 'BAD_USER_INPUT', '2026-03-11'],
    ['a day that has not come', failed, 'BAD_USER_INPUT', '2026-03-21'],
  ])('is refused for %s', (_what, enrolment, refusal, heldOn) => {
    expect(() => requireMakeUp(enrolment, group, { heldOn: day(heldOn), at: now })).toThrow(code(refusal));
  });

  it('is refused after the days of the programme, and where it has none', () => {
    const settings = (makeUpDays: number) => ({
      ...group,
      passSettings: { ...group.passSettings, makeUpDays },
    });

    expect(() => requireMakeUp(failed, settings(7), facts)).toThrow(code('BAD_USER_INPUT'));
    expect(() => requireMakeUp(failed, settings(0), facts)).toThrow(code('ENROLMENT_MAKE_UP_NOT_POSSIBLE'));
  });
});

describe('sessions and who was there', () => {
  const input = {
    id: sessionId('ses_01900000-0000-7000-8000-000000000035'),
    heldOn: day('2026-03-10'),
    topic: null,
  };
  const held = saved(holdSession(group, { ...input, hours: 4 }, { heldHours: 16, at: now }));
  const present = { presence: 'PRESENT', hours: null } as const;
  const attended = saved(attendSession(aSeat(1), held, present));

  it.each([
    [{ heldOn: day('2026-03-09') }, 'BAD_USER_INPUT'],
    [{ heldOn: day('2026-03-13') }, 'BAD_USER_INPUT'],
    [{ heldOn: day('2026-03-21') }, 'TRAINING_SESSION_NOT_HELD_YET'],
    [{ hours: 5 }, 'TRAINING_SESSION_BEYOND_CLASS_HOURS'],
    [{ hours: 0 }, 'BAD_USER_INPUT'],
  ])('refuses %o with %s', (changes, refusal) => {
    const sitting = { ...input, hours: 4, ...changes };

    expect(() => holdSession(group, sitting, { heldHours: 16, at: now })).toThrow(code(refusal));
  });

  it('count the hours of who was there, none of who was excused or absent', () => {
    expect(attended).toMatchObject({ attendedHours: 4, sessions: [{ presence: 'PRESENT', hours: 4 }] });
    expect(attendSession(aSeat(2), held, { presence: 'EXCUSED', hours: null }).state.attendedHours).toBe(0);
    expect(attendSession(attended, held, present).events).toEqual([]);
  });

  it('refuse more hours than were held, and another word without a correction', () => {
    expect(() => attendSession(aSeat(1), held, { presence: 'PRESENT', hours: 5 })).toThrow(
      code('TRAINING_ATTENDANCE_BEYOND_SESSION'),
    );
    expect(() => attendSession(aSeat(1), held, { presence: 'ABSENT', hours: 1 })).toThrow(
      code('TRAINING_ATTENDANCE_BEYOND_SESSION'),
    );
    expect(() => attendSession(attended, held, { presence: 'ABSENT', hours: null })).toThrow(
      code('TRAINING_ATTENDANCE_RECORDED_ALREADY'),
    );
    expect(() => correctAttendance(aSeat(1), held, present)).toThrow(
      code('TRAINING_ATTENDANCE_NOT_RECORDED'),
    );
    expect(() => correctAttendance(attended, held, present)).toThrow(code('CORRECTED_TO_THE_SAME'));
  });

  it('take their hours along when they are corrected or struck out', () => {
    expect(follow(attended, { ...held, hours: 3 }, 4).state.attendedHours).toBe(3);
    expect(forgetSession(attended, held.id).state).toMatchObject({ attendedHours: 0, sessions: [] });
  });
});
