import { type Command, decision } from '@qianshou/kernel';
import { restateFund } from '../../domain/budget/budget-measure.ts';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import type { AssistanceFund } from '../../domain/budget/budget-sources.ts';
import { capFacts } from './cap-facts.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { type BudgetTarget, maySpendOn, onBudget } from './budget-decision.ts';

export type RestateAssistanceFundInput = BudgetTarget & Omit<AssistanceFund, 'year'>;

/** FUN-3: another figure of last year's fund makes a new revision, and the cap is measured by it. */
export const restateAssistanceFund = (ports: Ports): Command<RestateAssistanceFundInput, BudgetPlan> => {
  const { load } = onBudget(ports);
  return decision(ports.unitOfWork, {
    once: 'restateAssistanceFund',
    lock: lockLedgerOf(load),
    load,
    may: maySpendOn,
    decide: async (plan, { amountFen, source }) =>
      restateFund(plan, { amountFen, source }, await capFacts(ports, plan.countyCode)),
    save: ports.budgetPlans.save,
  });
};
