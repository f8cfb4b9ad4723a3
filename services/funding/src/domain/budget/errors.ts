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

export const adjustmentPending = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_ADJUSTMENT_PENDING',
  en: 'The adjustment {no} of this budget waits for its decision. Approve or reject it first (approveBudgetAdjustment, rejectBudgetAdjustment).',
  zh: '该预算第 {no} 次调整尚未审批。请先批准或退回(approveBudgetAdjustment, rejectBudgetAdjustment)。',
});

export const adjustmentNotProposed = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_ADJUSTMENT_NOT_PROPOSED',
  en: 'No adjustment of this budget waits for a decision. Propose one (adjustBudget).',
  zh: '该预算没有待审批的调整。请先提出调整(adjustBudget)。',
});

export const adjustmentWrong = defineError({
  kind: 'INVALID',
  code: 'BUDGET_ADJUSTMENT_WRONG',
  en: 'The adjustment cannot stand: {reason:words}. Choose another kind or another total.',
  zh: '预算调整有误:{reason:words}。请更换调整方式或总额。',
});

export const budgetBelowCommitted = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_BELOW_COMMITTED',
  rule: 'FUN-13',
  en: 'Of the source {source:words} {availableFen:yuan} yuan are free; the adjustment would take {askedFen:yuan} yuan. What is bound or paid stays: take what is free at most.',
  zh: '资金来源 {source:words} 可调减 {availableFen:yuan} 元,拟调减 {askedFen:yuan} 元。已占用或已支付部分不得调减,请在可用额度内调减。',
});

export const budgetYearTooFar = defineError({
  kind: 'INVALID',
  code: 'BUDGET_YEAR_TOO_FAR',
  en: 'A budget of {year} is not drafted yet; {latest} is the latest year that is planned now. Correct the year.',
  zh: '尚不编制 {year} 年度预算,目前最迟可编制 {latest} 年度。请更正年度。',
});

export const budgetYearNotBegun = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_YEAR_NOT_BEGUN',
  en: 'Before its approval money of a budget is opened in its own year {year} alone; today is {today}. Have the budget approved, or open it in that year.',
  zh: '预算批复前安排支出仅限预算年度 {year} 年内办理,今天为 {today}。请先批复预算,或在该年度内办理。',
});

export const provisionalAboveCeiling = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_PROVISIONAL_ABOVE_CEILING',
  en: 'In the same period of the year before {ceilingFen:yuan} yuan were paid, and {openedFen:yuan} yuan are opened already; of the sources of the draft {availableFen:yuan} yuan may be opened, {askedFen:yuan} yuan were asked for. The assistance fund waits for the approval. Ask for less, or have the budget approved.',
  zh: '上一年同期支出 {ceilingFen:yuan} 元,已安排 {openedFen:yuan} 元;按预算草案的资金来源还可安排 {availableFen:yuan} 元,申请 {askedFen:yuan} 元。社会救助专项经费须待预算批复。请调减,或先批复预算。',
});

export const budgetYearOver = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_YEAR_OVER',
  en: 'The budget year {year} ended on {lastDay}; on {day} nothing new is bound under it. Use the budget of the year in which it is bound.',
  zh: '{year} 预算年度已于 {lastDay} 结束,{day} 不得再新增支出承诺。请使用当年度预算。',
});

export const budgetYearNotOver = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_YEAR_NOT_OVER',
  en: 'The budget year {year} ends on {lastDay}. Settle it on that day or later.',
  zh: '{year} 预算年度至 {lastDay} 结束,请于当日或之后办理决算。',
});

export const budgetPaymentsOpen = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_PAYMENTS_OPEN',
  en: 'Payments of {year} are neither paid nor returned: {open}, among them {paymentIds}. Settle each of them first (makePayment or returnPayment).',
  zh: '{year} 年尚有 {open} 笔拨付未支付或退回(包括 {paymentIds})。请先逐笔办结(makePayment 或 returnPayment)。',
});

export const budgetAdjustmentOpen = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_ADJUSTMENT_OPEN',
  en: 'The adjustment {no} waits for its decision. Approve or reject it before the year is settled.',
  zh: '第 {no} 次预算调整尚未审批。请先批准或退回,再办理决算。',
});

export const budgetYearClosed = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_YEAR_CLOSED',
  en: 'The year {year} is settled; its entries are not reversed any more. Return money that comes back by returnPayment, as having come back: it is given back to its source.',
  zh: '{year} 年度已决算,不得再冲销其凭证。退回的款项请用 returnPayment 登记为“已付款退回”,退回原资金来源。',
});
