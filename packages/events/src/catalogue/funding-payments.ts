import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { CHECK, CONTRACT, OPERATOR, STATION } from './example-ids.ts';
import { count, day, fenText, id, region, year, oneOf } from '../fields.ts';
import { fundSourceKind } from './funding.ts';

const AWARD = 'awd_01900000-0000-7000-8000-000000000044';
const PAYMENT = 'pay_01900000-0000-7000-8000-000000000045';

const award = {
  awardId: id('awd'),
  countyCode: region,
  year,
  stationId: id('sta'),
  amountFen: fenText,
  /** Who acted: the subject of an account. */
  by: z.string().optional(),
};
const awardExample = {
  awardId: AWARD,
  countyCode: '420581',
  year: 2026,
  stationId: STATION,
  amountFen: '3000000',
};

const payment = {
  paymentId: id('pay'),
  countyCode: region,
  year,
  contractId: id('con').nullable(),
  awardId: id('awd').nullable(),
  stationIds: z.array(id('sta')),
  /** The agency that is paid; null for an award, absent in events of before this was told. */
  providerId: id('agy').nullable().optional(),
  amountFen: fenText,
  /** Who acted: the subject of an account. */
  by: z.string().optional(),
  /** HISTORY: entered of a past year from its papers; absent for what was done here. */
  origin: oneOf(['HISTORY']).optional(),
};
const paymentExample = {
  paymentId: PAYMENT,
  countyCode: '420581',
  year: 2026,
  contractId: CONTRACT,
  awardId: null,
  stationIds: [STATION],
  providerId: OPERATOR,
  amountFen: '10000000',
  by: 'yidu-finance',
};

/** By source and the year that it comes from; absent in events of before, and where it was not kept. */
const sources = z
  .array(z.object({ kind: fundSourceKind, originYear: year.nullable(), amountFen: fenText }))
  .optional();

/** Awards and payments: what money goes out for, and what becomes of it. */
export const fundingPaymentEvents = [
  defineEvent({
    type: 'qianshou.funding.award-applied.v1',
    aggregate: 'reward-award',
    about: { en: 'A building reward was applied for.', zh: '以奖代补申请' },
    data: z.object(award),
    example: awardExample,
  }),
  defineEvent({
    type: 'qianshou.funding.award-accepted.v1',
    aggregate: 'reward-award',
    about: { en: 'The station passed its acceptance: the award may be approved.', zh: '验收合格,奖补受理' },
    data: z.object({ ...award, acceptanceCheckId: id('chk') }),
    example: { ...awardExample, acceptanceCheckId: CHECK },
  }),
  defineEvent({
    type: 'qianshou.funding.award-approved.v1',
    aggregate: 'reward-award',
    about: { en: 'An award was approved.', zh: '奖补批准' },
    data: z.object(award),
    example: awardExample,
  }),
  defineEvent({
    type: 'qianshou.funding.award-refused.v1',
    aggregate: 'reward-award',
    about: { en: 'Finance refused an award before any money moved.', zh: '奖补不予批准' },
    data: z.object(award),
    example: { ...awardExample, by: 'yidu-finance' },
  }),
  defineEvent({
    type: 'qianshou.funding.award-withdrawn.v1',
    aggregate: 'reward-award',
    about: { en: 'The bureau took an award back before any money moved.', zh: '奖补撤回' },
    data: z.object(award),
    example: { ...awardExample, by: 'yidu-bureau' },
  }),
  defineEvent({
    type: 'qianshou.funding.award-corrected.v1',
    aggregate: 'reward-award',
    about: { en: 'The bureau put the amount of an award right before its approval.', zh: '奖补更正' },
    data: z.object(award),
    example: { ...awardExample, by: 'yidu-bureau' },
  }),
  defineEvent({
    type: 'qianshou.funding.award-carried-over.v1',
    aggregate: 'reward-award',
    about: {
      en: 'The year of its budget was closed: an approved award that was not paid is bound in the next year.',
      zh: '奖补未付金额结转',
    },
    data: z.object({ ...award, toYear: year }),
    example: { ...awardExample, by: 'yidu-finance', toYear: 2027 },
  }),
  defineEvent({
    type: 'qianshou.funding.award-paid.v1',
    aggregate: 'reward-award',
    about: { en: 'An award was paid out.', zh: '奖补拨付' },
    data: z.object(award),
    example: awardExample,
  }),
  defineEvent({
    type: 'qianshou.funding.award-reopened.v1',
    aggregate: 'reward-award',
    about: {
      en: 'The payment of an award came back: the award stands and waits to be paid again.',
      zh: '奖补款项退回,待重新拨付',
    },
    data: z.object(award),
    example: awardExample,
  }),
  defineEvent({
    type: 'qianshou.funding.payment-requested.v1',
    aggregate: 'payment',
    about: { en: 'A payment was requested; its amount is reserved.', zh: '申请拨付' },
    data: z.object(payment),
    example: paymentExample,
  }),
  defineEvent({
    type: 'qianshou.funding.payment-approved.v1',
    aggregate: 'payment',
    about: { en: 'A payment was approved by a second person.', zh: '拨付审批' },
    data: z.object(payment),
    example: paymentExample,
  }),
  defineEvent({
    type: 'qianshou.funding.payment-instructed.v1',
    aggregate: 'payment',
    about: { en: 'The bank was told to pay; it has not answered yet.', zh: '拨付指令已发银行' },
    data: z.object({ ...payment, instructedOn: day }),
    example: { ...paymentExample, instructedOn: '2026-03-18' },
  }),
  defineEvent({
    type: 'qianshou.funding.payment-refunded.v1',
    aggregate: 'payment',
    about: { en: 'Part of what was paid came back to its sources.', zh: '拨付部分退款' },
    data: z.object({
      ...payment,
      sources,
      refundFen: fenText,
      receivedOn: day,
      /** Its year is closed: the money went back to its source for good. */
      givenBack: z.boolean(),
    }),
    example: { ...paymentExample, refundFen: '1000000', receivedOn: '2026-06-01', givenBack: false },
  }),
  defineEvent({
    type: 'qianshou.funding.payment-overdue.v1',
    aggregate: 'payment',
    about: {
      en: 'An approved payment is past its time. The bank may have paid: its money stays set aside until a person settles it.',
      zh: '已批拨付逾期待核实',
    },
    data: z.object({ ...payment, since: z.iso.datetime() }),
    example: { ...paymentExample, since: '2026-04-20T02:00:00.000Z' },
  }),
  defineEvent({
    type: 'qianshou.funding.payment-made.v1',
    aggregate: 'payment',
    about: { en: 'A payment was made.', zh: '资金拨付' },
    data: z.object({
      ...payment,
      sources,
      /** Which installment of its contract; null for an award, absent in events of before this was told. */
      installmentNo: count.nullable().optional(),
      paidOn: day,
      /** Whether it had been told as overdue. */
      wasOverdue: z.boolean().optional(),
      /** The year whose ledger its money left, when it was paid in a later one. */
      movedFromYear: year.nullable().optional(),
    }),
    example: { ...paymentExample, paidOn: '2026-03-20', wasOverdue: false, movedFromYear: null },
  }),
  defineEvent({
    type: 'qianshou.funding.payment-returned.v1',
    aggregate: 'payment',
    about: { en: 'A payment was refused or came back; its amount is free again.', zh: '拨付退回' },
    data: z.object({
      ...payment,
      sources,
      /** Whether it had been paid before: then what was paid becomes less. */
      wasPaid: z.boolean().optional(),
      wasOverdue: z.boolean().optional(),
      /** Its year is closed: the money went back to its source. */
      givenBack: z.boolean().optional(),
      reason: oneOf(['REFUSED', 'EXPIRED', 'FAILED', 'CAME_BACK', 'RECORDED_IN_ERROR']).optional(),
    }),
    example: { ...paymentExample, wasPaid: false, wasOverdue: false, reason: 'REFUSED' },
  }),
] as const;
