import type { Actor } from '@qianshou/kernel';
import { draftBudget as draft, type DraftInput, type DraftPlan } from '../domain/budget-plan.ts';
import { subjectOf } from '../domain/four-eyes.ts';
import { maySpend } from '../domain/policy.ts';
import { onceRequest } from './once-request.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'policies' | 'unitOfWork' | 'newId'>;

export interface DraftBudgetInput extends Omit<DraftInput, 'id' | 'draftedBy'> {
  readonly idempotencyKey: string;
}

export const draftBudget =
  ({ budgetPlans, policies, unitOfWork, newId }: Deps) =>
  (input: DraftBudgetInput, actor: Actor): Promise<DraftPlan> =>
    unitOfWork.once(onceRequest('draftBudget', actor, input), async () => {
      maySpend(actor, input.countyCode);
      const facts = { policies: await policies.listOf(input.countyCode) };
      return budgetPlans.save(draft({ ...input, id: newId('bud'), draftedBy: subjectOf(actor) }, facts));
    });
