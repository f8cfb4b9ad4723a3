import { addDays, badInput, type CalendarDate, type Change, chinaDay, type Grounds } from '@qianshou/kernel';
import {
  enrolmentCertificateCancelled,
  enrolmentWithoutResult,
  makeUpNotPossible,
  makeUpTaken,
} from './errors.ts';
import type { CertificateId } from '../ids.ts';
import { DEFAULT_MAKE_UP_DAYS } from '../programme/programme.ts';
import { attendedEnough, type Verdict } from './assessment.ts';
import type {
  Enrolment,
  EnrolmentEvent,
  FailedEnrolment,
  PassedEnrolment,
  ResultBefore,
  SeatedEnrolment,
} from './enrolment-state.ts';
import type { TrainingClass } from './class-state.ts';

export type AssessedEnrolment = PassedEnrolment | FailedEnrolment;

/** What a certificate of a pass says; null where the result is no pass. */
export interface NewCertificate {
  readonly id: CertificateId;
  readonly no: string;
  readonly issuedOn: CalendarDate;
}

/** A result can be put right as long as its certificate stands: a cancelled one says the last word (TRA-6). */
export function requireResult(enrolment: Enrolment, certificateStands: boolean): AssessedEnrolment {
  const assessed = requireAssessed(enrolment);
  if (assessed.status === 'PASSED' && !certificateStands) throw enrolmentCertificateCancelled();
  return assessed;
}

export function requireAssessed(enrolment: Enrolment): AssessedEnrolment {
  if (enrolment.status === 'PASSED' || enrolment.status === 'FAILED' || enrolment.status === 'ABSENT') {
    return enrolment;
  }
  throw enrolmentWithoutResult({ status: enrolment.status });
}

/** It never happened: the participant awaits a result again, and what was struck stays to be read. */
export function strikeResult(
  enrolment: AssessedEnrolment,
  grounds: Grounds,
  today: CalendarDate,
): Change<SeatedEnrolment, EnrolmentEvent> {
  const before = resultOf(enrolment, grounds, today);
  const { assessedOn: _day, ...facts } = enrolment;
  const { certificateId: _certificate, ...seat } = facts as typeof facts & { certificateId?: CertificateId };
  return {
    state: {
      ...seat,
      status: 'SEATED',
      score: null,
      makeUp: null,
      resultRecorded: null,
      struckResults: [...(enrolment.struckResults ?? []), before],
    },
    events: [{ type: 'enrolment.resultStruck', before: enrolment.status }],
  };
}

export interface ResultCorrection extends Grounds {
  readonly verdict: Verdict;
  readonly assessedOn: CalendarDate;
  readonly today: CalendarDate;
  /** Of the pass that it is now. */
  readonly certificate: NewCertificate | null;
}

/** It happened otherwise: what stood before is kept, and everything that rested on it follows. */
export function correctResult(
  enrolment: AssessedEnrolment,
  { verdict, assessedOn, today, certificate, ...grounds }: ResultCorrection,
): Change<AssessedEnrolment, EnrolmentEvent> {
  const before = resultOf(enrolment, grounds, today);
  const state = withResult(enrolment, { verdict, assessedOn, certificate, before });
  const hours = state.attendedHours ?? 0;
  const was = { result: enrolment.status, hours: enrolment.attendedHours ?? 0 };
  const corrected = { type: 'enrolment.resultCorrected', before: was, result: state.status, hours } as const;
  if (state.status !== 'PASSED' || enrolment.status === 'PASSED' || certificate === null) {
    return { state, events: [corrected] };
  }
  const { no: certificateNo, issuedOn: passedOn } = certificate;
  return {
    state,
    events: [corrected, { type: 'enrolment.passed', hours, certificateNo, passedOn }],
  };
}

type NewResult = Pick<ResultCorrection, 'verdict' | 'assessedOn' | 'certificate'> & {
  readonly before: ResultBefore;
};

function withResult(
  enrolment: AssessedEnrolment,
  { verdict, assessedOn, certificate, before }: NewResult,
): AssessedEnrolment {
  const resultCorrections = [...(enrolment.resultCorrections ?? []), before];
  const { certificateId: _before, ...facts } = { certificateId: null, ...enrolment };
  const { attendedHours, score } = verdict.outcome === 'ABSENT' ? { attendedHours: 0, score: null } : verdict;
  const right = { ...facts, attendedHours, score, assessedOn, resultCorrections };
  if (verdict.outcome === 'PASSED' && certificate !== null) {
    return { ...right, status: 'PASSED', certificateId: certificate.id };
  }
  return { ...right, status: verdict.outcome === 'ABSENT' ? 'ABSENT' : 'FAILED' };
}

/** Who attended enough and missed the score may sit it once more, within the days of the programme (TRA-3). */
export function requireMakeUp(
  enrolment: Enrolment,
  group: TrainingClass,
  { heldOn, at }: { readonly heldOn: CalendarDate; readonly at: Date },
): FailedEnrolment {
  if (enrolment.makeUp) throw makeUpTaken({ on: enrolment.makeUp.on });
  const { makeUpDays = DEFAULT_MAKE_UP_DAYS } = group.passSettings;
  if (
    enrolment.status !== 'FAILED' ||
    makeUpDays === 0 ||
    !attendedEnough(group, enrolment.attendedHours ?? 0)
  ) {
    throw makeUpNotPossible({ status: enrolment.status, makeUpDays });
  }
  requireWithin(heldOn, enrolment.assessedOn, addDays(enrolment.assessedOn, makeUpDays), chinaDay(at));
  return enrolment;
}

function requireWithin(
  heldOn: CalendarDate,
  from: CalendarDate,
  until: CalendarDate,
  today: CalendarDate,
): void {
  if (heldOn >= from && heldOn <= until && heldOn <= today) return;
  throw badInput({
    field: 'heldOn',
    reason: {
      en: `expected a day from ${from} to ${until}, and not after today`,
      zh: `应为 ${from} 至 ${until} 之间的日期,且不晚于今天`,
    },
  });
}

/** With the score of the make-up the same thresholds hold; failed again, it stays failed. */
export function takeMakeUp(
  enrolment: FailedEnrolment,
  { heldOn, score, certificate }: MakeUp,
): Change<AssessedEnrolment, EnrolmentEvent> {
  const makeUp = { on: heldOn, score, scoreBefore: enrolment.score };
  const outcome = certificate === null ? 'FAILED' : 'PASSED';
  const held = { type: 'enrolment.makeUpHeld', outcome } as const;
  if (certificate === null) return { state: { ...enrolment, makeUp }, events: [held] };
  const { id: certificateId, no: certificateNo } = certificate;
  const hours = enrolment.attendedHours ?? 0;
  return {
    state: { ...enrolment, makeUp, score, status: 'PASSED', assessedOn: heldOn, certificateId },
    events: [held, { type: 'enrolment.passed', hours, certificateNo, passedOn: heldOn }],
  };
}

export interface MakeUp {
  readonly heldOn: CalendarDate;
  readonly score: number;
  readonly certificate: NewCertificate | null;
}

function resultOf(
  enrolment: AssessedEnrolment,
  { reason, evidence }: Grounds,
  on: CalendarDate,
): ResultBefore {
  const { status: result, attendedHours, score, assessedOn } = enrolment;
  return { on, reason, evidence, result, attendedHours, score, assessedOn };
}
