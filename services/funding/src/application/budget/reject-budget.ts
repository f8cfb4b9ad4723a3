import { type Command, decision, type PublicText } from '@qianshou/kernel';
import { rejectBudget as reject, type RejectedPlan } from '../../domain/budget/budget-plan.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { Ports } from '../ports.ts';
import { type BudgetTarget, mayDecideOn, onBudget } from './budget-decision.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'unitOfWork' | 'clock'>;

export interface RejectBudgetInput extends BudgetTarget {
  readonly reason: PublicText;
}

export const rejectBudget = ({
  budgetPlans,
  unitOfWork,
  clock,
}: Deps): Command<RejectBudgetInput, RejectedPlan> =>
  decision(unitOfWork, {
    ...onBudget({ budgetPlans }),
    once: 'rejectBudget',
    may: mayDecideOn,
    decide: (plan, { reason }, actor) => reject(plan, { by: subjectOf(actor), at: clock.now(), reason }),
    save: budgetPlans.save,
  });
