import {
  type CalendarDate,
  type Change,
  gradeOf,
  type GradeThresholds,
  type Grounds,
  type PuttingRight,
  requireDifference,
  requireNotStruck,
  struckOut,
} from '@qianshou/kernel';
import { type AskedToPutRight, puttingRightIn } from '../county/putting-right.ts';
import type { Station } from '../station/station.ts';
import { stationEvaluationOfOtherOperator, stationEvaluationStruck } from './errors.ts';
import {
  answersFor,
  barsOperatorIn,
  type EvaluationEvent,
  type EvaluationInput,
  refuseImpossible,
  type StationEvaluation,
} from './station-evaluation.ts';

/** Those who evaluate record it; the bureau oversees them, and the province the bureau. */
export function puttingRight(evaluation: StationEvaluation, asked: AskedToPutRight): PuttingRight {
  return puttingRightIn('EVALUATOR', evaluation.countyCode, evaluation, asked);
}

/** It never happened: it keeps what it said, says why, and counts no more. The right one is recorded anew. */
export function strikeEvaluation(
  evaluation: StationEvaluation,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<StationEvaluation, EvaluationEvent> {
  requireNotStruck(evaluation, stationEvaluationStruck);
  return {
    state: { ...evaluation, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'evaluation.struck', barredIn: barsOperatorIn(evaluation) }],
  };
}

/** What is not named stays as it is. */
export type Corrected = Partial<Omit<EvaluationInput, 'id'>>;

export interface CorrectionFacts extends Grounds {
  readonly station: Station;
  /** Those of the day of the evaluation. */
  readonly grades: GradeThresholds;
  readonly today: CalendarDate;
}

/** It happened otherwise: the grade follows from the right score, and what stood before is kept with the reason. */
export function correctEvaluation(
  evaluation: StationEvaluation,
  corrected: Corrected,
  { reason, evidence, station, grades, today }: CorrectionFacts,
): Change<StationEvaluation, EvaluationEvent> {
  requireNotStruck(evaluation, stationEvaluationStruck);
  requireDifference(evaluation, corrected);
  const right = { ...evaluation, ...corrected };
  refuseImpossible(right, station.openedOn ?? right.evaluatedOn, today);
  if (answersFor(station, right) !== answersFor(station, evaluation))
    throw stationEvaluationOfOtherOperator();
  const { year, kind, score, grade, evaluatedOn, corrections = [] } = evaluation;
  const before = { on: today, reason, evidence, year, kind, score, grade, evaluatedOn };
  return {
    state: { ...right, grade: gradeOf(right.score, grades), corrections: [...corrections, before] },
    events: [{ type: 'evaluation.corrected', barredIn: barsOperatorIn(evaluation) }],
  };
}
