import { defineError } from '@qianshou/kernel';

export const budgetNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'BUDGET_NOT_FOUND',
  en: 'There is no budget plan {id}.',
  zh: '未找到预算 {id}。',
});

export const budgetExists = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_EXISTS',
  en: 'The county already has a budget plan of this programme and year. Redraft that one.',
  zh: '该县本年度该项目已有预算,请在原预算上修改。',
});

export const budgetShareAboveCap = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_SHARE_ABOVE_CAP',
  rule: 'FUN-1',
  en: 'The share of the social-assistance fund is {askedFen:yuan} yuan; {capPercent} % of last year’s fund of {baseFen:yuan} yuan allow {capFen:yuan} yuan. Lower the share.',
  zh: '社会救助专项经费安排 {askedFen:yuan} 元,超过上年度专项经费 {baseFen:yuan} 元的 {capPercent}%,上限为 {capFen:yuan} 元。请调减该项安排。',
});

export const budgetCapUnknown = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_CAP_UNKNOWN',
  rule: 'FUN-1',
  en: 'No policy of {countyCode} in force on {day} says how much of the social-assistance fund may be used, and no national rule does. Adopt a county policy with a cap (adoptCountyPolicy, capPercent), or leave the share at 0.',
  zh: '{countyCode} 于 {day} 没有规定社会救助专项经费使用比例的现行县级政策,国家亦无统一规定。请先发布含比例上限的县级政策(adoptCountyPolicy, capPercent),或将该项安排为 0。',
});

export const budgetBaseYearWrong = defineError({
  kind: 'INVALID',
  code: 'BUDGET_BASE_YEAR_WRONG',
  rule: 'FUN-3',
  en: 'The cap of {year} is measured by the fund of {expectedYear}, not of {baseYear}. State that year’s fund.',
  zh: '{year} 年的上限以 {expectedYear} 年专项经费为基数,而不是 {baseYear} 年。请填报该年度的专项经费。',
});

export const budgetBaseMissing = defineError({
  kind: 'INVALID',
  code: 'BUDGET_BASE_MISSING',
  rule: 'FUN-3',
  en: 'A share of the social-assistance fund needs the fund of {expectedYear} with its source. State it in base.',
  zh: '使用社会救助专项经费须填报 {expectedYear} 年专项经费及其来源。请在 base 中填写。',
});

export const budgetTopUpTypedIn = defineError({
  kind: 'INVALID',
  code: 'BUDGET_TOP_UP_TYPED_IN',
  rule: 'FUN-2',
  en: 'The municipal top-up is what the other sources leave open; it is computed, never typed in.',
  zh: '市财政补足为其余来源不足部分,由系统计算,不得填报。',
});

export const budgetLinesWrong = defineError({
  kind: 'INVALID',
  code: 'BUDGET_LINES_WRONG',
  en: 'The budget lines cannot stand: {reason:words}. Correct the lines and send them again.',
  zh: '预算明细有误:{reason:words}。请更正后重新提交。',
});

export const budgetCapNotApproved = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_CAP_NOT_APPROVED',
  rule: 'FUN-1',
  en: 'The cap of {capPercent} % is proposed and not approved. Another person of finance approves it (approvePolicyCap of the policy {policyId}, whose source is {source}); then approve the budget.',
  zh: '{capPercent}% 的比例上限仅为提出、尚未批准。请先由财政部门另一人批准(政策 {policyId},依据为 {source},approvePolicyCap),再批复预算。',
});
