import {
  addFen,
  type CalendarDate,
  type Change,
  type DocumentReference,
  type Fen,
  fen,
  yearOf,
} from '@qianshou/kernel';
import type { Contract } from '../contract/contract.ts';
import type { PaymentId } from '../ids.ts';
import type { Movement } from '../money/journal-entry.ts';
import { asHistory } from '../money/movements.ts';
import { holdReservation, postReservation } from '../money/reservation.ts';
import { lessParts, partsFromYear, type SourcePart, takeParts } from '../money/source-parts.ts';
import { disbursementOf, movementsOfMove, reservationOf } from '../payment/payment-movements.ts';
import type { PaperRef } from '../payment/payment-papers.ts';
import type { PaidPayment, PaymentEvent } from '../payment/payment-state.ts';
import { paidBeforeBudget, paymentBeyondContract } from '../reference/errors.ts';
import { refusePresent } from './past-budget.ts';

export interface PastPaymentInput {
  readonly id: PaymentId;
  readonly amountFen: Fen;
  readonly voucherNo: string;
  readonly paidOn: CalendarDate;
  readonly invoice: PaperRef | null;
  readonly enteredFrom: DocumentReference;
  readonly by: string;
  readonly at: Date;
}

export interface PastPaymentFacts {
  /** What was paid of the contract so far, in all and by source. */
  readonly taken: Fen;
  readonly takenParts: readonly SourcePart[];
  readonly today: CalendarDate;
}

/** What a contract of the past was paid, as the slip of the bank says it; FUN-13: never beyond the contract. */
export function enterPastPayment(
  contract: Contract,
  { by, at, ...slip }: PastPaymentInput,
  { taken, takenParts, today }: PastPaymentFacts,
): Change<PaidPayment, PaymentEvent> {
  const { amountFen, paidOn } = slip;
  const year = yearOf(paidOn);
  refusePresent(year, today);
  if (year < contract.year) throw paidBeforeBudget({ paidOn, year: contract.year });
  if (addFen(taken, amountFen) > contract.amountFen) {
    const available = fen(contract.amountFen - taken);
    throw paymentBeyondContract({ availableFen: available.toString(), askedFen: amountFen.toString() });
  }
  const parts = takeParts(lessParts(contract.sources ?? [], takenParts), amountFen, 'PROPORTION');
  const moved = year > contract.year;
  const { countyCode, programme, budgetPlanId, stationIds, providerAgencyId } = contract;
  const state: PaidPayment = {
    ...slip,
    version: 0,
    countyCode,
    programme,
    budgetPlanId,
    stationIds,
    year,
    contractId: contract.id,
    installmentNo: 1,
    awardId: null,
    payeeAgencyId: providerAgencyId,
    sources: moved ? partsFromYear(parts, contract.year) : parts,
    movedFrom: moved ? { year: contract.year, sources: parts } : null,
    requestedBy: by,
    requestedAt: at,
    reservation: postReservation(holdReservation(amountFen, at)),
    ...PAID_IN_THE_PAST,
  };
  const movedFromYear = state.movedFrom?.year ?? null;
  return { state, events: [{ type: 'payment.made', by, paidOn, wasOverdue: false, movedFromYear }] };
}

/** Nobody here saw who approved and who paid. */
const PAID_IN_THE_PAST = {
  status: 'PAID',
  overdueSince: null,
  instructed: null,
  refunds: [],
  approvedBy: null,
  paidBy: null,
  slipSha256: null,
  returned: null,
} as const satisfies Partial<PaidPayment>;

/** What it moved: in the year in which its money was bound, and in the one in which it was paid. */
export function pastMovementsOf(payment: PaidPayment): {
  readonly bound: readonly Movement[];
  readonly paid: readonly Movement[];
} {
  const { movedFrom } = payment;
  const { out, into } = movementsOfMove(payment);
  const reserved = reservationOf({ ...payment, sources: movedFrom?.sources ?? payment.sources });
  return {
    bound: [reserved, ...out].map(asHistory),
    paid: [...into, disbursementOf(payment)].map(asHistory),
  };
}
