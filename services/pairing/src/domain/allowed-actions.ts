import type { Actor } from '@qianshou/kernel';
import type { PairingApplication } from './pairing-application.ts';
import type { Pairing } from './pairing.ts';
import { canConduct, canConfirm, canDecide } from './policy.ts';

export const APPLICATION_ACTIONS = ['CONFIRM', 'MATCH', 'REJECT'] as const;

export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

export const PAIRING_ACTIONS = ['SIGN', 'START'] as const;

export type PairingAction = (typeof PAIRING_ACTIONS)[number];

/** What this caller may do with the application now, so that a screen offers nothing that its status refuses. */
export function actionsOnApplication(
  actor: Actor,
  application: PairingApplication,
): readonly ApplicationAction[] {
  const decides = canDecide(actor, application) && application.status === 'SUBMITTED';
  const allowed: Record<ApplicationAction, boolean> = {
    CONFIRM: canConfirm(actor, application) && application.status === 'DRAFT',
    MATCH: decides,
    REJECT: decides,
  };
  return APPLICATION_ACTIONS.filter((action) => allowed[action]);
}

export function actionsOnPairing(actor: Actor, pairing: Pairing): readonly PairingAction[] {
  const conducts = canConduct(actor, pairing);
  const allowed: Record<PairingAction, boolean> = {
    SIGN: conducts && pairing.status === 'MATCHED',
    START: conducts && pairing.status === 'SIGNED',
  };
  return PAIRING_ACTIONS.filter((action) => allowed[action]);
}
