import type { Actor } from '@qianshou/kernel';
import type { Enrolment, EnrolmentStatus } from './enrolment.ts';
import { canRun, canSpeakFor } from '../policy.ts';
import type { ClassStatus, TrainingClass } from './training-class.ts';

export type ClassAction = 'OPEN' | 'ENROL' | 'START' | 'RECORD_ATTENDANCE' | 'ASSESS' | 'CLOSE' | 'CANCEL';

const CLASS_ACTIONS: Readonly<Record<ClassStatus, readonly ClassAction[]>> = {
  PLANNED: ['OPEN', 'CANCEL'],
  OPEN: ['ENROL', 'START', 'CANCEL'],
  FULL: ['ENROL', 'START', 'CANCEL'],
  IN_PROGRESS: ['RECORD_ATTENDANCE', 'ASSESS'],
  ASSESSED: ['CLOSE'],
  CLOSED: [],
  CANCELLED: [],
};

export function classActions(actor: Actor, group: TrainingClass): readonly ClassAction[] {
  return canRun(actor, group) ? CLASS_ACTIONS[group.status] : [];
}

export type EnrolmentAction = 'ACCEPT_OFFER' | 'WITHDRAW';

const ENROLMENT_ACTIONS: Readonly<Partial<Record<EnrolmentStatus, readonly EnrolmentAction[]>>> = {
  OFFERED: ['ACCEPT_OFFER', 'WITHDRAW'],
  WAITING: ['WITHDRAW'],
  SEATED: ['WITHDRAW'],
};

/** For the worker's side; the organiser's own actions are on the class. */
export function enrolmentActions(actor: Actor, enrolment: Enrolment): readonly EnrolmentAction[] {
  return canSpeakFor(actor, enrolment) ? (ENROLMENT_ACTIONS[enrolment.status] ?? []) : [];
}
