import type { Actor } from '@qianshou/kernel';
import { isUndecided } from './application-decision.ts';
import type { PairingApplication } from './pairing-application.ts';
import { isMatchable } from './recommendation.ts';
import { canConfirm, canDecide, canRecommend, canWithdraw } from './policy.ts';

export const APPLICATION_ACTIONS = [
  'CONFIRM',
  'RECOMMEND',
  'BEGIN_REVIEW',
  'MATCH',
  'REJECT',
  'WITHDRAW',
] as const;

export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

/** What this caller may do with the application now, so that a screen offers nothing that its status refuses. */
export function actionsOnApplication(
  actor: Actor,
  application: PairingApplication,
): readonly ApplicationAction[] {
  const { status } = application;
  const decides = canDecide(actor, application);
  const undecided = isUndecided(application);
  const pending = status === 'SUBMITTED' || status === 'PROVINCE_REVIEW';
  const allowed: Record<ApplicationAction, boolean> = {
    CONFIRM: status === 'DRAFT' && canConfirm(actor, application),
    RECOMMEND: undecided && canRecommend(actor, application),
    BEGIN_REVIEW: decides && status === 'SUBMITTED',
    MATCH: decides && isMatchable(application),
    REJECT: decides && pending,
    WITHDRAW: undecided && canWithdraw(actor, application),
  };
  return APPLICATION_ACTIONS.filter((action) => allowed[action]);
}
