import type { Publication } from '@qianshou/events';
import type { BudgetEvaluation, BudgetEvaluationEvent } from '../domain/evaluation/budget-evaluation.ts';
import type { EvaluationScheme, SchemeEvent } from '../domain/evaluation/evaluation-scheme.ts';
import {
  barsProviderIn,
  type FundEvaluation,
  type FundEvaluationEvent,
} from '../domain/evaluation/fund-evaluation.ts';
import { wire } from './publications.ts';

export function publishEvaluationEvent(event: FundEvaluationEvent, evaluation: FundEvaluation): Publication {
  const { id: evaluationId, contractId, countyCode, year, providerAgencyId: providerId } = evaluation;
  const named = { evaluationId, contractId, countyCode, year, providerId };
  const regionCode = countyCode;
  const { grade, total, evaluatedOn } = evaluation;
  const graded = { ...named, grade, total, evaluatedOn, barsProviderIn: barsProviderIn(evaluation) };
  switch (event.type) {
    case 'fund-evaluation.graded':
      return { type: 'qianshou.funding.evaluation-graded.v1', data: { ...graded, by: event.by }, regionCode };
    case 'fund-evaluation.corrected': {
      const data = { ...graded, barredIn: event.barredIn };
      return { type: 'qianshou.funding.evaluation-corrected.v1', data, regionCode };
    }
    case 'fund-evaluation.struck': {
      const data = { ...named, barredIn: event.barredIn };
      return { type: 'qianshou.funding.evaluation-struck.v1', data, regionCode };
    }
    case 'fund-evaluation.appealed':
      return {
        type: 'qianshou.funding.evaluation-appealed.v1',
        data: { ...named, by: event.by },
        regionCode,
      };
    case 'fund-evaluation.appeal-decided': {
      const data = { ...named, by: event.by, upheld: event.upheld };
      return { type: 'qianshou.funding.evaluation-appeal-decided.v1', data, regionCode };
    }
    case 'fund-evaluation.rectified': {
      const data = { ...named, by: event.by, rectifiedOn: event.on };
      return { type: 'qianshou.funding.evaluation-rectified.v1', data, regionCode };
    }
    case 'fund-evaluation.rectification-overdue': {
      const data = { ...named, since: event.since };
      return { type: 'qianshou.funding.evaluation-rectification-overdue.v1', data, regionCode };
    }
  }
}

export function publishSchemeEvent(event: SchemeEvent, scheme: EvaluationScheme): Publication {
  const { id: schemeId, countyCode, fromYear } = scheme;
  const data = { schemeId, countyCode, year: fromYear, by: event.by };
  const type =
    event.type === 'evaluation-scheme.proposed'
      ? 'qianshou.funding.evaluation-scheme-proposed.v1'
      : 'qianshou.funding.evaluation-scheme-approved.v1';
  return { type, data, regionCode: countyCode };
}

export function publishBudgetEvaluationEvent(
  _event: BudgetEvaluationEvent,
  evaluation: BudgetEvaluation,
): Publication {
  const { id: budgetEvaluationId, budgetPlanId, countyCode, year, score, grade, advice } = evaluation;
  const amounts = { plannedFen: wire(evaluation.plannedFen), paidFen: wire(evaluation.paidFen) };
  const said = { score, grade, advice, ...amounts, by: evaluation.evaluatedBy };
  const data = { budgetEvaluationId, budgetPlanId, countyCode, year, ...said };
  return { type: 'qianshou.funding.budget-evaluated.v1', data, regionCode: countyCode };
}
