import type { Actor } from '@qianshou/kernel';
import { isUndecided } from './application-decision.ts';
import type { PairingApplication } from './pairing-application.ts';
import { canConfirm, canDecide, canWithdraw } from './policy.ts';

export const APPLICATION_ACTIONS = ['CONFIRM', 'BEGIN_REVIEW', 'MATCH', 'REJECT', 'WITHDRAW'] as const;

export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

/** What this caller may do with the application now, so that a screen offers nothing that its status refuses. */
export function actionsOnApplication(
  actor: Actor,
  application: PairingApplication,
): readonly ApplicationAction[] {
  const { status } = application;
  const decides = canDecide(actor, application);
  const pending = status === 'SUBMITTED' || status === 'PROVINCE_REVIEW';
  const allowed: Record<ApplicationAction, boolean> = {
    CONFIRM: canConfirm(actor, application) && status === 'DRAFT',
    BEGIN_REVIEW: decides && status === 'SUBMITTED',
    MATCH: decides && pending,
    REJECT: decides && pending,
    WITHDRAW: canWithdraw(actor, application) && isUndecided(application),
  };
  return APPLICATION_ACTIONS.filter((action) => allowed[action]);
}
