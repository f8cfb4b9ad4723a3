import { type ActionRule, type Actor, canPutRight, type CorrectionTime, offered } from '@qianshou/kernel';
import { isOpen, type Pairing } from '../pairing/pairing.ts';
import { isExtendable } from '../pairing/pairing-extension.ts';
import { isStrikable } from '../pairing/pairing-strike.ts';
import { canConduct, canDirect } from '../pairing/policy.ts';
import type { PairingRecord } from './pairing-record.ts';
import { canEvaluate, canRecordGrowth, canRecordWork, canReport, canSupervise } from './policy.ts';
import { isCorrectable } from '../pairing/pairing-correction.ts';
import { growthEntry, hasGrowthToStrike, hasTraineeToStrike, traineeEntry } from './growth-strike.ts';
import { agreementToPutRight, growthToPutRight } from './putting-right.ts';
import { isAtWork, isBegun } from './work-span.ts';

/** Who may at all; which pairing it is possible for now is said beside it. */
type Party =
  | 'CONDUCTS'
  | 'DIRECTS'
  | 'RECORDS'
  | 'REPORTS'
  | 'GROWS'
  | 'EVALUATES'
  | 'SUPERVISES'
  | 'CORRECTS'
  | 'CORRECTS_TRAINEES'
  | 'CORRECTS_GROWTH';
type Facts = readonly [pairing: Pairing];

const is =
  (...wanted: readonly Pairing['status'][]) =>
  ({ status }: Pairing): boolean =>
    wanted.includes(status);

/** The steps of its life, then what is recorded of its work. */
const ACTIONS = {
  SIGN: { by: 'CONDUCTS', when: is('MATCHED') },
  START: { by: 'CONDUCTS', when: is('SIGNED') },
  SUSPEND: { by: 'CONDUCTS', when: is('ACTIVE') },
  RESUME: { by: 'CONDUCTS', when: is('SUSPENDED') },
  EXTEND: { by: 'DIRECTS', when: isExtendable },
  CHANGE_TASK_GROUPS: { by: 'DIRECTS', when: isOpen },
  BEGIN_FINAL_EVALUATION: { by: 'CONDUCTS', when: is('ACTIVE', 'PAST_END') },
  COMPLETE: { by: 'CONDUCTS', when: is('FINAL_EVALUATION') },
  TERMINATE: { by: 'DIRECTS', when: isOpen },
  CORRECT: { by: 'CORRECTS', when: isCorrectable },
  STRIKE: { by: 'DIRECTS', when: isStrikable },
  RENEW: { by: 'DIRECTS', when: is('COMPLETED') },
  SET_TARGET: { by: 'RECORDS', when: isOpen },
  START_DISPATCH: { by: 'RECORDS', when: isAtWork },
  LOG_ACTIVITY: { by: 'RECORDS', when: isAtWork },
  SUBMIT_REPORT: { by: 'REPORTS', when: isBegun },
  NAME_TRAINEES: { by: 'GROWS', when: isAtWork },
  RECORD_GROWN_AGENCY: { by: 'GROWS', when: isAtWork },
  CORRECT_TRAINEE: { by: 'CORRECTS_TRAINEES', when: hasTraineeToStrike },
  STRIKE_TRAINEE: { by: 'CORRECTS_TRAINEES', when: hasTraineeToStrike },
  CORRECT_GROWN_AGENCY: { by: 'CORRECTS_GROWTH', when: hasGrowthToStrike },
  STRIKE_GROWN_AGENCY: { by: 'CORRECTS_GROWTH', when: hasGrowthToStrike },
  EVALUATE: { by: 'EVALUATES', when: isAtWork },
  NOTE_SUPERVISION: { by: 'SUPERVISES', when: isOpen },
} as const satisfies Record<string, ActionRule<Party, Facts>>;

export type PairingAction = keyof typeof ACTIONS;

/** What this caller may do with the pairing now. */
export function actionsOnPairing(
  actor: Actor,
  pairing: Pairing,
  { audience, ...time }: Pick<PairingRecord, 'audience'> & CorrectionTime,
): readonly PairingAction[] {
  const parties = {
    CONDUCTS: canConduct(actor, pairing),
    DIRECTS: canDirect(actor, pairing),
    RECORDS: canRecordWork(actor, pairing),
    REPORTS: canReport(actor, pairing),
    GROWS: canRecordGrowth(actor, pairing),
    EVALUATES: canEvaluate(actor, pairing),
    SUPERVISES: canSupervise(actor, { audience }),
    CORRECTS: canPutRight(actor, agreementToPutRight(actor, pairing, time)),
    CORRECTS_TRAINEES: pairing.traineeIds.some((id) =>
      canPutRight(actor, growthToPutRight(actor, pairing, traineeEntry(pairing, id), time)),
    ),
    CORRECTS_GROWTH: pairing.agenciesGrown.some((id) =>
      canPutRight(actor, growthToPutRight(actor, pairing, growthEntry(pairing, id), time)),
    ),
  };
  return offered<PairingAction, Party, Facts>(ACTIONS, parties, pairing);
}
