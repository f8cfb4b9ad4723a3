import type { Actor, Grounds } from '@qianshou/kernel';
import { type Corrected, correctEvaluation } from '../../domain/evaluation/evaluation-correction.ts';
import { type Evaluated, type EvaluationTarget, reevaluate, type ReevaluationPorts } from './reevaluate.ts';

export interface CorrectStationEvaluationInput extends EvaluationTarget, Grounds {
  readonly corrected: Corrected;
}

export const correctStationEvaluation =
  (ports: ReevaluationPorts) =>
  (input: CorrectStationEvaluationInput, actor: Actor): Promise<Evaluated> =>
    reevaluate(ports)(input, actor, (evaluation, { station, today, rulesOn }) => {
      const { corrected, reason, evidence } = input;
      const { grades } = rulesOn(corrected.evaluatedOn ?? evaluation.evaluatedOn);
      return correctEvaluation(evaluation, corrected, { reason, evidence, grades, station, today });
    });
