import { type CalendarDate, type Change, yearOf } from '@qianshou/kernel';
import { dayInFuture, paidBeforeBudget } from '../reference/errors.ts';
import { paymentRefunded } from './errors.ts';
import { refuseBeforeRequest } from './payment-days.ts';
import type { FourEyesName } from '../reference/four-eyes-pairs.ts';
import { isHistory } from '../reference/history.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import {
  extendReservation,
  isExpired,
  postReservation,
  releaseReservation,
  unpostReservation,
} from '../money/reservation.ts';
import { partsFromYear } from '../money/source-parts.ts';
import { budgetYearClosed } from '../budget/errors.ts';
import type {
  ApprovedPayment,
  InstructedPayment,
  PaidPayment,
  Payment,
  PaymentEvent,
  PaymentStatus,
  Return,
  ReturnedPayment,
} from './payment-state.ts';
import { PAYMENT_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';

/** FUN-10: a second person approves. */
export function approvePayment(
  payment: Payment,
  { by, at }: { readonly by: string; readonly at: Date },
): Change<ApprovedPayment, PaymentEvent> {
  if (payment.status !== 'REQUESTED') throw wrongStatus(payment, ['REQUESTED']);
  requireSecondPerson('REQUESTER_APPROVER', by, [payment.requestedBy]);
  const reservation = extendReservation(payment.reservation, at);
  return {
    state: { ...payment, status: 'APPROVED', approvedBy: by, reservation },
    events: [{ type: 'payment.approved', by }],
  };
}

/** The bank may have paid an approved payment: its money is not free before a person says what happened. Told once. */
export function noteOverdue(payment: Payment, at: Date): Change<Payment, PaymentEvent> {
  const waits = isAtWork(payment) && !isOverdue(payment);
  if (!waits || !isExpired(payment.reservation, at)) return { state: payment, events: [] };
  const since = payment.reservation.expiresAt;
  return { state: { ...payment, overdueSince: since }, events: [{ type: 'payment.overdue', since }] };
}

/** Approved, and perhaps at the bank. */
export function isAtWork(payment: Payment): payment is ApprovedPayment | InstructedPayment {
  return payment.status === 'APPROVED' || payment.status === 'INSTRUCTED';
}

/** Neither paid nor under way any more. */
export function isReturned(payment: Payment): payment is ReturnedPayment {
  return payment.status === 'RETURNED' || payment.status === 'BANK_RETURNED';
}

function isOverdue(payment: Payment): boolean {
  return (payment.overdueSince ?? null) !== null;
}

export interface Payout {
  readonly voucherNo: string;
  /** The digest of the slip's bytes, where it was scanned. */
  readonly slipSha256?: string | null;
  readonly paidOn: CalendarDate;
  readonly by: string;
  readonly at: Date;
  readonly today: CalendarDate;
}

/** FUN-10: who asked for the money does not hand it out either. With its real day, however late it is said. */
export function makePayment(
  payment: Payment,
  payout: Payout,
  switched: readonly FourEyesName[] = [],
): Change<PaidPayment, PaymentEvent> {
  if (!isAtWork(payment)) throw wrongStatus(payment, ['APPROVED', 'INSTRUCTED']);
  const { voucherNo, slipSha256 = null, paidOn, by, today } = payout;
  requireSecondPerson('REQUESTER_PAYER', by, [payment.requestedBy]);
  requireSecondPerson('APPROVER_PAYER', by, [payment.approvedBy], switched);
  if (paidOn > today) throw dayInFuture({ field: 'paidOn', day: paidOn, today });
  if (yearOf(paidOn) < payment.year) throw paidBeforeBudget({ paidOn, year: payment.year });
  refuseBeforeRequest(payment, 'paidOn', paidOn);
  const moved = movedInto(payment, yearOf(paidOn));
  return {
    state: {
      ...moved,
      status: 'PAID',
      paidBy: by,
      voucherNo,
      slipSha256,
      paidOn,
      overdueSince: null,
      reservation: postReservation(payment.reservation),
    },
    events: [
      {
        type: 'payment.made',
        by,
        paidOn,
        wasOverdue: isOverdue(payment),
        movedFromYear: moved.movedFrom?.year ?? null,
      },
    ],
  };
}

/** A payment belongs to the year in which it was paid: its money goes there from the year in which it was bound. */
function movedInto<At extends ApprovedPayment | InstructedPayment>(payment: At, year: number): At {
  if (year <= payment.year) return payment;
  const sources = payment.sources ?? [];
  const movedFrom = { year: payment.year, sources };
  return { ...payment, year, sources: partsFromYear(sources, payment.year), movedFrom };
}

/** What may be said of a payment in each status before it was paid: only what was asked for expires by itself. */
const BEFORE_PAID: Readonly<Record<'REFUSED' | 'EXPIRED' | 'FAILED', readonly PaymentStatus[]>> = {
  REFUSED: ['REQUESTED', 'APPROVED'],
  EXPIRED: ['REQUESTED'],
  FAILED: ['APPROVED', 'INSTRUCTED'],
};

/** Before it was paid: its money is free again. That the bank did not pay is said by a second person (FUN-10). */
export function refusePayment(
  payment: Payment,
  returned: Return & { readonly reason: 'REFUSED' | 'EXPIRED' | 'FAILED' },
): Change<ReturnedPayment, PaymentEvent> {
  const { by, reason } = returned;
  if (payment.status === 'PAID' || isReturned(payment) || !BEFORE_PAID[reason].includes(payment.status)) {
    throw wrongStatus(payment, BEFORE_PAID[reason]);
  }
  if (reason === 'FAILED') requireSecondPerson('RECORDER_CORRECTOR', by, [payment.requestedBy]);
  const status = payment.status === 'INSTRUCTED' ? 'BANK_RETURNED' : 'RETURNED';
  const reservation = releaseReservation(payment.reservation);
  return {
    state: { ...payment, status, returned, reservation, overdueSince: null },
    events: [
      { type: 'payment.returned', by, wasPaid: false, wasOverdue: isOverdue(payment), givenBack: false },
    ],
  };
}

/** After it was paid: the money came back, or it had never left. Either way it is free again. */
export function takeBackPayment(
  payment: Payment,
  returned: Return & { readonly reason: 'CAME_BACK' | 'RECORDED_IN_ERROR' },
  { yearClosed }: { readonly yearClosed: boolean } = { yearClosed: false },
): Change<ReturnedPayment, PaymentEvent> {
  if (payment.status !== 'PAID') throw wrongStatus(payment, ['PAID']);
  const neverWas = returned.reason === 'RECORDED_IN_ERROR';
  if (neverWas) refuseToUndo(payment, yearClosed);
  requireSecondPerson('RECORDER_CORRECTOR', returned.by, [payment.requestedBy]);
  const { reservation } = payment;
  const undone =
    returned.reason === 'CAME_BACK' ? reservation : releaseReservation(unpostReservation(reservation));
  return {
    state: { ...payment, status: 'RETURNED', returned, reservation: undone },
    events: [
      {
        type: 'payment.returned',
        by: returned.by,
        wasPaid: true,
        wasOverdue: false,
        givenBack: yearClosed && !neverWas,
      },
    ],
  };
}

/** What really was paid is not undone; what was entered of a past year belongs to no year that was closed here. */
function refuseToUndo(payment: PaidPayment, yearClosed: boolean): void {
  if (yearClosed && !isHistory(payment)) throw budgetYearClosed({ year: payment.year });
  if (payment.refunds.length > 0) throw paymentRefunded();
}

function wrongStatus(payment: Payment, needed: readonly PaymentStatus[]): Error {
  return wrongStatusOf(PAYMENT_STATUS, payment.status, needed);
}
