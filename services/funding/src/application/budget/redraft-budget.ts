import { type Command, decision } from '@qianshou/kernel';
import {
  type DraftPlan,
  redraftBudget as redraft,
  type RedraftInput,
} from '../../domain/budget/budget-plan.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { capFacts } from './cap-facts.ts';
import type { Ports } from '../ports.ts';
import { type BudgetTarget, maySpendOn, onBudget } from './budget-decision.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'policies' | 'unitOfWork' | 'clock'>;

export type RedraftBudgetInput = BudgetTarget & Omit<RedraftInput, 'draftedBy'>;

export const redraftBudget = (deps: Deps): Command<RedraftBudgetInput, DraftPlan> =>
  decision(deps.unitOfWork, {
    ...onBudget(deps),
    once: 'redraftBudget',
    may: maySpendOn,
    decide: async (plan, input, actor) =>
      redraft(plan, { ...input, draftedBy: subjectOf(actor) }, await capFacts(deps, plan.countyCode)),
    save: deps.budgetPlans.save,
  });
