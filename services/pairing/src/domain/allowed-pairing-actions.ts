import type { Actor } from '@qianshou/kernel';
import { OPEN_STATUSES, type Pairing } from './pairing.ts';
import { canConduct, canDirect } from './policy.ts';
import { canEvaluate, canRecordGrowth, canRecordWork, canReport, canSupervise } from './work-policy.ts';

interface Possibility {
  /** The statuses in which it can be done. */
  readonly in: readonly Pairing['status'][];
  readonly by: (actor: Actor, pairing: Pairing) => boolean;
}

const AT_WORK: readonly Pairing['status'][] = ['ACTIVE', 'FINAL_EVALUATION'];

/** The steps of its life, then what is recorded of its work. */
const ACTIONS = {
  SIGN: { in: ['MATCHED'], by: canConduct },
  START: { in: ['SIGNED'], by: canConduct },
  SUSPEND: { in: ['ACTIVE'], by: canConduct },
  RESUME: { in: ['SUSPENDED'], by: canConduct },
  BEGIN_FINAL_EVALUATION: { in: ['ACTIVE'], by: canConduct },
  COMPLETE: { in: ['FINAL_EVALUATION'], by: canConduct },
  TERMINATE: { in: OPEN_STATUSES, by: canDirect },
  RENEW: { in: ['COMPLETED'], by: canDirect },
  SET_TARGET: { in: OPEN_STATUSES, by: canRecordWork },
  START_DISPATCH: { in: AT_WORK, by: canRecordWork },
  LOG_ACTIVITY: { in: AT_WORK, by: canRecordWork },
  // Owed for what was done, also while the work rests.
  SUBMIT_REPORT: { in: [...AT_WORK, 'SUSPENDED'], by: canReport },
  NAME_TRAINEES: { in: AT_WORK, by: canRecordGrowth },
  RECORD_GROWN_AGENCY: { in: AT_WORK, by: canRecordGrowth },
  EVALUATE: { in: AT_WORK, by: canEvaluate },
  NOTE_SUPERVISION: { in: OPEN_STATUSES, by: canSupervise },
} as const satisfies Readonly<Record<string, Possibility>>;

export type PairingAction = keyof typeof ACTIONS;

export const PAIRING_ACTIONS = Object.keys(ACTIONS) as readonly PairingAction[];

/** What this caller may do with the pairing now. */
export function actionsOnPairing(actor: Actor, pairing: Pairing): readonly PairingAction[] {
  return PAIRING_ACTIONS.filter((action) => {
    const possibility: Possibility = ACTIONS[action];
    return possibility.in.includes(pairing.status) && possibility.by(actor, pairing);
  });
}
