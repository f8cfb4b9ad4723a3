import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import { scopeOf } from '../../domain/policy.ts';
import type { BudgetFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** What the reader may not see is filtered where it is stored, so that pages and counts leave it out too. */
export const listBudgetPlans =
  ({ budgetPlans }: Pick<Ports, 'budgetPlans'>) =>
  (filter: Omit<BudgetFilter, 'scope'>, page: PageRequest, actor: Actor): Promise<Page<BudgetPlan>> =>
    budgetPlans.list({ ...filter, scope: scopeOf(actor) }, page);
