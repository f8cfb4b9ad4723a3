import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { CONTRACT, OPERATOR, STATION } from './example-ids.ts';
import { count, day, fenText, id, region, year, oneOf } from '../fields.ts';

const SOURCE = 'src_01900000-0000-7000-8000-000000000041';
const BUDGET = 'bud_01900000-0000-7000-8000-000000000042';

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

const plan = {
  budgetPlanId: id('bud'),
  countyCode: region,
  year,
  /** Who acted: the subject of an account. Absent where the plan was only measured anew, and before 2026-11-28. */
  by: z.string().optional(),
};
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

const contract = {
  contractId: id('con'),
  countyCode: region,
  year,
  providerAgencyId: id('agy'),
  stationIds: z.array(id('sta')),
  amountFen: fenText,
  installments: count,
  signedOn: day,
  endsOn: day.optional(),
  /** Who acted: the subject of an account. */
  by: z.string().optional(),
};
const contractExample = {
  contractId: CONTRACT,
  countyCode: '420581',
  year: 2026,
  providerAgencyId: OPERATOR,
  stationIds: [STATION],
  amountFen: '20000000',
  installments: 3,
  signedOn: '2026-03-15',
  endsOn: '2027-03-14',
  by: 'yidu-bureau',
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
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-refused.v1',
    aggregate: 'contract',
    about: {
      en: 'Finance refused a contract before any money moved; what was bound is free again.',
      zh: '购买服务合同退回',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-withdrawn.v1',
    aggregate: 'contract',
    about: {
      en: 'The bureau took a contract back before any money moved; what was bound is free again.',
      zh: '购买服务合同撤回',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-corrected.v1',
    aggregate: 'contract',
    about: {
      en: 'Number or days of a contract were put right before any money moved.',
      zh: '购买服务合同更正',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-replaced.v1',
    aggregate: 'contract',
    about: {
      en: 'Another contract took the place of this one, which ends the day before.',
      zh: '购买服务合同被替代',
    },
    data: z.object(contract),
    example: contractExample,
  }),
  defineEvent({
    type: 'qianshou.funding.contract-condition-changed.v1',
    aggregate: 'contract',
    about: {
      en: 'What an installment waits for was met, or is waited for again after an evaluation was struck or corrected.',
      zh: '拨付条件达成情况变更',
    },
    data: z.object({
      ...contract,
      installmentNo: z.int().min(1),
      condition: oneOf(['SIGNING', 'MID_TERM_EVALUATION', 'FINAL_EVALUATION']),
      /** Null: it is waited for again. */
      metOn: day.nullable(),
    }),
    example: {
      ...contractExample,
      installmentNo: 2,
      condition: 'MID_TERM_EVALUATION',
      metOn: '2026-09-01',
    },
  }),
] as const;
