import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { count, day, fenText, id, oneOf, region, year } from '../fields.ts';
import { OPERATOR, PURCHASE, STATION } from './example-ids.ts';

const method = oneOf([
  'OPEN_TENDER',
  'INVITED_TENDER',
  'COMPETITIVE_NEGOTIATION',
  'SINGLE_SOURCE',
  'PRICE_INQUIRY',
  'OTHER',
]);

const purchase = {
  purchaseProjectId: id('pur'),
  budgetPlanId: id('bud'),
  countyCode: region,
  year,
  stationIds: z.array(id('sta')),
  method,
  amountFen: fenText,
  /** Who acted: the subject of an account. */
  by: z.string(),
};
const purchaseExample = {
  purchaseProjectId: PURCHASE,
  budgetPlanId: 'bud_01900000-0000-7000-8000-000000000042',
  countyCode: '420581',
  year: 2026,
  stationIds: [STATION],
  method: 'OPEN_TENDER',
  amountFen: '20000000',
  by: 'yidu-bureau',
} as const;

const objection = {
  objectionNo: count,
  raisedOn: day,
};
const objectionExample = { objectionNo: 1, raisedOn: '2026-02-25' };

/** Purchases, from the need to the contract. */
export const fundingPurchaseEvents = [
  defineEvent({
    type: 'qianshou.funding.purchase-planned.v1',
    aggregate: 'purchase-project',
    about: { en: 'A purchase was planned within an approved budget.', zh: '购买项目立项' },
    data: z.object(purchase),
    example: purchaseExample,
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-corrected.v1',
    aggregate: 'purchase-project',
    about: { en: 'The need of a purchase was put right before it was published.', zh: '采购需求更正' },
    data: z.object(purchase),
    example: purchaseExample,
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-consulted.v1',
    aggregate: 'purchase-project',
    about: { en: 'The public was consulted on the need of a purchase.', zh: '采购需求征求意见' },
    data: z.object(purchase),
    example: purchaseExample,
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-published.v1',
    aggregate: 'purchase-project',
    about: { en: 'A purchase was published, for the first time or again.', zh: '采购公告发布' },
    data: z.object({ ...purchase, roundNo: count, publishedOn: day, openUntil: day, publicUrl: z.string() }),
    example: {
      ...purchaseExample,
      roundNo: 1,
      publishedOn: '2026-01-20',
      openUntil: '2026-02-13',
      publicUrl: 'https://example.gov.cn/purchase/1',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-failed.v1',
    aggregate: 'purchase-project',
    about: { en: 'A purchase failed; it is planned again.', zh: '采购失败' },
    data: z.object({
      ...purchase,
      roundNo: count,
      ground: oneOf(['TOO_FEW_BIDS', 'IRREGULARITY', 'ABOVE_BUDGET', 'NEED_CHANGED']),
    }),
    example: { ...purchaseExample, roundNo: 1, ground: 'TOO_FEW_BIDS' },
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-awarded.v1',
    aggregate: 'purchase-project',
    about: { en: 'Somebody won a purchase.', zh: '采购成交' },
    data: z.object({
      ...purchase,
      awardedOn: day,
      providerAgencyId: id('agy'),
      awardedFen: fenText,
      publicUrl: z.string(),
    }),
    example: {
      ...purchaseExample,
      awardedOn: '2026-02-24',
      providerAgencyId: OPERATOR,
      awardedFen: '19000000',
      publicUrl: 'https://example.gov.cn/purchase/1/result',
    },
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-objection-raised.v1',
    aggregate: 'purchase-project',
    about: { en: 'Somebody objected to a purchase; nothing goes on until it is answered.', zh: '采购质疑' },
    data: z.object({ ...purchase, ...objection }),
    example: { ...purchaseExample, ...objectionExample },
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-objection-answered.v1',
    aggregate: 'purchase-project',
    about: { en: 'An objection to a purchase was answered.', zh: '采购质疑答复' },
    data: z.object({ ...purchase, ...objection, answeredOn: day.nullable(), upheld: z.boolean() }),
    example: { ...purchaseExample, ...objectionExample, answeredOn: '2026-03-02', upheld: false },
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-contracted.v1',
    aggregate: 'purchase-project',
    about: { en: 'The first contract of a purchase was signed.', zh: '购买项目签约' },
    data: z.object(purchase),
    example: purchaseExample,
  }),
  defineEvent({
    type: 'qianshou.funding.purchase-closed.v1',
    aggregate: 'purchase-project',
    about: { en: 'A purchase is over, or was given up.', zh: '购买项目结项' },
    data: z.object({ ...purchase, contractedFen: fenText }),
    example: { ...purchaseExample, contractedFen: '19000000' },
  }),
] as const;
