import type { Actor } from '@qianshou/kernel';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import type { Payment } from '../../domain/payment/payment-state.ts';
import { maySeePayment, maySeePlan } from '../../domain/policy.ts';

/** What the caller may not see is as if it were not there. */
export function visiblePlan(plan: BudgetPlan | null, actor: Actor): BudgetPlan | null {
  return plan !== null && maySeePlan(actor, plan) ? plan : null;
}

export function visiblePayment(payment: Payment | null, actor: Actor): Payment | null {
  return payment !== null && maySeePayment(actor, payment) ? payment : null;
}
