import { defineError } from '@qianshou/kernel';

export const purchaseNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PURCHASE_NOT_FOUND',
  en: 'There is no purchase project {id}.',
  zh: '未找到购买项目 {id}。',
});

export const purchaseBeyondBudget = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_BEYOND_BUDGET',
  rule: 'FUN-13',
  en: 'All purchases of the budget together may come to what was approved: {availableFen:yuan} yuan are left, {askedFen:yuan} yuan were planned. Plan less, or have the budget adjusted (adjustBudget).',
  zh: '同一预算的购买项目合计不得超过批复预算:尚余 {availableFen:yuan} 元,拟安排 {askedFen:yuan} 元。请调减,或先调整预算(adjustBudget)。',
});

export const purchaseMethodNeedsReason = defineError({
  kind: 'INVALID',
  code: 'PURCHASE_METHOD_NEEDS_REASON',
  rule: 'FUN-6',
  en: 'The method "{method:PurchaseMethod}" is an exception and needs a reason. Say why (methodReason), or choose an open tender.',
  zh: '采用“{method:PurchaseMethod}”方式须说明理由(methodReason)。请补充理由,或改用公开招标。',
});

export const purchaseNotConsulted = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_NOT_CONSULTED',
  rule: 'FUN-6',
  en: 'The need of a public service is consulted on with the public before it is published. Record the consultation first (consultOnPurchaseProject).',
  zh: '公共服务项目须先就采购需求征求社会公众意见。请先登记征求意见情况(consultOnPurchaseProject)。',
});

export const purchaseOpenTooShort = defineError({
  kind: 'INVALID',
  code: 'PURCHASE_OPEN_TOO_SHORT',
  rule: 'FUN-6',
  en: 'A purchase by "{method:PurchaseMethod}" that was published on {publishedOn} stays open until {earliest} at least; {openUntil} is too early. Choose a later day.',
  zh: '{publishedOn} 发布的“{method:PurchaseMethod}”项目,截止日期不得早于 {earliest};填写的 {openUntil} 过早。请改为更晚的日期。',
});

export const purchaseStillOpen = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_STILL_OPEN',
  rule: 'FUN-6',
  en: 'The purchase is open until {openUntil}; it cannot be awarded on {awardedOn}. Award it on that day or later.',
  zh: '本项目截止日期为 {openUntil},不能于 {awardedOn} 成交。请在截止当日或之后确定。',
});

export const purchaseBidsWrong = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_BIDS_WRONG',
  rule: 'FUN-6',
  en: 'A purchase by "{method:PurchaseMethod}" needs {fewest} to {most} offers, and has {bids}. Name all of them, or say that it failed (failPurchaseProject) and publish it again.',
  zh: '“{method:PurchaseMethod}”须有 {fewest} 至 {most} 家报价,现有 {bids} 家。请填写全部报价,或登记采购失败(failPurchaseProject)后重新发布。',
});

export const purchaseWinnerNoBidder = defineError({
  kind: 'INVALID',
  code: 'PURCHASE_WINNER_NO_BIDDER',
  rule: 'FUN-6',
  en: '{agencyName} made no offer and cannot win. Choose one of those who did.',
  zh: '{agencyName} 未提交报价,不能成交。请从提交报价的机构中选择。',
});

export const purchaseAboveProject = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_ABOVE_PROJECT',
  rule: 'FUN-13',
  en: 'The offer of {askedFen:yuan} yuan is above the purchase of {availableFen:yuan} yuan. Choose another one, or say that it failed (failPurchaseProject).',
  zh: '报价 {askedFen:yuan} 元超过项目金额 {availableFen:yuan} 元。请另选,或登记采购失败(failPurchaseProject)。',
});

export const purchaseBetterPassedOver = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_BETTER_PASSED_OVER',
  rule: 'FUN-6',
  en: 'A better offer than that of {agencyName} is there. Choose it, or say why it was passed over (passedOverReason).',
  zh: '有优于 {agencyName} 的报价。请选择该报价,或说明未选原因(passedOverReason)。',
});

export const purchasePriorityIgnored = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_PRIORITY_IGNORED',
  rule: 'FUN-14',
  en: 'Among equal offers those of agencies graded excellent or good in the county go first ({preferredNames}), and {agencyName} is not. Choose one of them.',
  zh: '条件相同时,本县评估优秀、良好的机构优先({preferredNames}),{agencyName} 不在其列。请从中选择。',
});

export const purchaseProviderUnchecked = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_PROVIDER_UNCHECKED',
  rule: 'FUN-8',
  en: 'Of the conditions that a provider has to meet these were not checked: {missing:words}. Check them and say when.',
  zh: '承接主体的以下条件尚未核查:{missing:words}。请核查并填写日期。',
});

export const purchaseSuspended = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_SUSPENDED',
  rule: 'FUN-6',
  en: 'Objection {no} to the purchase is not answered: nothing goes on until it is. Answer it first (answerPurchaseObjection).',
  zh: '第 {no} 号质疑尚未答复,采购活动暂停。请先答复(answerPurchaseObjection)。',
});

export const objectionNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PURCHASE_OBJECTION_NOT_FOUND',
  en: 'The purchase has no objection {no}. Choose one that it lists.',
  zh: '本项目没有第 {no} 号质疑。请从质疑列表中选取。',
});

export const objectionAnswered = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_OBJECTION_ANSWERED',
  en: 'Objection {no} was answered on {answeredOn} already. Record a new one if there is one.',
  zh: '第 {no} 号质疑已于 {answeredOn} 答复。如有新的质疑,请另行登记。',
});

export const purchaseContractOpen = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_CONTRACT_OPEN',
  en: 'The contract {contractNo} of the purchase runs until {endsOn}. Close the purchase afterwards.',
  zh: '本项目合同 {contractNo} 至 {endsOn} 到期,请在此之后结项。',
});

export const purchaseTermsDiffer = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_TERMS_DIFFER',
  rule: 'FUN-6',
  en: 'The contract says otherwise than the purchase that was awarded: {fields:words}. Sign what was awarded.',
  zh: '合同与采购结果不一致:{fields:words}。请按采购结果签订。',
});

export const purchaseExhausted = defineError({
  kind: 'CONFLICT',
  code: 'PURCHASE_EXHAUSTED',
  rule: 'FUN-13',
  en: 'Of what was awarded {availableFen:yuan} yuan are left to be signed; {askedFen:yuan} yuan were asked for. Sign what is left at most.',
  zh: '成交金额尚余 {availableFen:yuan} 元可签约,拟签 {askedFen:yuan} 元。请在余额内签订。',
});

export const purchaseSignedLate = defineError({
  kind: 'INVALID',
  code: 'PURCHASE_SIGNED_LATE',
  rule: 'FUN-6',
  en: 'The contract of a purchase that was awarded on {awardedOn} is signed by {signBy}; it was signed on {signedOn}. Say why (lateSigningReason).',
  zh: '{awardedOn} 成交的项目须于 {signBy} 前签订合同,实际签订日为 {signedOn}。请说明理由(lateSigningReason)。',
});

export const purchaseNotBefore = defineError({
  kind: 'INVALID',
  code: 'PURCHASE_DAYS_OUT_OF_ORDER',
  en: 'The day in "{field}" ({day}) lies before {earliest}, when the step before took place. Correct it.',
  zh: '“{field}”日期 {day} 早于上一环节的 {earliest}。请更正。',
});
