import { type Actor, type CalendarDate, canPutRight } from '@qianshou/kernel';
import type { StationRules } from '../county/station-rules.ts';
import { canCheck } from '../policy.ts';
import type { Station } from '../station/station.ts';
import { puttingRight } from './evaluation-correction.ts';
import type { StationEvaluation } from './station-evaluation.ts';

export type EvaluationAction = 'CORRECT' | 'STRIKE';

interface Facts {
  readonly station: Station;
  readonly rules: StationRules;
  readonly today: CalendarDate;
}

/** An evaluation is corrected or struck out by whoever recorded it, for some days, and by who oversees them. */
export function actionsOnEvaluation(
  actor: Actor,
  evaluation: StationEvaluation,
  { station, ...facts }: Facts,
): readonly EvaluationAction[] {
  const { struck = null } = evaluation;
  const mayRecord = canCheck(actor, station);
  if (struck !== null || !canPutRight(actor, puttingRight(evaluation, { ...facts, mayRecord }))) return [];
  return ['CORRECT', 'STRIKE'];
}
