import { type Actor, canPutRight, type CorrectionTime } from '@qianshou/kernel';
import { puttingRight } from './putting-right.ts';
import { attendedEnough } from './assessment.ts';
import type { Enrolment, EnrolmentStatus } from './enrolment-state.ts';
import { DEFAULT_MAKE_UP_DAYS } from '../programme/programme.ts';
import { canRun, canSpeakFor } from '../policy.ts';
import type { ClassStatus, TrainingClass } from './class-state.ts';

export type ClassAction =
  | 'OPEN'
  | 'ENROL'
  | 'START'
  | 'RECORD_ATTENDANCE'
  | 'ASSESS'
  | 'CLOSE'
  | 'REVISE'
  | 'POSTPONE'
  | 'INTERRUPT'
  | 'RECORD_SESSION'
  | 'CORRECT'
  | 'CANCEL';

const CLASS_ACTIONS: Readonly<Record<ClassStatus, readonly ClassAction[]>> = {
  PLANNED: ['OPEN', 'REVISE', 'POSTPONE', 'CANCEL'],
  OPEN: ['ENROL', 'START', 'REVISE', 'POSTPONE', 'CANCEL'],
  FULL: ['ENROL', 'START', 'REVISE', 'POSTPONE', 'CANCEL'],
  IN_PROGRESS: ['RECORD_ATTENDANCE', 'RECORD_SESSION', 'ASSESS', 'REVISE', 'CORRECT', 'INTERRUPT'],
  ASSESSED: ['CLOSE', 'CORRECT'],
  CLOSED: ['CORRECT'],
  CANCELLED: [],
  INTERRUPTED: ['CORRECT'],
};

export function classActions(
  actor: Actor,
  group: TrainingClass,
  time: CorrectionTime,
): readonly ClassAction[] {
  const runs = canRun(actor, group);
  const mayCorrect = canPutRight(actor, puttingRight(actor, group, group.recorded, time));
  return CLASS_ACTIONS[group.status].filter((action) => (action === 'CORRECT' ? mayCorrect : runs));
}

export type EnrolmentAction = 'ACCEPT_OFFER' | 'WITHDRAW' | 'CORRECT_RESULT' | 'STRIKE_RESULT' | 'MAKE_UP';

const ENROLMENT_ACTIONS: Readonly<Partial<Record<EnrolmentStatus, readonly EnrolmentAction[]>>> = {
  OFFERED: ['ACCEPT_OFFER', 'WITHDRAW'],
  WAITING: ['WITHDRAW'],
  SEATED: ['WITHDRAW'],
};

/** For the worker's side a place, for whoever runs the class its result. */
export function enrolmentActions(
  actor: Actor,
  enrolment: Enrolment,
  group: TrainingClass | null,
  time: CorrectionTime,
): readonly EnrolmentAction[] {
  const own = canSpeakFor(actor, enrolment) ? (ENROLMENT_ACTIONS[enrolment.status] ?? []) : [];
  return group === null ? own : [...own, ...resultActions(actor, enrolment, group, time)];
}

function resultActions(
  actor: Actor,
  enrolment: Enrolment,
  group: TrainingClass,
  time: CorrectionTime,
): readonly EnrolmentAction[] {
  const { status, resultRecorded } = enrolment;
  if (status !== 'PASSED' && status !== 'FAILED' && status !== 'ABSENT') return [];
  const mayCorrect = canPutRight(actor, puttingRight(actor, group, resultRecorded, time));
  return [
    ...(mayCorrect ? (['CORRECT_RESULT', 'STRIKE_RESULT'] as const) : []),
    ...(canRun(actor, group) && mayMakeUp(enrolment, group) ? (['MAKE_UP'] as const) : []),
  ];
}

function mayMakeUp({ status, makeUp = null, attendedHours }: Enrolment, group: TrainingClass): boolean {
  const { makeUpDays = DEFAULT_MAKE_UP_DAYS } = group.passSettings;
  if (status !== 'FAILED' || makeUp !== null || makeUpDays === 0) return false;
  return attendedEnough(group, attendedHours ?? 0);
}
