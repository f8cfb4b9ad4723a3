import { type CalendarDate, fen, type Warning, yuan } from '@qianshou/kernel';
import type { BudgetPlan } from './budget-plan.ts';
import { capOf, shareOfAssistance, surplusOf } from './budget-sources.ts';

/** FUN-1, FUN-2: what advises about a plan and blocks nothing by itself. */
export function budgetWarnings(plan: BudgetPlan): readonly Warning[] {
  return [...capWarnings(plan), ...surplusWarnings(plan)];
}

function capWarnings(plan: BudgetPlan): readonly Warning[] {
  const since = plan.capBrokenSince ?? null;
  if (since !== null) return [capBroken(plan, since)];
  const policy = plan.cap?.policy ?? null;
  const proposed = policy !== null && policy.approvedOn === null;
  return proposed && shareOfAssistance(plan) > 0n ? [capProposed(policy.percent)] : [];
}

function capBroken(plan: BudgetPlan, since: CalendarDate): Warning {
  const [share, cap] = [yuan(shareOfAssistance(plan)), yuan(capOf(plan) ?? fen(0n))];
  return {
    rule: 'FUN-1',
    since,
    en: `The share of the social-assistance fund is ${share} yuan; since ${since} the cap allows ${cap}. Nothing moves by itself: adopt or approve the cap that is meant, or give the share back.`,
    zh: `社会救助专项经费安排 ${share} 元,自 ${since} 起上限为 ${cap} 元。系统不自动调整:请发布或批准适用的比例上限,或退回超出部分。`,
  };
}

function capProposed(percent: number): Warning {
  return {
    rule: 'FUN-1',
    en: `The cap of ${percent} % is proposed and not approved yet; the budget can be approved once finance approved the cap.`,
    zh: `${percent}% 的比例上限尚未批准,须经财政部门批准后方可批复预算。`,
  };
}

/** FUN-2: sources may exceed the plan; then the city tops nothing up and each source gives its part only. */
function surplusWarnings(plan: BudgetPlan): readonly Warning[] {
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
