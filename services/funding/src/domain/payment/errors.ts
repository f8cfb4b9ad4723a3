import { defineError } from '@qianshou/kernel';

export const refundBeforePayment = defineError({
  kind: 'INVALID',
  code: 'REFUND_BEFORE_PAYMENT',
  en: 'The day {receivedOn} lies before {paidOn}, on which it was paid. Give the day on the slip.',
  zh: '退款日期 {receivedOn} 早于支付日期 {paidOn}。请填写凭证上的日期。',
});

export const paymentBeforeRequest = defineError({
  kind: 'INVALID',
  code: 'PAYMENT_BEFORE_REQUEST',
  rule: 'FUN-13',
  en: 'The day in "{field}" lies before the payment was asked for: {day}; it was asked for on {requestedOn}. Give the day on the paper; a payment of before is taken in from a file of past years (beginFundingImport, PAYMENTS).',
  zh: '“{field}”日期 {day} 早于拨付申请日期 {requestedOn}。请填写凭证上的日期;以往年度的拨付请通过历史文件导入(beginFundingImport, PAYMENTS)。',
});

export const paymentVoucherTaken = defineError({
  kind: 'CONFLICT',
  code: 'PAYMENT_VOUCHER_TAKEN',
  en: 'The bank slip {no} stands on another payment of this year already. Give the slip of this payment, or return the other one first.',
  zh: '银行凭证 {no} 已用于本年度另一笔拨付。请填写本次拨付的凭证,或先退回该笔拨付。',
});

export const paymentInvoiceTaken = defineError({
  kind: 'CONFLICT',
  code: 'PAYMENT_INVOICE_TAKEN',
  en: 'The invoice {no} stands on another payment of this year already. Give the invoice of this payment, or return the other one first.',
  zh: '发票 {no} 已用于本年度另一笔拨付。请填写本次拨付的发票,或先退回该笔拨付。',
});

export const refundAbovePaid = defineError({
  kind: 'CONFLICT',
  code: 'REFUND_ABOVE_PAID',
  rule: 'FUN-13',
  en: 'Of the payment {availableFen:yuan} yuan are still paid; {askedFen:yuan} yuan are said to have come back. Give what came back of it.',
  zh: '该笔拨付现有已付 {availableFen:yuan} 元,登记退回 {askedFen:yuan} 元,超出已付金额。请填写实际退回金额。',
});

export const paymentRefunded = defineError({
  kind: 'CONFLICT',
  code: 'PAYMENT_REFUNDED',
  en: 'Part of this payment came back already, so it was made: its entry is not reversed. Record the rest as money that came back.',
  zh: '该笔拨付已部分退回,说明确已支付,不得冲销。请将其余部分按“款项退回”登记。',
});
