import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, fenText, id, region, year, oneOf } from '../fields.ts';

const SOURCE = 'src_01900000-0000-7000-8000-000000000041';
const BUDGET = 'bud_01900000-0000-7000-8000-000000000042';
const CONTRACT = 'con_01900000-0000-7000-8000-000000000043';
const AWARD = 'awd_01900000-0000-7000-8000-000000000044';
const PAYMENT = 'pay_01900000-0000-7000-8000-000000000045';
const STATION = 'sta_01900000-0000-7000-8000-000000000011';
const PROVIDER = 'agy_01900000-0000-7000-8000-000000000001';
const CHECK = 'chk_01900000-0000-7000-8000-000000000014';

export const fundSourceKind = oneOf([
  'ASSISTANCE_FUND_SHARE',
  'SUPERIOR_GRANT',
  'MUNICIPAL_TOP_UP',
  'BUILD_REWARD',
  'PURCHASE_BUDGET',
  'CENTRAL_REWARD',
  'CHARITY',
  'PAIR_PROVINCE_AID',
]);

const plan = { budgetPlanId: id('bud'), countyCode: region, year };
const planExample = { budgetPlanId: BUDGET, countyCode: '420581', year: 2026 };
const amounts = {
  plannedFen: fenText,
  assistanceShareFen: fenText,
  capFen: fenText.nullable(),
  topUpFen: fenText,
};
const amountsExample = {
  plannedFen: '220000000',
  assistanceShareFen: '150000000',
  capFen: '150000000',
  topUpFen: '40000000',
};

const award = { awardId: id('awd'), countyCode: region, year, stationId: id('sta'), amountFen: fenText };
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
  amountFen: fenText,
};
const paymentExample = {
  paymentId: PAYMENT,
  countyCode: '420581',
  year: 2026,
  contractId: CONTRACT,
  awardId: null,
  stationIds: [STATION],
  amountFen: '10000000',
};

export const fundingEvents = [
  defineEvent({
    type: 'qianshou.funding.source-registered.v1',
    aggregate: 'fund-source',
    about: { en: 'A source of money of a county and year was registered.', zh: '资金来源登记' },
    data: z.object({
      fundSourceId: id('src'),
      countyCode: region,
      year,
      kind: fundSourceKind,
      amountFen: fenText,
    }),
    example: {
      fundSourceId: SOURCE,
      countyCode: '420581',
      year: 2026,
      kind: 'SUPERIOR_GRANT',
      amountFen: '30000000',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-drafted.v1',
    aggregate: 'budget-plan',
    about: { en: 'A budget was drafted inside the cap; the municipal top-up was computed.', zh: '预算编制' },
    data: z.object({ ...plan, ...amounts }),
    example: { ...planExample, ...amountsExample },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-submitted.v1',
    aggregate: 'budget-plan',
    about: { en: 'A budget was handed in for approval.', zh: '预算报审' },
    data: z.object(plan),
    example: planExample,
  }),
  defineEvent({
    type: 'qianshou.funding.budget-approved.v1',
    aggregate: 'budget-plan',
    about: { en: 'Finance approved a budget; its money is appropriated.', zh: '预算批复' },
    data: z.object({ ...plan, ...amounts }),
    example: { ...planExample, ...amountsExample },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-rejected.v1',
    aggregate: 'budget-plan',
    about: { en: 'Finance rejected a budget.', zh: '预算退回' },
    data: z.object(plan),
    example: planExample,
  }),
  defineEvent({
    type: 'qianshou.funding.budget-cap-measured.v1',
    aggregate: 'budget-plan',
    about: {
      en: 'An approved budget was measured again, because a policy or the figure of the fund changed: whether its share is within the cap, and since when it is not.',
      zh: '已批复预算的比例上限重新核算',
    },
    data: z.object({
      ...plan,
      assistanceShareFen: fenText,
      capFen: fenText.nullable(),
      capHolds: z.boolean(),
      /** Since when it does not hold. */
      since: day.nullable(),
    }),
    example: {
      ...planExample,
      assistanceShareFen: '150000000',
      capFen: '100000000',
      capHolds: false,
      since: '2026-07-01',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.contract-signed.v1',
    aggregate: 'contract',
    about: {
      en: 'A government-purchase contract was signed with the operator of stations.',
      zh: '购买服务合同签订',
    },
    data: z.object({
      contractId: id('con'),
      countyCode: region,
      year,
      providerAgencyId: id('agy'),
      stationIds: z.array(id('sta')),
      amountFen: fenText,
      installments: count,
      signedOn: day,
    }),
    example: {
      contractId: CONTRACT,
      countyCode: '420581',
      year: 2026,
      providerAgencyId: PROVIDER,
      stationIds: [STATION],
      amountFen: '20000000',
      installments: 3,
      signedOn: '2026-03-15',
    },
  }),
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
    type: 'qianshou.funding.payment-made.v1',
    aggregate: 'payment',
    about: { en: 'A payment was made.', zh: '资金拨付' },
    data: z.object({ ...payment, paidOn: day }),
    example: { ...paymentExample, paidOn: '2026-03-20' },
  }),
  defineEvent({
    type: 'qianshou.funding.payment-returned.v1',
    aggregate: 'payment',
    about: { en: 'A payment was refused or came back; its amount is free again.', zh: '拨付退回' },
    data: z.object({
      ...payment,
      /** Whether it had been paid before: then what was paid becomes less. */
      wasPaid: z.boolean().optional(),
    }),
    example: { ...paymentExample, wasPaid: false },
  }),
] as const;
