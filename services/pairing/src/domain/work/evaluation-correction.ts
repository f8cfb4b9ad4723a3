import {
  type CalendarDate,
  type Change,
  gradeOf,
  type GradeThresholds,
  type Grounds,
  publicName,
  publicText,
  requireDifference,
  requireNotStruck,
  struckOut,
  type Written,
  yearOf,
} from '@qianshou/kernel';
import { requireBetween } from '../pairing/pairing-life-cycle.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { EvaluationEvent, PairingEvaluation } from './pairing-evaluation.ts';
import type { Mistake } from '../reference/corrections.ts';
import { evaluationCarriesCompletion, evaluationStruck } from './errors.ts';

/** It never happened: it keeps what it said and counts no more. */
export function strikeEvaluation(
  evaluation: PairingEvaluation,
  pairing: Pairing,
  { reason, evidence = null, today }: Mistake,
): Change<PairingEvaluation, EvaluationEvent> {
  const struck = struckOut(reason, today, evidence);
  requireNotStruck(evaluation, evaluationStruck);
  if (evaluation.kind === 'FINAL' && pairing.status === 'COMPLETED') throw evaluationCarriesCompletion();
  return {
    state: { ...evaluation, struck },
    events: [{ type: 'pairing.evaluation-struck', evaluationId: evaluation.id }],
  };
}

/** What is not named stays as it is. */
export type Corrected = Partial<
  Written<Pick<PairingEvaluation, 'score' | 'evaluator' | 'opinion' | 'evaluatedOn'>>
>;

export interface CorrectionFacts extends Grounds {
  readonly grades: GradeThresholds;
  readonly today: CalendarDate;
}

/** It happened otherwise: the grade follows the right score, and what stood before is kept with the reason. */
export function correctEvaluation(
  evaluation: PairingEvaluation,
  pairing: Pairing,
  corrected: Corrected,
  { reason, evidence, grades, today }: CorrectionFacts,
): Change<PairingEvaluation, EvaluationEvent> {
  requireNotStruck(evaluation, evaluationStruck);
  requireDifference<Corrected>(evaluation, corrected);
  const { id: evaluationId, year, score, grade, evaluatedOn, corrections = [] } = evaluation;
  const right = { ...evaluation, ...corrected };
  requireBetween('evaluatedOn', right.evaluatedOn, pairing.startsOn, today);
  const before = { on: today, reason, evidence, year, score, grade, evaluatedOn };
  return {
    state: {
      ...right,
      evaluator: publicName(right.evaluator, 'evaluator', 100),
      opinion: publicText(right.opinion, 'opinion', 5_000),
      year: yearOf(right.evaluatedOn),
      grade: gradeOf(right.score, grades),
      corrections: [...corrections, before],
    },
    events: [{ type: 'pairing.evaluation-corrected', evaluationId, before: { year, grade } }],
  };
}
