import { type ActionRule, type Actor, type CalendarDate, canPutRight, offered } from '@qianshou/kernel';
import type { StationRules } from '../county/station-rules.ts';
import { canSupervise } from '../policy.ts';
import { puttingRight, type StationVisit } from './station-visit.ts';

type Party = 'SUPERVISES' | 'PUTS_RIGHT';

const stands = ({ struck }: StationVisit): boolean => struck === null;

const ACTIONS = {
  FOLLOW_UP: { by: 'SUPERVISES', when: ({ awaitsFollowUp }) => awaitsFollowUp },
  CORRECT: { by: 'PUTS_RIGHT', when: stands },
  STRIKE: { by: 'PUTS_RIGHT', when: stands },
} as const satisfies Record<string, ActionRule<Party, readonly [StationVisit]>>;

export type VisitAction = keyof typeof ACTIONS;

/** What this caller may do with this visit now. */
export function visitActions(
  actor: Actor,
  visit: StationVisit,
  facts: { readonly rules: StationRules; readonly today: CalendarDate },
): readonly VisitAction[] {
  const mayRecord = canSupervise(actor, visit);
  const parties = {
    SUPERVISES: mayRecord,
    PUTS_RIGHT: canPutRight(actor, puttingRight(visit, { ...facts, mayRecord })),
  };
  return offered<VisitAction, Party, readonly [StationVisit]>(ACTIONS, parties, visit);
}
