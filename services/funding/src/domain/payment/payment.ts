import {
  type CalendarDate,
  type Change,
  type Fen,
  type PublicText,
  type RegionCode,
  type Versioned,
  yearOf,
} from '@qianshou/kernel';
import { dayInFuture, paidBeforeBudget } from '../reference/errors.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import type { AgencyId, AwardId, BudgetPlanId, ContractId, PaymentId, StationId } from '../ids.ts';
import type { Programme } from '../money/account.ts';
import {
  extendReservation,
  isExpired,
  postReservation,
  releaseReservation,
  type Reservation,
  unpostReservation,
} from '../money/reservation.ts';
import type { CarriedOver } from '../money/carry-over.ts';
import { partsFromYear, type SourcePart } from '../money/source-parts.ts';
import { budgetYearClosed } from '../budget/errors.ts';
import { PAYMENT_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';

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
  /** Of which sources it is; null in rows of before that was kept. */
  readonly sources: readonly SourcePart[] | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly reservation: Reservation;
  /** Approved and past its time: since when it waits for a person to say what the bank did. */
  readonly overdueSince: Date | null;
  /** Paid in a later year than its money was bound in: where that came from. */
  readonly movedFrom: CarriedOver | null;
}

export interface RequestedPayment extends PaymentFacts {
  readonly status: 'REQUESTED';
  readonly approvedBy: null;
  readonly paidBy: null;
  readonly voucherNo: null;
  readonly paidOn: null;
  readonly returned: null;
}

export interface ApprovedPayment extends PaymentFacts {
  readonly status: 'APPROVED';
  readonly approvedBy: string;
  readonly paidBy: null;
  readonly voucherNo: null;
  readonly paidOn: null;
  readonly returned: null;
}

export interface PaidPayment extends PaymentFacts {
  readonly status: 'PAID';
  readonly approvedBy: string;
  /** Null in rows of before this was kept. */
  readonly paidBy: string | null;
  readonly voucherNo: string;
  readonly paidOn: CalendarDate;
  readonly returned: null;
}

/** Why a payment was returned (退回原因): the first three before it was paid, the others after. */
export const RETURN_REASONS = ['REFUSED', 'EXPIRED', 'FAILED', 'CAME_BACK', 'RECORDED_IN_ERROR'] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

export interface Return {
  readonly reason: ReturnReason;
  /** Null where nobody said anything: it ran out by itself. */
  readonly note: PublicText | null;
  readonly by: string;
  readonly at: Date;
}

export interface ReturnedPayment extends PaymentFacts {
  readonly status: 'RETURNED';
  readonly approvedBy: string | null;
  readonly paidBy: string | null;
  readonly voucherNo: string | null;
  readonly paidOn: CalendarDate | null;
  readonly returned: Return;
}

export type Payment = RequestedPayment | ApprovedPayment | PaidPayment | ReturnedPayment;

export type PaymentStatus = Payment['status'];

/** Who acted stands on every fact. */
export type PaymentEvent =
  | { readonly type: 'payment.requested' | 'payment.approved'; readonly by: string }
  | { readonly type: 'payment.overdue'; readonly since: Date }
  | {
      readonly type: 'payment.made';
      readonly by: string;
      readonly paidOn: CalendarDate;
      readonly wasOverdue: boolean;
      /** The year whose ledger its money left, when it was paid in a later one. */
      readonly movedFromYear: number | null;
    }
  | {
      readonly type: 'payment.returned';
      readonly by: string;
      readonly wasPaid: boolean;
      readonly wasOverdue: boolean;
      /** Its year is closed: the money went back to its source. */
      readonly givenBack: boolean;
    };

/** FUN-10: a second person approves. */
export function approvePayment(
  payment: Payment,
  { by, at }: { readonly by: string; readonly at: Date },
): Change<ApprovedPayment, PaymentEvent> {
  if (payment.status !== 'REQUESTED') throw wrongStatus(payment, ['REQUESTED']);
  requireSecondPerson(by, [payment.requestedBy]);
  const reservation = extendReservation(payment.reservation, at);
  return {
    state: { ...payment, status: 'APPROVED', approvedBy: by, reservation },
    events: [{ type: 'payment.approved', by }],
  };
}

/** The bank may have paid an approved payment: its money is not free before a person says what happened. Told once. */
export function noteOverdue(payment: Payment, at: Date): Change<Payment, PaymentEvent> {
  const waits = payment.status === 'APPROVED' && !isOverdue(payment);
  if (!waits || !isExpired(payment.reservation, at)) return { state: payment, events: [] };
  const since = payment.reservation.expiresAt;
  return { state: { ...payment, overdueSince: since }, events: [{ type: 'payment.overdue', since }] };
}

function isOverdue(payment: Payment): boolean {
  return (payment.overdueSince ?? null) !== null;
}

export interface Payout {
  readonly voucherNo: string;
  readonly paidOn: CalendarDate;
  readonly by: string;
  readonly at: Date;
  readonly today: CalendarDate;
}

/** FUN-10: who asked for the money does not hand it out either. With its real day, however late it is said. */
export function makePayment(payment: Payment, payout: Payout): Change<PaidPayment, PaymentEvent> {
  if (payment.status !== 'APPROVED') throw wrongStatus(payment, ['APPROVED']);
  const { voucherNo, paidOn, by, today } = payout;
  requireSecondPerson(by, [payment.requestedBy]);
  if (paidOn > today) throw dayInFuture({ field: 'paidOn', day: paidOn, today });
  if (yearOf(paidOn) < payment.year) throw paidBeforeBudget({ paidOn, year: payment.year });
  const moved = movedInto(payment, yearOf(paidOn));
  return {
    state: {
      ...moved,
      status: 'PAID',
      paidBy: by,
      voucherNo,
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
function movedInto(payment: ApprovedPayment, year: number): ApprovedPayment {
  if (year <= payment.year) return payment;
  const sources = payment.sources ?? [];
  const movedFrom = { year: payment.year, sources };
  return { ...payment, year, sources: partsFromYear(sources, payment.year), movedFrom };
}

/** What may be said of a payment in each status before it was paid: only what was asked for expires by itself. */
const BEFORE_PAID: Readonly<Record<'REFUSED' | 'EXPIRED' | 'FAILED', readonly PaymentStatus[]>> = {
  REFUSED: ['REQUESTED', 'APPROVED'],
  EXPIRED: ['REQUESTED'],
  FAILED: ['APPROVED'],
};

/** Before it was paid: its money is free again. That the bank did not pay is said by a second person (FUN-10). */
export function refusePayment(
  payment: Payment,
  returned: Return & { readonly reason: 'REFUSED' | 'EXPIRED' | 'FAILED' },
): Change<ReturnedPayment, PaymentEvent> {
  const { by, reason } = returned;
  if (
    payment.status === 'PAID' ||
    payment.status === 'RETURNED' ||
    !BEFORE_PAID[reason].includes(payment.status)
  ) {
    throw wrongStatus(payment, BEFORE_PAID[reason]);
  }
  if (reason === 'FAILED') requireSecondPerson(by, [payment.requestedBy]);
  const reservation = releaseReservation(payment.reservation);
  return {
    state: { ...payment, status: 'RETURNED', returned, reservation, overdueSince: null },
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
  if (yearClosed && returned.reason === 'RECORDED_IN_ERROR') throw budgetYearClosed({ year: payment.year });
  requireSecondPerson(returned.by, [payment.requestedBy]);
  const { reservation } = payment;
  const undone =
    returned.reason === 'CAME_BACK' ? reservation : releaseReservation(unpostReservation(reservation));
  return {
    state: { ...payment, status: 'RETURNED', returned, reservation: undone },
    events: [
      { type: 'payment.returned', by: returned.by, wasPaid: true, wasOverdue: false, givenBack: yearClosed },
    ],
  };
}

function wrongStatus(payment: Payment, needed: readonly PaymentStatus[]): Error {
  return wrongStatusOf(PAYMENT_STATUS, payment.status, needed);
}
