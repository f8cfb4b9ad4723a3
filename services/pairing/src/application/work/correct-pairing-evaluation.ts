import { type Corrected, correctEvaluation } from '../../domain/work/evaluation-correction.ts';
import { type ReevaluationInput, reevaluatePairing, type ReevaluationPorts } from './reevaluate-pairing.ts';

export interface CorrectPairingEvaluationInput extends ReevaluationInput {
  readonly corrected: Corrected;
}

export const correctPairingEvaluation = (ports: ReevaluationPorts) =>
  reevaluatePairing(ports, {
    operation: 'correctPairingEvaluation',
    decide: (evaluation, pairing, { corrected }: CorrectPairingEvaluationInput, facts) =>
      correctEvaluation(evaluation, pairing, corrected, facts),
  });
