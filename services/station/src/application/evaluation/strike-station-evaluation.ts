import type { Actor, Grounds } from '@qianshou/kernel';
import { strikeEvaluation } from '../../domain/evaluation/evaluation-correction.ts';
import { type Evaluated, type EvaluationTarget, reevaluate, type ReevaluationPorts } from './reevaluate.ts';

export type StrikeStationEvaluationInput = EvaluationTarget & Grounds;

export const strikeStationEvaluation =
  (ports: ReevaluationPorts) =>
  (input: StrikeStationEvaluationInput, actor: Actor): Promise<Evaluated> =>
    reevaluate(ports)(input, actor, (evaluation, { today }) => strikeEvaluation(evaluation, input, today));
