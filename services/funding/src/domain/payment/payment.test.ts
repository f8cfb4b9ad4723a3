import { addDays, calendarDate, fen, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  A_PAYOUT,
  aContract,
  anApprovedPayment,
  aPaidPayment,
  aPaymentId,
  aRequestedPayment,
  BUREAU,
  FINANCE,
  NOW,
  TODAY,
} from '../../../test/builders.ts';
import { digest, nth } from '../../../test/money-model.ts';
import { journalEntryId } from '../ids.ts';
import { GENESIS, seal } from '../money/journal-entry.ts';
import { disbursementOf, movementsOfReturn, reservationOf } from './payment-movements.ts';
import { requestInstallment } from './payment-request.ts';
import { approvePayment, makePayment, noteOverdue, refusePayment, takeBackPayment } from './payment.ts';

const refusal = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

const asking = (installmentNo: number, amountFen: bigint | null = null) => ({
  id: aPaymentId(),
  by: BUREAU,
  at: NOW,
  installmentNo,
  amountFen: amountFen === null ? null : fen(amountFen),
});
const taken = (...amounts: [number, bigint][]) => new Map(amounts.map(([no, each]) => [no, fen(each)]));

const LATER = new Date(NOW.getTime() + 31 * 86_400_000);
const REFUSED = { reason: 'REFUSED', note: publicText('材料不全', 'note'), by: FINANCE, at: NOW } as const;
const CAME_BACK = {
  reason: 'CAME_BACK',
  note: publicText('账号有误', 'note'),
  by: FINANCE,
  at: NOW,
} as const;
const IN_ERROR = {
  reason: 'RECORDED_IN_ERROR',
  note: publicText('误记', 'note'),
  by: FINANCE,
  at: NOW,
} as const;

describe('FUN-12 asking for an installment', () => {
  it('asks for all that is left of it unless an amount is said', () => {
    const contract = aContract();

    expect(requestInstallment(contract, asking(1), taken()).state.amountFen).toBe(10_000_000n);
    expect(requestInstallment(contract, asking(1), taken([1, 4_000_000n])).state.amountFen).toBe(6_000_000n);
    expect(requestInstallment(contract, asking(1, 1n), taken()).state.amountFen).toBe(1n);
  });

  it.each([
    [2, 'MID_TERM_EVALUATION'],
    [3, 'FINAL_EVALUATION'],
  ])('is refused for installment %i before its evaluation', (no, condition) => {
    expect(() => requestInstallment(aContract(), asking(no), taken())).toThrow(
      refusal('PAYMENT_CONDITION_NOT_MET', { rule: 'FUN-12', installmentNo: no, condition }),
    );
  });

  it('is refused beyond the installment, also when it is used up', () => {
    const beyond = { rule: 'FUN-12', installmentNo: 1 };

    expect(() => requestInstallment(aContract(), asking(1, 10_000_001n), taken())).toThrow(
      refusal('PAYMENT_BEYOND_INSTALLMENT', { ...beyond, availableFen: '10000000', askedFen: '10000001' }),
    );
    expect(() => requestInstallment(aContract(), asking(1), taken([1, 10_000_000n]))).toThrow(
      refusal('PAYMENT_BEYOND_INSTALLMENT', { ...beyond, availableFen: '0' }),
    );
  });

  it('is refused for an installment that the contract does not have, and for nothing', () => {
    expect(() => requestInstallment(aContract(), asking(4), taken())).toThrow(
      refusal('CONTRACT_INSTALLMENT_UNKNOWN', { rule: 'FUN-12' }),
    );
    expect(() => requestInstallment(aContract(), asking(1, 0n), taken())).toThrow(refusal('BAD_USER_INPUT'));
  });
});

describe('FUN-13 asking beyond the contract', () => {
  it('is refused, with what is left of it', () => {
    expect(() => requestInstallment(aContract(), asking(1, 20_000_001n), taken())).toThrow(
      refusal('PAYMENT_BEYOND_CONTRACT', { rule: 'FUN-13', availableFen: '20000000', askedFen: '20000001' }),
    );
    expect(() => requestInstallment(aContract(), asking(1, 2n), taken([2, 19_999_999n]))).toThrow(
      refusal('PAYMENT_BEYOND_CONTRACT', { availableFen: '1' }),
    );
  });
});

describe('FUN-10 approving and paying', () => {
  it('are refused to who asked', () => {
    expect(() => approvePayment(aRequestedPayment(), { by: BUREAU, at: NOW })).toThrow(
      refusal('FUNDING_FOUR_EYES', { rule: 'FUN-10' }),
    );
    expect(() => makePayment(anApprovedPayment(), { ...A_PAYOUT, by: BUREAU })).toThrow(
      refusal('FUNDING_FOUR_EYES'),
    );
    expect(() => takeBackPayment(aPaidPayment(), { ...CAME_BACK, by: BUREAU })).toThrow(
      refusal('FUNDING_FOUR_EYES'),
    );
  });

  it('come one after the other', () => {
    expect(() => makePayment(aRequestedPayment(), A_PAYOUT)).toThrow(refusal('FUNDING_STATUS_WRONG'));
    expect(() => approvePayment(aPaidPayment(), { by: FINANCE, at: NOW })).toThrow(
      refusal('FUNDING_STATUS_WRONG'),
    );
    expect(aPaidPayment()).toMatchObject({
      status: 'PAID',
      voucherNo: '凭证-1',
      reservation: { status: 'POSTED' },
    });
  });

  it('never pay on a day that has not come, nor before they were asked for', () => {
    const paidOn = addDays(TODAY, 1);

    expect(() => makePayment(anApprovedPayment(), { ...A_PAYOUT, paidOn })).toThrow(
      refusal('FUNDING_DAY_IN_FUTURE'),
    );
    const before = calendarDate('2026-03-20');
    expect(() => makePayment(anApprovedPayment(), { ...A_PAYOUT, paidOn: before })).toThrow(
      refusal('PAYMENT_BEFORE_REQUEST'),
    );
    expect(makePayment(anApprovedPayment(), A_PAYOUT).state.paidOn).toBe(TODAY);
  });
});

describe('the two phases of a payment', () => {
  it('set its money aside, then pay it out of what was set aside', () => {
    const accounts = (movement: { readonly postings: readonly { readonly account: string }[] }) =>
      movement.postings.map(({ account }) => account.replace('STATION_WORK/', ''));

    expect(accounts(reservationOf(aRequestedPayment()))).toEqual(['COMMITTED', 'RESERVED']);
    expect(accounts(disbursementOf(aPaidPayment()))).toEqual(['RESERVED', 'DISBURSED']);
  });

  it('end by themselves only before the approval', () => {
    expect(() => approvePayment(aRequestedPayment(), { by: FINANCE, at: LATER })).toThrow(
      refusal('RESERVATION_EXPIRED'),
    );
    expect(() => refusePayment(anApprovedPayment(), { ...REFUSED, reason: 'EXPIRED' })).toThrow(
      refusal('FUNDING_STATUS_WRONG'),
    );
    expect(makePayment(anApprovedPayment(), { ...A_PAYOUT, at: LATER }).state.status).toBe('PAID');
  });

  it('of an approved one become overdue once, until a person says whether the bank paid', () => {
    const overdue = noteOverdue(anApprovedPayment(), LATER);

    expect(overdue.events).toMatchObject([{ type: 'payment.overdue' }]);
    expect(noteOverdue(overdue.state, LATER).events).toEqual([]);
    expect(noteOverdue(aRequestedPayment(), LATER).events).toEqual([]);
    expect(makePayment(overdue.state, A_PAYOUT)).toMatchObject({
      state: { status: 'PAID', overdueSince: null, paidBy: FINANCE },
      events: [{ type: 'payment.made', by: FINANCE, wasOverdue: true }],
    });
    const failed = { ...REFUSED, reason: 'FAILED' } as const;
    expect(() => refusePayment(overdue.state, { ...failed, by: BUREAU })).toThrow(
      refusal('FUNDING_FOUR_EYES'),
    );
    expect(() => refusePayment(aRequestedPayment(), failed)).toThrow(refusal('FUNDING_STATUS_WRONG'));
    expect(refusePayment(overdue.state, failed).state).toMatchObject({
      status: 'RETURNED',
      returned: { reason: 'FAILED', by: FINANCE },
    });
  });

  it('FUN-10 name who acts in the journal, beside another person', () => {
    expect(disbursementOf(aPaidPayment())).toMatchObject({ actor: FINANCE, approver: BUREAU });
    expect(disbursementOf({ ...aPaidPayment(), paidBy: 'cashier' })).toMatchObject({
      actor: 'cashier',
      approver: FINANCE,
    });
    const back = takeBackPayment(aPaidPayment(), { ...CAME_BACK, by: 'auditor' }).state;
    expect(movementsOfReturn(back, null)).toMatchObject([{ actor: 'auditor', approver: FINANCE }]);
  });

  it('are undone before the payout by a release alone', () => {
    const { state, events } = refusePayment(aRequestedPayment(), REFUSED);

    expect(events).toMatchObject([{ type: 'payment.returned', wasPaid: false, by: FINANCE }]);
    expect(movementsOfReturn(state, null).map(({ kind }) => kind)).toEqual(['RELEASE']);
    expect(() => refusePayment(state, REFUSED)).toThrow(refusal('FUNDING_STATUS_WRONG'));
    expect(() => refusePayment(aPaidPayment(), REFUSED)).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });

  it('are undone after it by what came back, or by reversing what was recorded in error', () => {
    const payment = aPaidPayment();
    const place = {
      id: journalEntryId('jnl_01900000-0000-7000-8000-000000000001'),
      no: 1,
      previousHash: GENESIS,
    };
    const { countyCode, year } = payment;
    const disbursement = seal({ ...disbursementOf(payment), ...place, countyCode, year, at: NOW }, digest);

    const back = movementsOfReturn(takeBackPayment(payment, CAME_BACK).state, disbursement);
    const undone = movementsOfReturn(takeBackPayment(payment, IN_ERROR).state, disbursement);

    expect(back.map(({ kind }) => kind)).toEqual(['RETURN']);
    expect(undone.map(({ kind }) => kind)).toEqual(['REVERSE', 'RELEASE']);
    expect(nth(undone, 0).reverses).toBe(disbursement.id);
    expect(() => takeBackPayment(anApprovedPayment(), CAME_BACK)).toThrow(refusal('FUNDING_STATUS_WRONG'));
  });
});
