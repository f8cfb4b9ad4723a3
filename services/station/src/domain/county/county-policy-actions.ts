import { type ActionRule, type Actor, type CalendarDate, offered, standingOn } from '@qianshou/kernel';
import type { CountyPolicy } from './county-policy.ts';
import { canAdoptPolicy, canApproveCap } from '../policy.ts';

type Party = 'ADOPTS' | 'APPROVES';

type Facts = readonly [policy: CountyPolicy, today: CalendarDate];

const stands = ({ withdrawnOn }: CountyPolicy): boolean => withdrawnOn === null;
const ruled = (policy: CountyPolicy, today: CalendarDate): boolean =>
  ['SUPERSEDED', 'ENDED'].includes(standingOn(policy, today));

const ACTIONS = {
  WITHDRAW_POLICY: { by: 'ADOPTS', when: (policy, today) => standingOn(policy, today) === 'NOT_BEGUN' },
  END_POLICY: { by: 'ADOPTS', when: (policy, today) => stands(policy) && !ruled(policy, today) },
  CORRECT_POLICY: { by: 'ADOPTS', when: stands },
  APPROVE_POLICY_CAP: {
    by: 'APPROVES',
    when: (policy) => stands(policy) && policy.capPercent !== null && policy.capApproval === null,
  },
} as const satisfies Record<string, ActionRule<Party, Facts>>;

export type CountyPolicyAction = keyof typeof ACTIONS;

/** What this caller may do with this policy now; FUN-10 is part of it. */
export function countyPolicyActions(
  actor: Actor,
  policy: CountyPolicy,
  today: CalendarDate,
): readonly CountyPolicyAction[] {
  const { countyCode, proposedBy } = policy;
  const parties = {
    ADOPTS: canAdoptPolicy(actor, countyCode),
    APPROVES: canApproveCap(actor, countyCode) && actor.subject !== proposedBy,
  };
  return offered<CountyPolicyAction, Party, Facts>(ACTIONS, parties, policy, today);
}
