import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, fenText, id, oneOf, region, year } from '../fields.ts';

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
  /** HISTORY: entered of a past year from its papers; absent for what was done here. */
  origin: oneOf(['HISTORY']).optional(),
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

const adjustment = {
  ...plan,
  /** Its number within the budget. */
  adjustmentNo: count,
  kind: oneOf(['ADJUSTMENT', 'TRANSFER', 'SUPPLEMENT']),
};
const adjustmentExample = { ...planExample, adjustmentNo: 1, kind: 'SUPPLEMENT' } as const;

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
    type: 'qianshou.funding.source-adjusted.v1',
    aggregate: 'fund-source',
    about: { en: 'After an adjustment a source gives another amount.', zh: '资金来源金额调整' },
    data: z.object({
      fundSourceId: id('src'),
      countyCode: region,
      year,
      kind: fundSourceKind,
      amountFen: fenText,
      /** What it gave before; absent in events of before this was told. */
      beforeFen: fenText.optional(),
    }),
    example: {
      fundSourceId: SOURCE,
      countyCode: '420581',
      year: 2026,
      kind: 'SUPERIOR_GRANT',
      amountFen: '40000000',
      beforeFen: '30000000',
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
    data: z.object({
      ...plan,
      ...amounts,
      /** What of it was opened before the approval; absent where nothing was. */
      provisionalFen: fenText.optional(),
    }),
    example: { ...planExample, ...amountsExample },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-provisional-opened.v1',
    aggregate: 'budget-plan',
    about: {
      en: 'Finance opened money of a budget before its approval, at most what was paid in the same period of the year before.',
      zh: '预算批复前安排支出',
    },
    data: z.object({
      ...plan,
      /** Its number within the budget. */
      no: count,
      /** Opened this time; 0 where only what was carried over may be bound. */
      provisionalFen: fenText,
      /** The last day on which it may be bound without the approval. */
      usableUntil: day,
      /** Paid in the same period of the year before. */
      ceilingFen: fenText,
    }),
    example: {
      ...planExample,
      no: 1,
      provisionalFen: '10000000',
      usableUntil: '2026-03-31',
      ceilingFen: '12000000',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-rejected.v1',
    aggregate: 'budget-plan',
    about: { en: 'Finance rejected a budget.', zh: '预算退回' },
    data: z.object(plan),
    example: planExample,
  }),
  defineEvent({
    type: 'qianshou.funding.budget-executing.v1',
    aggregate: 'budget-plan',
    about: { en: 'The first money of an approved budget was bound: it is executed.', zh: '预算开始执行' },
    data: z.object(plan),
    example: planExample,
  }),
  defineEvent({
    type: 'qianshou.funding.budget-adjustment-proposed.v1',
    aggregate: 'budget-plan',
    about: { en: 'A change of an approved budget was proposed; nothing moved yet.', zh: '提出预算调整' },
    data: z.object({ ...adjustment, plannedFen: fenText }),
    example: { ...adjustmentExample, plannedFen: '230000000' },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-adjustment-rejected.v1',
    aggregate: 'budget-plan',
    about: { en: 'Finance rejected a change of a budget; it stayed as it was.', zh: '退回预算调整' },
    data: z.object({ ...adjustment, plannedFen: fenText }),
    example: { ...adjustmentExample, plannedFen: '230000000' },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-adjusted.v1',
    aggregate: 'budget-plan',
    about: {
      en: 'Finance approved a change of a budget: what its amounts are, and what they were before.',
      zh: '批准预算调整',
    },
    data: z.object({ ...adjustment, ...amounts, before: z.object(amounts) }),
    example: { ...adjustmentExample, ...amountsExample, before: amountsExample },
  }),
  defineEvent({
    type: 'qianshou.funding.budget-settled.v1',
    aggregate: 'budget-plan',
    about: {
      en: 'The year of a budget was closed: what was paid, what goes on into the next year, and what is given back.',
      zh: '预算决算',
    },
    data: z.object({
      ...plan,
      toYear: year,
      paidFen: fenText,
      /** Free, and the next year’s for the same use. */
      carriedOverFen: fenText,
      /** Bound to contracts and awards that go on. */
      boundFen: fenText,
      surplusFen: fenText,
    }),
    example: {
      ...planExample,
      toYear: 2027,
      paidFen: '150000000',
      carriedOverFen: '20000000',
      boundFen: '40000000',
      surplusFen: '10000000',
    },
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
] as const;
