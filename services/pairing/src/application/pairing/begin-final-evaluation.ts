import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import { beginFinalEvaluation as begin } from '../../domain/pairing/pairing-life-cycle.ts';
import { mayConduct } from '../../domain/pairing/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import { type PairingTurnDeps, savePairing } from './save-pairing.ts';

export interface BeginFinalEvaluationInput extends PairingDecisionInput {
  readonly on: CalendarDate;
}

export const beginFinalEvaluation = (ports: PairingTurnDeps) =>
  pairingDecision(ports, {
    operation: 'beginFinalEvaluation',
    may: mayConduct,
    decide: (pairing, { on }: BeginFinalEvaluationInput) =>
      savePairing(ports, pairing, begin(pairing, on, chinaDay(ports.clock.now()))),
  });
