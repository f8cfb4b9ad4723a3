import type { CalendarDate, Change, Fen, RegionCode, Versioned } from '@qianshou/kernel';
import { dayInFuture, fundingStatusWrong } from './errors.ts';
import { requireSecondPerson } from './four-eyes.ts';
import type { AgencyId, AwardId, BudgetPlanId, ContractId, PaymentId, StationId } from './ids.ts';
import type { Programme } from './money/account.ts';
import {
  postReservation,
  releaseReservation,
  type Reservation,
  unpostReservation,
} from './money/reservation.ts';

interface PaymentFacts extends Versioned {
  readonly id: PaymentId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly programme: Programme;
  readonly budgetPlanId: BudgetPlanId;
  /** Either a contract with one of its installments, or an award. */
  readonly contractId: ContractId | null;
  readonly installmentNo: number | null;
  readonly awardId: AwardId | null;
  /** The provider of the contract; an award goes to the county's own station. */
  readonly payeeAgencyId: AgencyId | null;
  readonly stationIds: readonly StationId[];
  readonly amountFen: Fen;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly reservation: Reservation;
}

export interface RequestedPayment extends PaymentFacts {
  readonly status: 'REQUESTED';
  readonly approvedBy: null;
  readonly voucherNo: null;
  readonly paidOn: null;
  readonly returned: null;
}

export interface ApprovedPayment extends PaymentFacts {
  readonly status: 'APPROVED';
  readonly approvedBy: string;
  readonly voucherNo: null;
  readonly paidOn: null;
  readonly returned: null;
}

export interface PaidPayment extends PaymentFacts {
  readonly status: 'PAID';
  readonly approvedBy: string;
  readonly voucherNo: string;
  readonly paidOn: CalendarDate;
  readonly returned: null;
}

/** Why a payment was returned (退回原因): the first two before it was paid, the others after. */
export const RETURN_REASONS = ['REFUSED', 'EXPIRED', 'CAME_BACK', 'RECORDED_IN_ERROR'] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

export interface Return {
  readonly reason: ReturnReason;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

export interface ReturnedPayment extends PaymentFacts {
  readonly status: 'RETURNED';
  readonly approvedBy: string | null;
  readonly voucherNo: string | null;
  readonly paidOn: CalendarDate | null;
  readonly returned: Return;
}

export type Payment = RequestedPayment | ApprovedPayment | PaidPayment | ReturnedPayment;

export type PaymentStatus = Payment['status'];

export type PaymentEvent =
  | { readonly type: 'payment.requested' | 'payment.approved' }
  | { readonly type: 'payment.made'; readonly paidOn: CalendarDate }
  | { readonly type: 'payment.returned'; readonly wasPaid: boolean };

/** FUN-10: a second person approves. */
export function approvePayment(
  payment: Payment,
  { by, at }: { readonly by: string; readonly at: Date },
): Change<ApprovedPayment, PaymentEvent> {
  if (payment.status !== 'REQUESTED') throw wrongStatus(payment, ['REQUESTED']);
  requireSecondPerson(by, [payment.requestedBy]);
  // Refuses what has expired meanwhile; the money itself is posted when it is paid.
  postReservation(payment.reservation, at);
  return {
    state: { ...payment, status: 'APPROVED', approvedBy: by },
    events: [{ type: 'payment.approved' }],
  };
}

export interface Payout {
  readonly voucherNo: string;
  readonly paidOn: CalendarDate;
  readonly by: string;
  readonly at: Date;
  readonly today: CalendarDate;
}

/** FUN-10: who asked for the money does not hand it out either. */
export function makePayment(payment: Payment, payout: Payout): Change<PaidPayment, PaymentEvent> {
  if (payment.status !== 'APPROVED') throw wrongStatus(payment, ['APPROVED']);
  const { voucherNo, paidOn, by, at, today } = payout;
  requireSecondPerson(by, [payment.requestedBy]);
  if (paidOn > today) throw dayInFuture({ field: 'paidOn', day: paidOn, today });
  return {
    state: {
      ...payment,
      status: 'PAID',
      voucherNo,
      paidOn,
      reservation: postReservation(payment.reservation, at),
    },
    events: [{ type: 'payment.made', paidOn }],
  };
}

/** Before it was paid: its money is free again. */
export function refusePayment(
  payment: Payment,
  returned: Return & { readonly reason: 'REFUSED' | 'EXPIRED' },
): Change<ReturnedPayment, PaymentEvent> {
  if (payment.status !== 'REQUESTED' && payment.status !== 'APPROVED') {
    throw wrongStatus(payment, ['REQUESTED', 'APPROVED']);
  }
  return {
    state: { ...payment, status: 'RETURNED', returned, reservation: releaseReservation(payment.reservation) },
    events: [{ type: 'payment.returned', wasPaid: false }],
  };
}

/** After it was paid: the money came back, or it had never left. Either way it is free again. */
export function takeBackPayment(
  payment: Payment,
  returned: Return & { readonly reason: 'CAME_BACK' | 'RECORDED_IN_ERROR' },
): Change<ReturnedPayment, PaymentEvent> {
  if (payment.status !== 'PAID') throw wrongStatus(payment, ['PAID']);
  requireSecondPerson(returned.by, [payment.requestedBy]);
  const { reservation } = payment;
  const undone =
    returned.reason === 'CAME_BACK' ? reservation : releaseReservation(unpostReservation(reservation));
  return {
    state: { ...payment, status: 'RETURNED', returned, reservation: undone },
    events: [{ type: 'payment.returned', wasPaid: true }],
  };
}

function wrongStatus(payment: Payment, needed: readonly PaymentStatus[]): Error {
  return fundingStatusWrong({ what: 'payment', status: payment.status, needed });
}
