import { defineError } from '@qianshou/kernel';

export const contractNumberTaken = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_NUMBER_TAKEN',
  en: 'The county has a contract with the number {contractNo} already ({contractId}). Give the number of this contract, or withdraw the other one.',
  zh: '本县已有编号为 {contractNo} 的合同({contractId})。请填写本合同的编号,或撤回该合同。',
});

export const contractOverlaps = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_OVERLAPS',
  rule: 'FUN-5',
  en: 'For the stations {stationIds} the contract {contractNo} ({contractId}) holds from {startsOn} to {endsOn}. Choose other days, or name it as the contract that this one replaces (replacesContractId).',
  zh: '社工站 {stationIds} 已有合同 {contractNo}({contractId}),期限为 {startsOn} 至 {endsOn}。请另定期限,或注明由本合同替代该合同(replacesContractId)。',
});

export const contractSignedLate = defineError({
  kind: 'INVALID',
  code: 'CONTRACT_SIGNED_LATE',
  en: 'The contract was signed on {signedOn}, after the service began on {startsOn}. Say why (lateSigningReason).',
  zh: '合同签订日 {signedOn} 晚于服务开始日 {startsOn},请说明理由(lateSigningReason)。',
});

export const contractTermTooLong = defineError({
  kind: 'INVALID',
  code: 'CONTRACT_TERM_TOO_LONG',
  en: 'A contract runs for three years at most, to {latest} when it begins on {startsOn}; this one ends on {endsOn}. Sign a shorter one.',
  zh: '合同期限最长三年,自 {startsOn} 起不得晚于 {latest};本合同至 {endsOn}。请缩短期限。',
});

export const contractTermNeedsReason = defineError({
  kind: 'INVALID',
  code: 'CONTRACT_TERM_NEEDS_REASON',
  en: 'A contract of more than one year needs a reason; without one it ends on {latest} at the latest. Say why (longTermReason).',
  zh: '合同期限超过一年须说明理由(longTermReason);未说明的,最迟至 {latest}。',
});

export const contractStationClosed = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_STATION_CLOSED',
  rule: 'FUN-5',
  en: 'These stations are closed: {stationNames}. Leave them out of the contract.',
  zh: '以下社工站已关闭:{stationNames}。请从合同中移除。',
});

export const contractMoneyMoved = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_MONEY_MOVED',
  en: 'Payments of this contract were asked for or made; it can no longer be refused, withdrawn or corrected. Return them first.',
  zh: '本合同已有拨付申请或支付,不能再退回、撤回或更正。请先退回相关拨付。',
});

export const contractOutsideBudget = defineError({
  kind: 'INVALID',
  code: 'CONTRACT_OUTSIDE_BUDGET',
  rule: 'FUN-5',
  en: 'The contract runs from {startsOn} to {endsOn}, and the budget is of {year}: nothing of it is paid from there. Correct the days, or use the budget of their year.',
  zh: '合同期限为 {startsOn} 至 {endsOn}，而预算为 {year} 年度，不能从该预算列支。请更正日期，或使用相应年度的预算。',
});

export const supplementAboveLimit = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_SUPPLEMENT_ABOVE_LIMIT',
  rule: 'FUN-7',
  en: 'All additional purchases under a contract come to a tenth of what was signed at most: {availableFen:yuan} yuan are left, {askedFen:yuan} yuan were asked for. Ask for less, or purchase anew.',
  zh: '同一合同追加采购累计不得超过原合同金额的百分之十:尚可追加 {availableFen:yuan} 元,申请 {askedFen:yuan} 元。请调减,或另行采购。',
});

export const settlementOutOfBounds = defineError({
  kind: 'INVALID',
  code: 'CONTRACT_SETTLEMENT_OUT_OF_BOUNDS',
  rule: 'FUN-13',
  en: 'The settlement lies between what was asked for and paid ({leastFen:yuan} yuan) and the contract ({mostFen:yuan} yuan). Correct it, or return payments first.',
  zh: '结算金额应介于已申请及已付的 {leastFen:yuan} 元与合同金额 {mostFen:yuan} 元之间。请更正,或先退回相关拨付。',
});

export const acceptanceWithoutRecipients = defineError({
  kind: 'INVALID',
  code: 'ACCEPTANCE_WITHOUT_RECIPIENTS',
  rule: 'FUN-9',
  en: 'An acceptance of a public service invites recipients and keeps what they said. Invite at least one and say how many answered.',
  zh: '公共服务验收须邀请服务对象参与并保留其意见。请至少邀请一名服务对象并填写意见数。',
});

export const acceptanceNotRecorded = defineError({
  kind: 'NOT_FOUND',
  code: 'ACCEPTANCE_NOT_FOUND',
  en: 'The contract has no acceptance {no}. Choose one that the contract lists.',
  zh: '合同没有第 {no} 次验收。请从合同验收记录中选取。',
});

export const acceptancePublished = defineError({
  kind: 'CONFLICT',
  code: 'ACCEPTANCE_PUBLISHED',
  rule: 'FUN-9',
  en: 'The acceptance {no} was published on {publishedOn} already. Record a second acceptance where the result is another one now.',
  zh: '第 {no} 次验收已于 {publishedOn} 公示。结果有变化的,请另行登记第二次验收。',
});

export const contractPublished = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_PUBLISHED',
  rule: 'FUN-6',
  en: 'The contract was published on {publishedOn} already. Read it again.',
  zh: '合同已于 {publishedOn} 公告。请重新读取。',
});

export const contractFiled = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_FILED',
  rule: 'FUN-6',
  en: 'A copy of the contract was filed on {filedOn} already. Read it again.',
  zh: '合同副本已于 {filedOn} 备案。请重新读取。',
});

export const contractNotAccepted = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_NOT_ACCEPTED',
  rule: 'FUN-9',
  en: 'The contract is closed once its last acceptance passed and was published. Record it (recordAcceptance), or publish it (publishAcceptance).',
  zh: '最后一次验收合格并公示后方可结项。请登记验收(recordAcceptance)或公示验收结果(publishAcceptance)。',
});

export const contractNotPaid = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_NOT_PAID',
  rule: 'FUN-13',
  en: 'These installments are not paid in full: {installments}. Pay them, deduct what is not to be paid (deductFromContract), or end the contract with a settlement (terminateContract).',
  zh: '第 {installments} 期尚未付清。请付清,或扣减不应支付的部分(deductFromContract),或结算后终止合同(terminateContract)。',
});

export const deductionAboveInstallment = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_DEDUCTION_ABOVE_INSTALLMENT',
  rule: 'FUN-13',
  en: 'Of installment {installmentNo} {availableFen:yuan} yuan were not asked for yet; {askedFen:yuan} yuan are to be deducted. Deduct from another one, or return a payment first.',
  zh: '第 {installmentNo} 期尚未申请 {availableFen:yuan} 元,拟扣减 {askedFen:yuan} 元。请从其他期次扣减,或先退回拨付。',
});

export const amendmentNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'CONTRACT_AMENDMENT_NOT_FOUND',
  en: 'The contract has no amendment {no}. Choose one that it lists.',
  zh: '合同没有第 {no} 号变更。请从合同变更中选取。',
});

export const amendmentNotified = defineError({
  kind: 'CONFLICT',
  code: 'CONTRACT_AMENDMENT_NOTIFIED',
  rule: 'FUN-6',
  en: 'Amendment {no} was made known on {notifiedOn} already. Read the contract again.',
  zh: '第 {no} 号变更已于 {notifiedOn} 公告。请重新读取合同。',
});
