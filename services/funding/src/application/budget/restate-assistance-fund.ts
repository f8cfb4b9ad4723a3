import { type Actor, expectVersion } from '@qianshou/kernel';
import { restateFund } from '../../domain/budget/budget-measure.ts';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import type { AssistanceFund } from '../../domain/budget/budget-sources.ts';
import { maySpend, mustSeePlan } from '../../domain/policy.ts';
import { capFacts } from './cap-facts.ts';
import { moveMoney } from '../money/move-money.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import type { BudgetTarget } from './submit-budget.ts';

export type RestateAssistanceFundInput = BudgetTarget & Omit<AssistanceFund, 'year'>;

/** FUN-3: another figure of last year's fund makes a new revision, and the cap is measured by it. */
export const restateAssistanceFund =
  (ports: Ports) =>
  async (input: RestateAssistanceFundInput, actor: Actor): Promise<BudgetPlan> => {
    const place = await ports.budgetPlans.get(input.budgetPlanId);
    return moveMoney(ports, place, onceRequest('restateAssistanceFund', actor, input), async () => {
      const plan = await ports.budgetPlans.get(input.budgetPlanId);
      mustSeePlan(actor, plan);
      maySpend(actor, plan.countyCode);
      expectVersion(plan, input.expectedVersion);
      const { amountFen, source } = input;
      const facts = await capFacts(ports, plan.countyCode);
      return ports.budgetPlans.save(restateFund(plan, { amountFen, source }, facts));
    });
  };
