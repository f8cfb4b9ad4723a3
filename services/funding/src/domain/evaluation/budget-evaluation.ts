import {
  type CalendarDate,
  type Change,
  type Fen,
  gradeOf,
  type PublicText,
  type RegionCode,
  type Versioned,
  type Warning,
  yearOf,
} from '@qianshou/kernel';
import type { BudgetPlan } from '../budget/budget-plan.ts';
import type { BudgetEvaluationId, BudgetPlanId } from '../ids.ts';
import { dayInFuture } from '../reference/errors.ts';
import { budgetEvaluationTooEarly } from './errors.ts';
import type { EvaluationRules } from './evaluation-scheme.ts';
import type { FundGrade } from './fund-evaluation.ts';

/** What the result means for the next plan (结果应用). */
export const BUDGET_ADVICE = ['KEEP', 'RAISE', 'CUT', 'STOP'] as const;

export type BudgetAdvice = (typeof BUDGET_ADVICE)[number];

/** FUN-15: how the spending of a budget's year performed (预算绩效评价), 预算法 Art. 57 and 32. The latest of a year counts. */
export interface BudgetEvaluation extends Versioned {
  readonly id: BudgetEvaluationId;
  readonly budgetPlanId: BudgetPlanId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly score: number;
  readonly grade: FundGrade;
  /** As they stood in the ledger then. */
  readonly plannedFen: Fen;
  readonly paidFen: Fen;
  readonly advice: BudgetAdvice;
  readonly findings: PublicText;
  readonly evaluatedOn: CalendarDate;
  readonly evaluatedBy: string;
}

export interface BudgetEvaluationEvent {
  readonly type: 'budget-evaluation.recorded';
}

export interface BudgetEvaluationInput extends Pick<
  BudgetEvaluation,
  'id' | 'score' | 'advice' | 'findings' | 'evaluatedOn' | 'evaluatedBy'
> {}

interface Facts {
  readonly rules: EvaluationRules;
  readonly paidFen: Fen;
  readonly today: CalendarDate;
}

/** FUN-15: of a year that has begun and whose budget was approved. */
export function evaluateBudget(
  { id: budgetPlanId, countyCode, year, plannedFen }: BudgetPlan,
  input: BudgetEvaluationInput,
  { rules, paidFen, today }: Facts,
): Change<BudgetEvaluation, BudgetEvaluationEvent> {
  const { evaluatedOn, score } = input;
  if (evaluatedOn > today) throw dayInFuture({ field: 'evaluatedOn', day: evaluatedOn, today });
  if (yearOf(evaluatedOn) < year) throw budgetEvaluationTooEarly({ year, evaluatedOn });
  const grade: FundGrade = gradeOf(score, rules.grades);
  const place = { budgetPlanId, countyCode, year };
  return {
    state: { ...input, ...place, version: 0, grade, plannedFen, paidFen },
    events: [{ type: 'budget-evaluation.recorded' }],
  };
}

type Planned = Pick<BudgetPlan, 'plannedFen' | 'year'>;

/** FUN-15: what the evaluation of last year means for this plan; nothing blocks. */
export function adviceWarnings(
  plan: Planned,
  last: Planned | null,
  evaluation: BudgetEvaluation | null,
): readonly Warning[] {
  if (last === null) return [];
  if (evaluation === null) return [notEvaluated(last.year)];
  const more = plan.plannedFen >= last.plannedFen;
  const against = evaluation.advice === 'STOP' || (evaluation.advice === 'CUT' && more);
  return against ? [againstAdvice(evaluation)] : [];
}

function notEvaluated(year: number): Warning {
  return {
    rule: 'FUN-15',
    en: `The spending of ${year} was not evaluated yet (evaluateBudget); its results are meant to feed this plan.`,
    zh: `${year} 年预算支出尚未开展绩效评价(evaluateBudget),评价结果应作为编制本年度预算的依据。`,
  };
}

function againstAdvice({ year, score, advice }: BudgetEvaluation): Warning {
  const said = advice === 'STOP' ? { en: 'stop', zh: '取消' } : { en: 'cut', zh: '压减' };
  return {
    rule: 'FUN-15',
    en: `The evaluation of ${year} (${score} points) says to ${said.en} this spending; the plan does not.`,
    zh: `${year} 年绩效评价(${score} 分)建议${said.zh}该项支出,本预算未予落实。`,
  };
}
