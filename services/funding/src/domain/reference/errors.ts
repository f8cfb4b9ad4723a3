import { defineError } from '@qianshou/kernel';

export const fundingStatusWrong = defineError({
  kind: 'CONFLICT',
  code: 'FUNDING_STATUS_WRONG',
  en: 'The {what:words} is {status:words}; this needs {needed:words}. Look at allowedActions for what is possible.',
  zh: '{what:words} 当前状态为 {status:words},此操作要求 {needed:words}。可执行的操作请见 allowedActions。',
});

export const fourEyes = defineError({
  kind: 'FORBIDDEN',
  code: 'FUNDING_FOUR_EYES',
  rule: 'FUN-10',
  en: 'Nobody does both of these: {acts:words}. Somebody else must do the second one.',
  zh: '同一人不得兼办以下两项:{acts:words}。后一项须由他人办理。',
});

export const contractNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'CONTRACT_NOT_FOUND',
  en: 'There is no contract {id}.',
  zh: '未找到合同 {id}。',
});

export const contractProviderUnfit = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_PROVIDER_UNFIT',
  en: 'The agency {agencyName} cannot be given a contract: it is {status:words}, registered as an operator: {canOperate:yesNo}. Choose another provider, or have its registration changed.',
  zh: '机构 {agencyName} 不能承接合同:状态 {status:words},具备承接资格:{canOperate:yesNo}。请另选承接机构，或先变更其登记。',
});

export const contractProviderNotOperator = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_PROVIDER_NOT_OPERATOR',
  rule: 'FUN-5',
  en: 'Operating money goes to the operator of each station only; {agencyName} does not run {stationNames}.',
  zh: '运营经费只能拨付给社工站的承接机构,{agencyName} 未承接 {stationNames}。',
});

export const contractProviderBarred = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_PROVIDER_BARRED',
  rule: 'FUN-14',
  en: 'In {gradedYear} the work of {agencyName} in this county was graded unqualified ({stationNames}): the agency is barred from the purchases of {year} here. Choose another provider.',
  zh: '{agencyName} 在本县承接的工作 {gradedYear} 年度评估不合格({stationNames}),不得参与本县 {year} 年度购买,请另选承接机构。',
});

export const contractStationElsewhere = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_STATION_ELSEWHERE',
  en: 'These stations lie outside the county of the budget: {stationNames}. Leave them out, or use the budget of their county.',
  zh: '以下社工站不在该预算所属县:{stationNames}。请移除，或使用其所属县的预算。',
});

export const contractTermsWrong = defineError({
  kind: 'INVALID',
  code: 'CONTRACT_TERMS_WRONG',
  en: 'The contract cannot stand in "{field}": {reason:words}. Correct it and sign again.',
  zh: '合同“{field}”有误:{reason:words}。请更正后重新签订。',
});

export const awardNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'AWARD_NOT_FOUND',
  en: 'There is no reward award {id}.',
  zh: '未找到以奖代补 {id}。',
});

export const awardExists = defineError({
  kind: 'CONFLICT',
  code: 'AWARD_EXISTS',
  en: 'This station already has an award of this kind. Go on with that one.',
  zh: '该社工站已有同类奖补。请在该项奖补上继续办理。',
});

export const awardNotDemonstration = defineError({
  kind: 'CONFLICT',
  code: 'AWARD_NOT_DEMONSTRATION',
  rule: 'FUN-4',
  en: 'The station {stationName} is no confirmed demonstration station; a demonstration award rests on its confirmation (confirmDemonstration or chooseDemonstrationStation). Apply for BUILDING, or wait for it.',
  zh: '社工站 {stationName} 不是已确认的示范站;示范奖补以示范站确认为前提(confirmDemonstration 或 chooseDemonstrationStation)。请申请建设奖补,或待确认后再批。',
});

export const awardNotAccepted = defineError({
  kind: 'CONFLICT',
  code: 'AWARD_NOT_ACCEPTED',
  rule: 'FUN-4',
  en: 'Building money follows a passed acceptance check, and the station has none yet (reward in place of subsidy).',
  zh: '以奖代补须在验收合格后办理,该社工站尚未通过验收。',
});

export const paidBeforeBudget = defineError({
  kind: 'INVALID',
  code: 'PAYMENT_BEFORE_BUDGET',
  rule: 'FUN-13',
  en: 'The payment is said to have been made on {paidOn}, and its budget is of {year}: nothing was paid from it before. Give the day of the voucher.',
  zh: '拨付日期 {paidOn} 早于预算年度 {year}，不可能从该预算支付。请填写凭证日期。',
});

export const paymentNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PAYMENT_NOT_FOUND',
  en: 'There is no payment {id}.',
  zh: '未找到拨付 {id}。',
});

export const paymentBeyondContract = defineError({
  kind: 'CONFLICT',
  code: 'PAYMENT_BEYOND_CONTRACT',
  rule: 'FUN-13',
  en: 'Of the contract {availableFen:yuan} yuan are left to be paid; {askedFen:yuan} yuan were asked for. Ask for what is left at most.',
  zh: '合同剩余可拨付 {availableFen:yuan} 元,申请 {askedFen:yuan} 元,超出合同金额。请在剩余额度内申请。',
});

export const paymentBeyondInstallment = defineError({
  kind: 'CONFLICT',
  code: 'PAYMENT_BEYOND_INSTALLMENT',
  rule: 'FUN-12',
  en: 'Of installment {installmentNo} {availableFen:yuan} yuan are left to be paid; {askedFen:yuan} yuan were asked for. Ask for what is left at most.',
  zh: '第 {installmentNo} 期剩余可拨付 {availableFen:yuan} 元,申请 {askedFen:yuan} 元,超出本期金额。请在剩余额度内申请。',
});

export const paymentConditionNotMet = defineError({
  kind: 'CONFLICT',
  code: 'PAYMENT_CONDITION_NOT_MET',
  rule: 'FUN-12',
  en: 'Installment {installmentNo} is due after {condition:InstallmentCondition}, which has not taken place yet. Ask again once it has.',
  zh: '第 {installmentNo} 期须在 {condition:InstallmentCondition} 完成后拨付,目前尚未完成。请待条件达成后再申请。',
});

export const installmentNotFound = defineError({
  kind: 'INVALID',
  code: 'CONTRACT_INSTALLMENT_UNKNOWN',
  rule: 'FUN-12',
  en: 'The contract has no installment {installmentNo}. Choose one that the contract lists.',
  zh: '合同没有第 {installmentNo} 期。请从合同分期中选取。',
});

export const paymentAlreadyOpen = defineError({
  kind: 'CONFLICT',
  code: 'PAYMENT_ALREADY_OPEN',
  en: 'A payment of this award is under way already: {paymentId}. Go on with that one, or return it first.',
  zh: '该奖补已有在办拨付:{paymentId}。请在该拨付上继续办理，或先将其退回。',
});

export const dayInFuture = defineError({
  kind: 'INVALID',
  code: 'FUNDING_DAY_IN_FUTURE',
  en: 'The day in "{field}" lies in the future: {day}; today is {today}. Give the day on which it took place.',
  zh: '“{field}”日期 {day} 晚于今天 {today}。请填写实际发生日期。',
});

export const entryUnbalanced = defineError({
  kind: 'INVALID',
  code: 'JOURNAL_ENTRY_UNBALANCED',
  en: 'A journal entry moves money between at least two accounts, each once, and sums to 0; this one sums to {sumFen:yuan} yuan. Correct the amounts.',
  zh: '记账凭证至少涉及两个科目且各一次,借贷合计为 0;本凭证合计 {sumFen:yuan} 元。请更正金额。',
});

export const accountOverdrawn = defineError({
  kind: 'CONFLICT',
  code: 'JOURNAL_ACCOUNT_OVERDRAWN',
  rule: 'FUN-13',
  en: 'The account {account:words} has {availableFen:yuan} yuan; {askedFen:yuan} yuan were to be moved. Ask for what is there at most.',
  zh: '科目 {account:words} 可用 {availableFen:yuan} 元,需要 {askedFen:yuan} 元。请在可用额度内办理。',
});

export const ledgerCapBroken = defineError({
  kind: 'CONFLICT',
  code: 'JOURNAL_CAP_BROKEN',
  rule: 'FUN-1',
  en: 'The assistance fund would give {askedFen:yuan} yuan in the year; its cap in yuan is {capFen:yuan}. Lower the share, or have the cap changed first.',
  zh: '本年度社会救助专项经费将安排 {askedFen:yuan} 元,上限(元)为 {capFen:yuan}。请调减安排，或先调整上限。',
});

export const reversalReversed = defineError({
  kind: 'CONFLICT',
  code: 'JOURNAL_REVERSAL_REVERSED',
  en: 'The entry {entryId} is a reversal itself; make a new movement instead.',
  zh: '凭证 {entryId} 本身为冲销凭证,请另行记账。',
});

export const reservationSettled = defineError({
  kind: 'CONFLICT',
  code: 'RESERVATION_SETTLED',
  en: 'The reservation is {status:words} already. Read the payment again.',
  zh: '该预留资金状态已为 {status:words}。请重新读取该拨付。',
});

export const reservationExpired = defineError({
  kind: 'CONFLICT',
  code: 'RESERVATION_EXPIRED',
  en: 'The reservation expired at {expiresAt}. Return this payment and ask for a new one.',
  zh: '预留资金已于 {expiresAt} 到期,请退回本次拨付后重新申请。',
});

export const budgetExhausted = defineError({
  kind: 'CONFLICT',
  code: 'BUDGET_EXHAUSTED',
  rule: 'FUN-13',
  en: 'The approved budget has {availableFen:yuan} yuan left; {askedFen:yuan} yuan were asked for. Ask for less, or have the budget redrafted.',
  zh: '已批预算剩余 {availableFen:yuan} 元,申请 {askedFen:yuan} 元,超出可用额度。请调减申请，或先修改预算。',
});

export const sourcePurposeExhausted = defineError({
  kind: 'CONFLICT',
  code: 'SOURCE_PURPOSE_EXHAUSTED',
  rule: 'FUN-13',
  en: 'Of money that may be used for this {availableFen:yuan} yuan are left; {askedFen:yuan} yuan were asked for. {sources:words} may not be used for it, or no longer. Ask for less, or have the budget adjusted (adjustBudget).',
  zh: '可用于此用途的资金剩余 {availableFen:yuan} 元,申请 {askedFen:yuan} 元;{sources:words} 不得用于此用途或已过使用期限。请调减申请,或先调整预算(adjustBudget)。',
});

export const sourceOverdrawn = defineError({
  kind: 'CONFLICT',
  code: 'SOURCE_OVERDRAWN',
  rule: 'FUN-13',
  en: 'Of the source {source:words} {availableFen:yuan} yuan are free; {askedFen:yuan} yuan were to be taken. Take what is free at most: the rest is bound or paid.',
  zh: '资金来源 {source:words} 可动用 {availableFen:yuan} 元,拟动用 {askedFen:yuan} 元。请在可动用额度内办理:其余已占用或已支付。',
});
