import { type Actor, DomainError } from '@qianshou/kernel';
import { confirm, type PairingApplication, requireSubmitted } from './pairing-application.ts';
import type { Pairing } from './pairing.ts';
import { mayConduct, mayConfirm, mayDecide } from './policy.ts';

export const APPLICATION_ACTIONS = ['CONFIRM', 'MATCH', 'REJECT'] as const;

export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

export const PAIRING_ACTIONS = ['SIGN', 'START'] as const;

export type PairingAction = (typeof PAIRING_ACTIONS)[number];

/** What this caller may do now: the same policy and the same status that the command would ask. */
export function actionsOnApplication(
  actor: Actor,
  application: PairingApplication,
  now: Date,
): readonly ApplicationAction[] {
  const conditions: Readonly<Record<ApplicationAction, () => void>> = {
    CONFIRM: () => {
      mayConfirm(actor, application);
      confirm(application, now);
    },
    MATCH: () => {
      mayDecide(actor, application);
      requireSubmitted(application);
    },
    REJECT: () => {
      mayDecide(actor, application);
      requireSubmitted(application);
    },
  };
  return APPLICATION_ACTIONS.filter((action) => holds(conditions[action]));
}

const STATUS_FOR: Readonly<Record<PairingAction, Pairing['status']>> = { SIGN: 'MATCHED', START: 'SIGNED' };

export function actionsOnPairing(actor: Actor, pairing: Pairing): readonly PairingAction[] {
  if (!holds(() => mayConduct(actor, pairing))) return [];
  return PAIRING_ACTIONS.filter((action) => pairing.status === STATUS_FOR[action]);
}

function holds(condition: () => void): boolean {
  try {
    condition();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
