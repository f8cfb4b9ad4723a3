import {
  type Actor,
  addDays,
  type CalendarDate,
  canPutRight,
  CORRECTION_DAYS,
  type PuttingRight,
} from '@qianshou/kernel';
import { canAppeal, canRecordEvaluation, canSpend } from '../policy.ts';
import type { FundEvaluation } from './fund-evaluation.ts';

export type FundEvaluationAction =
  'CORRECT' | 'STRIKE' | 'APPEAL' | 'DECIDE_APPEAL' | 'CONFIRM_RECTIFICATION';

interface Asked {
  readonly mayRecord: boolean;
  readonly today: CalendarDate;
}

/** Those who evaluate record it; the bureau oversees them, and the province the bureau. */
export function evaluationPuttingRight(
  { recorded, countyCode }: FundEvaluation,
  { mayRecord, today }: Asked,
): PuttingRight {
  return { recorded, mayRecord, office: 'EVALUATOR', regions: [countyCode], today, days: CORRECTION_DAYS };
}

export function allowedEvaluationActions(
  actor: Actor,
  evaluation: FundEvaluation,
  today: CalendarDate,
): readonly FundEvaluationAction[] {
  if ((evaluation.struck ?? null) !== null) return [];
  const mayRecord = canRecordEvaluation(actor, evaluation.countyCode);
  const putRight = canPutRight(actor, evaluationPuttingRight(evaluation, { mayRecord, today }));
  return [
    ...(putRight ? (['CORRECT', 'STRIKE'] as const) : []),
    ...(canAppeal(actor, evaluation) && isOpenToAppeal(evaluation, today) ? (['APPEAL'] as const) : []),
    ...bureauActions(actor, evaluation),
  ];
}

function isOpenToAppeal({ appeal, evaluatedOn, rules }: FundEvaluation, today: CalendarDate): boolean {
  return appeal === null && today <= addDays(evaluatedOn, rules.appealDays);
}

function bureauActions(actor: Actor, evaluation: FundEvaluation): readonly FundEvaluationAction[] {
  const { appeal, rectification, evaluatedBy, countyCode } = evaluation;
  if (!canSpend(actor, countyCode)) return [];
  const decides = appeal !== null && appeal.decidedOn === null && actor.subject !== evaluatedBy;
  const rectifies = rectification !== null && rectification.doneOn === null;
  return [
    ...(decides ? (['DECIDE_APPEAL'] as const) : []),
    ...(rectifies ? (['CONFIRM_RECTIFICATION'] as const) : []),
  ];
}
