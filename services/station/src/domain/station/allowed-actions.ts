import { type ActionRule, type Actor, type CalendarDate, canPutRight, offered } from '@qianshou/kernel';
import type { DemonstrationStep } from './demonstration-step.ts';
import { isBad } from './grade.ts';
import { checklistOf, type StationRules } from '../county/station-rules.ts';
import { canCheck, canLeadConstruction, canPrepare, canRecommend } from '../policy.ts';
import type { Station, StationStatus } from './station.ts';
import { puttingRight } from './room-correction.ts';
import { awaitsSiteCheck, unmetHaves } from './station-acceptance.ts';
import { lacksForResumption } from './station-life-cycle.ts';

/** Who may at all; which station it is possible for now is said beside it. */
type Party = 'PREPARES' | 'PUTS_ROOMS_RIGHT' | 'RECOMMENDS' | 'CHECKS' | 'LEADS';

type Facts = readonly [station: Station, rules: StationRules];

const inStatus =
  (...statuses: readonly StationStatus[]) =>
  ({ status }: Station): boolean =>
    statuses.includes(status);

const atStep =
  (step: DemonstrationStep) =>
  ({ status, demonstration }: Station): boolean =>
    status === 'OPERATING' && demonstration?.step === step;

const isOpen = ({ status }: Station): boolean => status !== 'CLOSED';

const ACTIONS = {
  RECORD_SITE: { by: 'PREPARES', when: isOpen },
  ADD_ROOMS: { by: 'PREPARES', when: isOpen },
  FILE_DOCUMENTS: { by: 'PREPARES', when: isOpen },
  LOG_ACTIVITY: { by: 'PREPARES', when: isOpen },
  STRIKE_ACTIVITY: {
    by: 'PREPARES',
    when: ({ status, activitiesHeld }) => status !== 'CLOSED' && activitiesHeld > 0,
  },
  CORRECT_ROOMS: {
    by: 'PUTS_ROOMS_RIGHT',
    when: ({ status, rooms }) => status !== 'CLOSED' && rooms.length > 0,
  },
  STRIKE_DEMONSTRATION_STATION: { by: 'LEADS', when: ({ tier }) => tier === 'DEMONSTRATION' },
  REQUEST_ACCEPTANCE: { by: 'PREPARES', when: inStatus('STAFFED') },
  CHECK_STATION: {
    by: 'CHECKS',
    when: (station) => station.status === 'IN_ACCEPTANCE' || awaitsSiteCheck(station),
  },
  OPEN_STATION: {
    by: 'LEADS',
    when: (station, rules) =>
      station.status === 'IN_ACCEPTANCE' && unmetHaves(station, checklistOf(rules)).length === 0,
  },
  CHOOSE_DEMONSTRATION_STATION: {
    by: 'LEADS',
    when: ({ status, tier }, { demonstrationBySteps }) =>
      status === 'OPERATING' && tier === 'ORDINARY' && !demonstrationBySteps,
  },
  SUSPEND_STATION: { by: 'LEADS', when: inStatus('OPERATING', 'RECTIFYING') },
  RESUME_STATION: {
    by: 'LEADS',
    when: (station, rules) =>
      station.status === 'SUSPENDED' && lacksForResumption(station, checklistOf(rules)).length === 0,
  },
  CHANGE_STATION_OPERATOR: { by: 'LEADS', when: isOpen },
  CLOSE_STATION: { by: 'LEADS', when: isOpen },
  ORDER_RECTIFICATION: { by: 'LEADS', when: inStatus('OPERATING') },
  PLAN_RECTIFICATION: { by: 'PREPARES', when: inStatus('RECTIFYING') },
  CONFIRM_RECTIFICATION: {
    by: 'CHECKS',
    when: ({ status, rectification }) => status === 'RECTIFYING' && rectification?.plan !== null,
  },
  PUBLISH_SERVICE_GUIDE: { by: 'PREPARES', when: isOpen },
  RECORD_SERVICES: { by: 'PREPARES', when: inStatus('OPERATING', 'RECTIFYING') },
  EVALUATE_STATION: { by: 'CHECKS', when: inStatus('OPERATING', 'RECTIFYING', 'SUSPENDED') },
  APPLY_FOR_DEMONSTRATION: {
    by: 'PREPARES',
    when: ({ status, tier, demonstration }) =>
      status === 'OPERATING' && tier === 'ORDINARY' && demonstration === null,
  },
  RECOMMEND_FOR_DEMONSTRATION: { by: 'RECOMMENDS', when: atStep('APPLIED') },
  ASSESS_FOR_DEMONSTRATION: { by: 'CHECKS', when: atStep('RECOMMENDED') },
  ANNOUNCE_DEMONSTRATION: { by: 'LEADS', when: atStep('ASSESSED') },
  CONFIRM_DEMONSTRATION: { by: 'LEADS', when: atStep('ON_NOTICE') },
  DECLINE_DEMONSTRATION: { by: 'LEADS', when: ({ demonstration }) => demonstration !== null },
  WITHDRAW_DEMONSTRATION: {
    by: 'LEADS',
    when: ({ tier, gradedBy }) => tier === 'DEMONSTRATION' && gradedBy !== null && isBad(gradedBy.grade),
  },
  RESTORE_DEMONSTRATION: {
    by: 'LEADS',
    when: ({ status, demonstrationWithdrawnOn, gradedBy }) =>
      status === 'OPERATING' &&
      demonstrationWithdrawnOn !== null &&
      gradedBy !== null &&
      !isBad(gradedBy.grade),
  },
} as const satisfies Record<string, ActionRule<Party, Facts>>;

export type StationAction = keyof typeof ACTIONS;

/** What this caller may do with this station now, so that a screen offers nothing that would be refused. */
export function allowedActions(
  actor: Actor,
  station: Station,
  rules: StationRules,
  today: CalendarDate,
): readonly StationAction[] {
  const prepares = canPrepare(actor, station);
  const parties = {
    PREPARES: prepares,
    PUTS_ROOMS_RIGHT: canPutRight(actor, puttingRight(station, { mayRecord: prepares, rules, today })),
    RECOMMENDS: canRecommend(actor, station),
    CHECKS: canCheck(actor, station),
    LEADS: canLeadConstruction(actor, station.countyCode),
  };
  return offered<StationAction, Party, Facts>(ACTIONS, parties, station, rules);
}
