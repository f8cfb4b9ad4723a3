import { type CalendarDate, fen, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  A_CHECK_ID,
  aPaymentId,
  anApprovedAward,
  anApprovedPlan,
  anAward,
  aStation,
  BUREAU,
  ELSEWHERE,
  FINANCE,
  NOW,
  TODAY,
} from '../../../test/builders.ts';
import { awardWarnings, isTierLost } from './award-warnings.ts';
import { requestAward } from '../payment/payment-request.ts';
import {
  acceptAward,
  applyForAward,
  approveAward,
  awardCommitmentOf,
  correctAward,
  payAward,
  refuseAward,
  reopenAward,
  type RewardAward,
  withdrawAward,
} from './reward-award.ts';

const refusal = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

const ASKING = { id: aPaymentId(), by: BUREAU, at: NOW };

const PAID = { paidOn: TODAY, by: FINANCE };
const BUILT = aStation({ acceptanceCheckId: A_CHECK_ID });
const CLOSING = { on: TODAY, reason: publicText('材料不全', 'reason') };

describe('FUN-4 a reward in place of a subsidy', () => {
  it('waits for the acceptance of its station', () => {
    const award = anAward();

    expect(award).toMatchObject({ status: 'APPLIED', acceptanceCheckId: null });
    expect(() => approveAward(award, FINANCE, aStation())).toThrow(
      refusal('AWARD_NOT_ACCEPTED', { rule: 'FUN-4' }),
    );
    expect(() => requestAward(award, ASKING, null)).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });

  it('is accepted when the station passes, or at once when it had passed before', () => {
    const waiting = anAward();
    if (waiting.status !== 'APPLIED') throw new Error('the station has not passed yet');

    expect(acceptAward(waiting, A_CHECK_ID).state).toMatchObject({ status: 'ACCEPTED' });
    expect(anAward({ acceptanceCheckId: A_CHECK_ID })).toMatchObject({
      status: 'ACCEPTED',
      acceptanceCheckId: A_CHECK_ID,
    });
  });

  it('is approved once, then paid once', () => {
    const award = anApprovedAward();
    const paid = payAward(award, PAID).state;

    expect(() => approveAward(award, FINANCE, BUILT)).toThrow(refusal('FUNDING_STATUS_WRONG'));
    expect(paid).toMatchObject({ status: 'PAID', paidOn: TODAY });
    expect(() => payAward(paid, PAID)).toThrow(refusal('FUNDING_STATUS_WRONG'));
    expect(() => requestAward(award, ASKING, aPaymentId(2))).toThrow(refusal('PAYMENT_ALREADY_OPEN'));
  });

  it('waits to be paid again when its payment came back', () => {
    const paid = payAward(anApprovedAward(), PAID).state;

    const { state } = reopenAward(paid, FINANCE);

    expect(state).toMatchObject({ status: 'APPROVED', paidOn: null });
    expect(requestAward(state, ASKING, null).state).toMatchObject({
      status: 'REQUESTED',
      amountFen: 3_000_000n,
    });
    expect(() => reopenAward(state, FINANCE)).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });

  it('is for stations of the county of its budget, and for more than nothing', () => {
    expect(() => anAward({ countyCode: ELSEWHERE })).toThrow(refusal('CONTRACT_STATION_ELSEWHERE'));
    expect(() => anAward({}, fen(0n))).toThrow(refusal('BAD_USER_INPUT'));
  });
});

describe('FUN-4 a reward for a demonstration', () => {
  const input = { id: anAward().id, kind: 'DEMONSTRATION', amountFen: fen(1n), appliedBy: BUREAU } as const;
  const demonstration = { ...BUILT, demonstrationSince: TODAY };

  it('waits for the confirmed demonstration; a building check alone is not enough', () => {
    const plan = anApprovedPlan();

    expect(applyForAward(input, { plan, station: BUILT }).state.status).toBe('APPLIED');
    const { state } = applyForAward(input, { plan, station: demonstration });
    expect(state).toMatchObject({ status: 'ACCEPTED', acceptanceCheckId: A_CHECK_ID });
    expect(() => approveAward(state, FINANCE, BUILT)).toThrow(
      refusal('AWARD_NOT_DEMONSTRATION', { rule: 'FUN-4' }),
    );
    expect(approveAward(state, FINANCE, demonstration).state.status).toBe('APPROVED');
  });
});

describe('an award before any money moved', () => {
  it('FUN-10 is refused by a second person, with the reason', () => {
    expect(() => refuseAward(anAward(), { ...CLOSING, by: BUREAU })).toThrow(refusal('FUNDING_FOUR_EYES'));
    expect(refuseAward(anAward(), { ...CLOSING, by: FINANCE })).toMatchObject({
      state: { status: 'REFUSED', closed: { reason: publicText('材料不全', 'reason'), by: FINANCE } },
      events: [{ type: 'award.refused', by: FINANCE }],
    });
  });

  it('is taken back or put right, and neither once it is approved', () => {
    const amount = { amountFen: fen(5n), by: BUREAU };

    expect(withdrawAward(anAward(), { ...CLOSING, by: BUREAU }).state.status).toBe('WITHDRAWN');
    expect(correctAward(anAward(), amount).state.amountFen).toBe(5n);
    expect(() => withdrawAward(anApprovedAward(), { ...CLOSING, by: BUREAU })).toThrow(
      refusal('FUNDING_STATUS_WRONG'),
    );
    expect(() => correctAward(anApprovedAward(), amount)).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });
});

describe('FUN-10 approving an award', () => {
  it('is refused to who applied for it', () => {
    const award = anAward({ acceptanceCheckId: A_CHECK_ID });

    expect(() => approveAward(award, BUREAU, BUILT)).toThrow(
      refusal('FUNDING_FOUR_EYES', { rule: 'FUN-10' }),
    );
  });

  it('binds approved money under two names', () => {
    expect(awardCommitmentOf(anApprovedAward())).toMatchObject({
      kind: 'COMMIT',
      actor: FINANCE,
      approver: BUREAU,
    });
  });
});

describe('TIER_LOST', () => {
  it.each([
    ['an award whose station lost its rank', 'DEMONSTRATION', 'PAID', null, true],
    ['one that was never accepted', 'DEMONSTRATION', 'APPLIED', null, false],
    ['one whose station kept it', 'DEMONSTRATION', 'APPROVED', '2026-01-01', false],
    ['one for the building', 'BUILDING', 'PAID', null, false],
  ] as const)('is shown of %s', (_which, kind, status, since, lost) => {
    const station = aStation({ demonstrationSince: since as CalendarDate | null });
    const award = { ...anApprovedAward(), kind, status } as RewardAward;

    expect(isTierLost(award, station)).toBe(lost);
    expect(awardWarnings(award, station)).toHaveLength(lost ? 1 : 0);
  });
});
