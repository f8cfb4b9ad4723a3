import { type Actor, onceRequest } from '@qianshou/kernel';
import { draftBudget as draft, type DraftInput, type DraftPlan } from '../../domain/budget/budget-plan.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { maySpend } from '../../domain/policy.ts';
import { capFacts } from './cap-facts.ts';

import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'policies' | 'unitOfWork' | 'clock' | 'newId'>;

export interface DraftBudgetInput extends Omit<DraftInput, 'id' | 'draftedBy'> {
  readonly idempotencyKey: string;
}

export const draftBudget =
  ({ budgetPlans, policies, unitOfWork, clock, newId }: Deps) =>
  (input: DraftBudgetInput, actor: Actor): Promise<DraftPlan> =>
    unitOfWork.once(onceRequest('draftBudget', actor, input), async () => {
      maySpend(actor, input.countyCode);
      const facts = await capFacts({ policies, clock }, input.countyCode);
      return budgetPlans.save(draft({ ...input, id: newId('bud'), draftedBy: subjectOf(actor) }, facts));
    });
