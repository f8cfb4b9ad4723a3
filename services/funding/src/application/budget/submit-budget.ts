import { type Actor, expectVersion } from '@qianshou/kernel';
import { submitBudget as submit, type SubmittedPlan } from '../../domain/budget/budget-plan.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { BudgetPlanId } from '../../domain/ids.ts';
import { maySpend, mustSeePlan } from '../../domain/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'unitOfWork'>;

/** What every change of an existing plan says. */
export interface BudgetTarget {
  readonly budgetPlanId: BudgetPlanId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export const submitBudget =
  ({ budgetPlans, unitOfWork }: Deps) =>
  (input: BudgetTarget, actor: Actor): Promise<SubmittedPlan> =>
    unitOfWork.once(onceRequest('submitBudget', actor, input), async () => {
      const plan = await budgetPlans.get(input.budgetPlanId);
      mustSeePlan(actor, plan);
      maySpend(actor, plan.countyCode);
      expectVersion(plan, input.expectedVersion);
      return budgetPlans.save(submit(plan, subjectOf(actor)));
    });
