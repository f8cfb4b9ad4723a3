import type { Actor } from '@qianshou/kernel';
import { isUndecided } from './application-decision.ts';
import type { PairingApplication } from './pairing-application.ts';
import type { Pairing } from './pairing.ts';
import { canConduct, canConfirm, canDecide, canDirect, canWithdraw } from './policy.ts';

export const APPLICATION_ACTIONS = ['CONFIRM', 'BEGIN_REVIEW', 'MATCH', 'REJECT', 'WITHDRAW'] as const;

export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

export const PAIRING_ACTIONS = [
  'SIGN',
  'START',
  'SUSPEND',
  'RESUME',
  'BEGIN_FINAL_EVALUATION',
  'COMPLETE',
  'TERMINATE',
  'RENEW',
] as const;

export type PairingAction = (typeof PAIRING_ACTIONS)[number];

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

/** The statuses from which each action leads on. */
const POSSIBLE: Readonly<Record<PairingAction, readonly Pairing['status'][]>> = {
  SIGN: ['MATCHED'],
  START: ['SIGNED'],
  SUSPEND: ['ACTIVE'],
  RESUME: ['SUSPENDED'],
  BEGIN_FINAL_EVALUATION: ['ACTIVE'],
  COMPLETE: ['FINAL_EVALUATION'],
  TERMINATE: ['MATCHED', 'SIGNED', 'ACTIVE', 'SUSPENDED', 'FINAL_EVALUATION'],
  RENEW: ['COMPLETED'],
};

const OF_PROVINCE: readonly PairingAction[] = ['TERMINATE', 'RENEW'];

export function actionsOnPairing(actor: Actor, pairing: Pairing): readonly PairingAction[] {
  const [conducts, directs] = [canConduct(actor, pairing), canDirect(actor, pairing)];
  return PAIRING_ACTIONS.filter(
    (action) =>
      (OF_PROVINCE.includes(action) ? directs : conducts) && POSSIBLE[action].includes(pairing.status),
  );
}
