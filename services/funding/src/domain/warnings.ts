import { type Warning, yuan } from '@qianshou/kernel';
import type { BudgetPlan } from './budget-plan.ts';
import { surplusOf } from './budget-sources.ts';

/** FUN-2: sources may exceed the plan; then the city tops nothing up and each source gives its part only. */
export function budgetWarnings(plan: BudgetPlan): readonly Warning[] {
  const surplus = surplusOf(plan);
  if (surplus === 0n) return [];
  return [
    {
      rule: 'FUN-2',
      en: `The sources exceed the plan by ${yuan(surplus)} yuan; each is drawn in proportion, and the surplus stays where it is.`,
      zh: `资金来源超出预算 ${yuan(surplus)} 元,将按比例使用,超出部分不动用。`,
    },
  ];
}
