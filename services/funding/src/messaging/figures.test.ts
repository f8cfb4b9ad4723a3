import { definitionOf, type EventTypeOf, type KnownEvent } from '@qianshou/events';
import { describe, expect, it } from 'vitest';
import { foldFundingEvent } from './figures.ts';

const fold = (type: EventTypeOf<'funding'>, changes: Record<string, unknown> = {}) => {
  const data = { ...definitionOf(type)?.example, ...changes };
  return foldFundingEvent({ type, data } as unknown as KnownEvent<EventTypeOf<'funding'>>);
};
const figures = (...of: Parameters<typeof fold>) => fold(...of)[0]?.figures;

describe('FUN-16 the public figures of money', () => {
  it('are kept over all years and for the budget year', () => {
    expect(fold('qianshou.funding.contract-signed.v1')).toEqual([
      { regionCode: '420581', figures: { contractedFen: 20_000_000n, contractsSigned: 1 } },
      { regionCode: '420581', period: '2026', figures: { contractedFen: 20_000_000n, contractsSigned: 1 } },
    ]);
  });

  it('begin with the approval of a budget, not with its draft', () => {
    expect(fold('qianshou.funding.budget-drafted.v1')).toEqual([]);
    expect(figures('qianshou.funding.budget-approved.v1', { capFen: null })).toEqual({
      plannedFen: 220_000_000n,
      capFen: 0n,
      assistanceShareFen: 150_000_000n,
      topUpFen: 40_000_000n,
    });
  });

  it('add what is paid, and take away what came back of it and nothing else', () => {
    const returned = 'qianshou.funding.payment-returned.v1';

    expect(figures('qianshou.funding.payment-made.v1')).toEqual({
      paidFen: 10_000_000n,
      contractsPaidFen: 10_000_000n,
    });
    expect(figures('qianshou.funding.payment-made.v1', { contractId: null })).toEqual({
      paidFen: 10_000_000n,
    });
    expect(figures(returned, { wasPaid: true })).toEqual({
      paidFen: -10_000_000n,
      contractsPaidFen: -10_000_000n,
    });
    expect(fold(returned, { wasPaid: false })).toEqual([]);
  });

  it('stand by source: what each gives, and what of it was paid and came back', () => {
    const sources = [
      { kind: 'CHARITY', originYear: null, amountFen: '4' },
      { kind: 'CHARITY', originYear: 2025, amountFen: '6' },
    ];
    const amounts = { amountFen: '10', refundFen: '10', sources };

    expect(figures('qianshou.funding.source-registered.v1')).toEqual({ planned_SUPERIOR_GRANT: 30_000_000n });
    expect(figures('qianshou.funding.source-adjusted.v1')).toEqual({ planned_SUPERIOR_GRANT: 10_000_000n });
    expect(figures('qianshou.funding.payment-made.v1', amounts)).toMatchObject({ paid_CHARITY: 10n });
    expect(figures('qianshou.funding.payment-refunded.v1', amounts)).toMatchObject({ paid_CHARITY: -10n });
    const returned = { ...amounts, wasPaid: true };
    expect(figures('qianshou.funding.payment-returned.v1', returned)).toMatchObject({ paid_CHARITY: -10n });
  });

  it('count awards when they are approved and when they are paid', () => {
    expect(figures('qianshou.funding.award-approved.v1')).toEqual({ awardsApprovedFen: 3_000_000n });
    expect(figures('qianshou.funding.award-paid.v1')).toEqual({ awardsPaidFen: 3_000_000n });
    expect(figures('qianshou.funding.award-reopened.v1')).toEqual({ awardsPaidFen: -3_000_000n });
  });
});
