import { type Actor, type CalendarDate, canPutRight } from '@qianshou/kernel';
import type { Agency } from '../agency/agency.ts';
import type { CooperationScheme } from './cooperation-scheme.ts';
import { canChangeStatus } from '../agency/policy.ts';
import { canKeepPhases, canChangeScheme, schemeToPutRight } from './policy.ts';
import type { ProgrammePhase } from './programme-phase.ts';

export const AGENCY_ACTIONS = [
  'CONFIRM',
  'REFUSE',
  'REVISE',
  'SUSPEND',
  'REINSTATE',
  'STRIKE_OFF',
  'RESTORE',
  'CHANGE_REGISTRATION',
  'MERGE',
] as const;
export const SCHEME_ACTIONS = ['CHANGE_QUOTA', 'CHANGE_AUTHORITY', 'ADOPT_POLICY'] as const;
const SCHEME_CORRECTIONS = ['CORRECT', 'STRIKE'] as const;

export type AgencyAction = (typeof AGENCY_ACTIONS)[number];
export type SchemeAction = (typeof SCHEME_ACTIONS)[number] | (typeof SCHEME_CORRECTIONS)[number];
export type PhaseAction = 'CLOSE' | 'REOPEN' | 'CORRECT';

/** The statuses from which each action leads on. */
const POSSIBLE: Readonly<Record<AgencyAction, readonly Agency['status'][]>> = {
  CONFIRM: ['UNVERIFIED', 'REFUSED'],
  REFUSE: ['UNVERIFIED'],
  REVISE: ['UNVERIFIED', 'ACTIVE', 'SUSPENDED'],
  SUSPEND: ['ACTIVE'],
  REINSTATE: ['SUSPENDED'],
  STRIKE_OFF: ['ACTIVE', 'SUSPENDED'],
  RESTORE: ['STRUCK_OFF'],
  CHANGE_REGISTRATION: ['UNVERIFIED', 'ACTIVE', 'SUSPENDED'],
  MERGE: ['ACTIVE', 'SUSPENDED'],
};

export function actionsOnAgency(actor: Actor, agency: Agency): readonly AgencyAction[] {
  if (!canChangeStatus(actor, agency)) return [];
  return AGENCY_ACTIONS.filter((action) => POSSIBLE[action].includes(agency.status));
}

/** A scheme has no status: who may change it may do so at any time, unless it was struck out. */
export function actionsOnScheme(
  actor: Actor,
  scheme: CooperationScheme,
  today: CalendarDate,
): readonly SchemeAction[] {
  if ((scheme.struck ?? null) !== null) return [];
  const rights = canPutRight(actor, schemeToPutRight(actor, scheme, today)) ? SCHEME_CORRECTIONS : [];
  return [...(canChangeScheme(actor, scheme) ? SCHEME_ACTIONS : []), ...rights];
}

export function actionsOnPhase(actor: Actor, { status }: ProgrammePhase): readonly PhaseAction[] {
  if (!canKeepPhases(actor)) return [];
  return [status === 'OPEN' ? 'CLOSE' : 'REOPEN', 'CORRECT'];
}
