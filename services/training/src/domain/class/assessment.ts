import { badInput, type CalendarDate, type Change, chinaDay, term, wholeWithin } from '@qianshou/kernel';
import type {
  Enrolment,
  EnrolmentEvent,
  FailedEnrolment,
  PassedEnrolment,
  SeatedEnrolment,
} from './enrolment-state.ts';
import { classNotOver } from './class-errors.ts';
import { enrolmentAttendanceBeyondHours, enrolmentLacksResult, enrolmentNotSeated } from './errors.ts';
import type { CertificateId } from '../ids.ts';
import type { PassSettings } from '../programme/programme.ts';
import type { ClassInProgress, TrainingClass } from './class-state.ts';

/** What the organiser hands in for one participant; hours that were recorded before need not be repeated. */
export interface Result {
  readonly attendedHours: number | null;
  readonly score: number | null;
  readonly absent: boolean;
}

export type Verdict =
  | { readonly outcome: 'PASSED' | 'FAILED'; readonly attendedHours: number; readonly score: number }
  | { readonly outcome: 'ABSENT' };

/** TRA-3: a pass takes the attendance share and the score that the class has from its programme; whole numbers throughout. */
export function passes(
  settings: PassSettings,
  hours: number,
  { attendedHours, score }: { readonly attendedHours: number; readonly score: number },
): boolean {
  return attendedHours * 100 >= settings.attendancePercent * hours && score >= settings.score;
}

export function attendedEnough(
  { passSettings, hours }: Pick<TrainingClass, 'passSettings' | 'hours'>,
  attendedHours: number,
): boolean {
  return attendedHours * 100 >= passSettings.attendancePercent * hours;
}

/** Where sessions are recorded nobody attended more than was held; else no more than the class has. */
export function judge(
  group: Pick<TrainingClass, 'passSettings' | 'hours'>,
  seated: Pick<Enrolment, 'id' | 'attendedHours'>,
  result: Result,
  heldHours: number | null = null,
): Verdict {
  if (result.absent) return absence(result);
  const attendedHours = result.attendedHours ?? seated.attendedHours;
  if (attendedHours === null)
    throw enrolmentLacksResult({
      enrolmentId: seated.id,
      missing: term('attendedHours', 'attendedHours', '出勤学时'),
    });
  if (result.score === null)
    throw enrolmentLacksResult({ enrolmentId: seated.id, missing: term('score', 'the score', '分数') });
  const score = wholeWithin(result.score, 'score', 0, 100);
  requirePossible({ hours: heldHours ?? group.hours }, attendedHours);
  const outcome = passes(group.passSettings, group.hours, { attendedHours, score }) ? 'PASSED' : 'FAILED';
  return { outcome, attendedHours, score };
}

/** TRA-4: what is credited are the hours attended, and only with a pass. */
export function pass(
  enrolment: SeatedEnrolment,
  { attendedHours, score }: { readonly attendedHours: number; readonly score: number },
  certificate: { readonly id: CertificateId; readonly no: string; readonly issuedOn: CalendarDate },
): Change<PassedEnrolment, EnrolmentEvent> {
  const { id: certificateId, no: certificateNo, issuedOn: passedOn } = certificate;
  return {
    state: { ...enrolment, status: 'PASSED', attendedHours, score, assessedOn: passedOn, certificateId },
    events: [
      ...attendanceNews(enrolment, attendedHours),
      { type: 'enrolment.passed', hours: attendedHours, certificateNo, passedOn },
    ],
  };
}

export function fail(
  enrolment: SeatedEnrolment,
  verdict: Verdict,
  assessedOn: CalendarDate,
): Change<FailedEnrolment, EnrolmentEvent> {
  if (verdict.outcome === 'ABSENT') {
    return {
      state: { ...enrolment, status: 'ABSENT', attendedHours: 0, score: null, assessedOn },
      events: [{ type: 'enrolment.failed', result: 'ABSENT' }],
    };
  }
  const { attendedHours, score } = verdict;
  return {
    state: { ...enrolment, status: 'FAILED', attendedHours, score, assessedOn },
    events: [...attendanceNews(enrolment, attendedHours), { type: 'enrolment.failed', result: 'FAILED' }],
  };
}

/** The hours attended so far, as a sum; the same sum again is no news. */
export function recordAttendance(
  group: ClassInProgress,
  enrolment: Enrolment,
  attendedHours: number,
): Change<SeatedEnrolment, EnrolmentEvent> {
  const seated = requireSeated(enrolment);
  requirePossible(group, attendedHours);
  return { state: { ...seated, attendedHours }, events: attendanceNews(seated, attendedHours) };
}

export function requireSeated(enrolment: Enrolment): SeatedEnrolment {
  if (enrolment.status === 'SEATED') return enrolment;
  throw enrolmentNotSeated({ enrolmentId: enrolment.id, status: enrolment.status });
}

/** The day of the results: from the last day of the class to today, so that history can be entered. */
export function assessmentDay(
  group: Pick<TrainingClass, 'endsOn'>,
  asked: CalendarDate | null,
  at: Date,
): CalendarDate {
  const today = chinaDay(at);
  const day = asked ?? today;
  if (day < group.endsOn) throw classNotOver({ endsOn: group.endsOn });
  if (day <= today) return day;
  throw badInput({
    field: 'assessedOn',
    reason: {
      en: `expected a day from ${group.endsOn} to ${today}`,
      zh: `应为 ${group.endsOn} 至 ${today} 之间的日期`,
    },
  });
}

function absence({ attendedHours, score }: Result): Verdict {
  if ((attendedHours ?? 0) === 0 && score === null) return { outcome: 'ABSENT' };
  throw badInput({
    field: 'absent',
    reason: { en: 'an absent participant has neither hours nor a score', zh: '缺勤人员不得有学时和成绩' },
  });
}

function requirePossible({ hours }: { readonly hours: number }, attendedHours: number): void {
  wholeWithin(attendedHours, 'attendedHours', 0, Number.MAX_SAFE_INTEGER);
  if (attendedHours > hours) throw enrolmentAttendanceBeyondHours({ hours, attendedHours });
}

function attendanceNews(seated: SeatedEnrolment, attendedHours: number): readonly EnrolmentEvent[] {
  if (seated.attendedHours === attendedHours) return [];
  return [{ type: 'enrolment.attendanceRecorded', attendedHours }];
}
