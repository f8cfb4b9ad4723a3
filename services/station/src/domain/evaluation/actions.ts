import type { Actor } from '@qianshou/kernel';
import { canCheck } from '../policy.ts';
import type { Station } from '../station/station.ts';
import type { StationEvaluation } from './station-evaluation.ts';

export type EvaluationAction = 'CORRECT' | 'STRIKE';

/** An evaluation is corrected or struck out by those who evaluate its station, as long as it stands. */
export function actionsOnEvaluation(
  actor: Actor,
  { struck = null }: Pick<StationEvaluation, 'struck'>,
  station: Station,
): readonly EvaluationAction[] {
  return struck === null && canCheck(actor, station) ? ['CORRECT', 'STRIKE'] : [];
}
