import { type Command, decision } from '@qianshou/kernel';
import { submitBudget as submit, type SubmittedPlan } from '../../domain/budget/budget-plan.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { Ports } from '../ports.ts';
import { type BudgetTarget, maySpendOn, onBudget } from './budget-decision.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'unitOfWork'>;

export const submitBudget = ({ budgetPlans, unitOfWork }: Deps): Command<BudgetTarget, SubmittedPlan> =>
  decision(unitOfWork, {
    ...onBudget({ budgetPlans }),
    once: 'submitBudget',
    may: maySpendOn,
    decide: (plan, _input, actor) => submit(plan, subjectOf(actor)),
    save: budgetPlans.save,
  });
