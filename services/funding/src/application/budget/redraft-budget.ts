import { type Actor, expectVersion } from '@qianshou/kernel';
import {
  type DraftPlan,
  redraftBudget as redraft,
  type RedraftInput,
} from '../../domain/budget/budget-plan.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { maySpend, mustSeePlan } from '../../domain/policy.ts';
import { capFacts } from './cap-facts.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import type { BudgetTarget } from './submit-budget.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'policies' | 'unitOfWork' | 'clock'>;

export type RedraftBudgetInput = BudgetTarget & Omit<RedraftInput, 'draftedBy'>;

export const redraftBudget =
  ({ budgetPlans, policies, unitOfWork, clock }: Deps) =>
  (input: RedraftBudgetInput, actor: Actor): Promise<DraftPlan> =>
    unitOfWork.once(onceRequest('redraftBudget', actor, input), async () => {
      const plan = await budgetPlans.get(input.budgetPlanId);
      mustSeePlan(actor, plan);
      maySpend(actor, plan.countyCode);
      expectVersion(plan, input.expectedVersion);
      const facts = await capFacts({ policies, clock }, plan.countyCode);
      return budgetPlans.save(redraft(plan, { ...input, draftedBy: subjectOf(actor) }, facts));
    });
