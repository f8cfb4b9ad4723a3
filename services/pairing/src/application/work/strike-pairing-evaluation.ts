import { strikeEvaluation } from '../../domain/work/evaluation-correction.ts';
import { type ReevaluationInput, reevaluatePairing, type ReevaluationPorts } from './reevaluate-pairing.ts';

export const strikePairingEvaluation = (ports: ReevaluationPorts) =>
  reevaluatePairing(ports, {
    operation: 'strikePairingEvaluation',
    decide: (evaluation, pairing, _input: ReevaluationInput, facts) =>
      strikeEvaluation(evaluation, pairing, facts),
  });
