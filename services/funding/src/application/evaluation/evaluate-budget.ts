import { addFen, chinaDay, type Command, decision } from '@qianshou/kernel';
import { requireOnceApproved } from '../../domain/budget/budget-plan.ts';
import {
  type BudgetEvaluation,
  type BudgetEvaluationInput,
  evaluateBudget as evaluate,
} from '../../domain/evaluation/budget-evaluation.ts';
import { rulesOf } from '../../domain/evaluation/evaluation-scheme.ts';
import { stageAccount } from '../../domain/money/account.ts';
import { balanceOf } from '../../domain/money/ledger.ts';
import { mayEvaluateBudget, mustSeePlan } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { type BudgetTarget, onBudget } from '../budget/budget-decision.ts';
import type { Ports } from '../ports.ts';

export type EvaluateBudgetInput = BudgetTarget & Omit<BudgetEvaluationInput, 'id' | 'evaluatedBy'>;

/** FUN-15: with what the ledger says of it on that day. */
export const evaluateBudget = (ports: Ports): Command<EvaluateBudgetInput, BudgetEvaluation> => {
  const { budgetEvaluations, evaluationSchemes, ledgers, unitOfWork, clock, newId } = ports;
  return decision(unitOfWork, {
    ...onBudget(ports),
    once: 'evaluateBudget',
    may: (actor, plan) => {
      mustSeePlan(actor, plan);
      mayEvaluateBudget(actor, plan.countyCode);
    },
    decide: async (plan, { score, advice, findings, evaluatedOn }, actor) => {
      requireOnceApproved(plan);
      const { countyCode, year, programme } = plan;
      const ledger = await ledgers.get(countyCode, year);
      const paidFen = addFen(
        balanceOf(ledger, stageAccount(programme, 'DISBURSED')),
        balanceOf(ledger, stageAccount(programme, 'RETURNED')),
      );
      const rules = rulesOf(await evaluationSchemes.listOf(countyCode), year);
      const terms = { score, advice, findings, evaluatedOn };
      const input = { ...terms, id: newId('bev'), evaluatedBy: subjectOf(actor) };
      return evaluate(plan, input, { rules, paidFen, today: chinaDay(clock.now()) });
    },
    save: budgetEvaluations.save,
  });
};
