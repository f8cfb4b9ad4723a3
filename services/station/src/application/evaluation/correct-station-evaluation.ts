import type { Actor, PublicText } from '@qianshou/kernel';
import { type Corrected, correctEvaluation } from '../../domain/evaluation/evaluation-correction.ts';
import { type Evaluated, type EvaluationTarget, reevaluate, type ReevaluationPorts } from './reevaluate.ts';

export interface CorrectStationEvaluationInput extends EvaluationTarget {
  readonly corrected: Corrected;
  readonly reason: PublicText;
}

export const correctStationEvaluation =
  (ports: ReevaluationPorts) =>
  (input: CorrectStationEvaluationInput, actor: Actor): Promise<Evaluated> =>
    reevaluate(ports)(input, actor, (evaluation, { station, today, rulesOn }) => {
      const { corrected, reason } = input;
      const day = corrected.evaluatedOn ?? evaluation.evaluatedOn;
      const { grades } = rulesOn(day);
      const openedOn = station.openedOn ?? day;
      return correctEvaluation(evaluation, corrected, { reason, grades, openedOn, today });
    });
