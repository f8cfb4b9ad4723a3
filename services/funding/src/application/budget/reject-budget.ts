import { type Actor, expectVersion, type PublicText } from '@qianshou/kernel';
import { rejectBudget as reject, type RejectedPlan } from '../../domain/budget/budget-plan.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { mayDecide, mustSeePlan } from '../../domain/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import type { BudgetTarget } from './submit-budget.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'unitOfWork' | 'clock'>;

export interface RejectBudgetInput extends BudgetTarget {
  readonly reason: PublicText;
}

export const rejectBudget =
  ({ budgetPlans, unitOfWork, clock }: Deps) =>
  (input: RejectBudgetInput, actor: Actor): Promise<RejectedPlan> =>
    unitOfWork.once(onceRequest('rejectBudget', actor, input), async () => {
      const plan = await budgetPlans.get(input.budgetPlanId);
      mustSeePlan(actor, plan);
      mayDecide(actor, plan.countyCode);
      expectVersion(plan, input.expectedVersion);
      const { reason } = input;
      return budgetPlans.save(reject(plan, { by: subjectOf(actor), at: clock.now(), reason }));
    });
