import type { Actor } from '@qianshou/kernel';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import type { BudgetPlanId } from '../../domain/ids.ts';
import { mayDecide, maySpend, mustSeePlan } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

/** What every change of an existing plan says. */
export interface BudgetTarget {
  readonly budgetPlanId: BudgetPlanId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

/** Which plan a decision is about: its own, or the one under which something new is signed or applied for. */
export const onBudget = ({ budgetPlans }: Pick<Ports, 'budgetPlans'>) => ({
  load: ({ budgetPlanId }: Pick<BudgetTarget, 'budgetPlanId'>) => budgetPlans.get(budgetPlanId),
});

export function maySpendOn(actor: Actor, plan: BudgetPlan): void {
  mustSeePlan(actor, plan);
  maySpend(actor, plan.countyCode);
}

export function mayDecideOn(actor: Actor, plan: BudgetPlan): void {
  mustSeePlan(actor, plan);
  mayDecide(actor, plan.countyCode);
}
