import { addFen, badInput, type Change, type Fen, fen } from '@qianshou/kernel';
import { boundIn } from '../contract/contract-carry-over.ts';
import { requirePayable } from '../contract/contract-status.ts';
import type { Contract } from '../contract/contract.ts';
import {
  installmentNotFound,
  paymentAlreadyOpen,
  paymentBeyondContract,
  paymentBeyondInstallment,
  paymentConditionNotMet,
} from '../reference/errors.ts';
import type { PaymentId } from '../ids.ts';
import type { Installment } from '../contract/installment.ts';
import { holdReservation } from '../money/reservation.ts';
import type { PaperRef } from './payment-papers.ts';
import type { PaymentEvent, RequestedPayment } from './payment-state.ts';
import { requireApprovedAward, type RewardAward } from '../award/reward-award.ts';
import type { TakenFen } from '../money/taken.ts';
import { lessParts, type SourcePart, takeParts } from '../money/source-parts.ts';

interface Asking {
  readonly id: PaymentId;
  readonly by: string;
  readonly at: Date;
}

export interface InstallmentAsking extends Asking {
  readonly installmentNo: number;
  /** Null: all that is left of the installment. */
  readonly amountFen: Fen | null;
  readonly invoice?: PaperRef | null;
}

/** FUN-12, FUN-13: within the contract, after the installment's condition, within the installment. */
export function requestInstallment(
  contract: Contract,
  asking: InstallmentAsking,
  taken: TakenFen,
  takenParts: readonly SourcePart[] = [],
): Change<RequestedPayment, PaymentEvent> {
  requirePayable(contract);
  const installment = contract.installments.find(({ no }) => no === asking.installmentNo);
  if (installment === undefined) throw installmentNotFound({ installmentNo: asking.installmentNo });
  const left = fen(installment.amountFen - (taken.get(installment.no) ?? 0n));
  const amountFen = askedFen(installment, asking, left);
  refuseBeyondContract(contract, taken, amountFen);
  refuseUnmet(installment);
  if (amountFen > left) {
    const details = { availableFen: left.toString(), askedFen: amountFen.toString() };
    throw paymentBeyondInstallment({ installmentNo: installment.no, ...details });
  }
  const { budgetPlanId, countyCode, programme, stationIds } = contract;
  const { year } = boundIn(contract);
  const purpose = { contractId: contract.id, installmentNo: installment.no, awardId: null };
  const place = { budgetPlanId, countyCode, year, programme, stationIds };
  const sources = partsLeft(contract, takenParts, amountFen);
  const payeeAgencyId = contract.providerAgencyId;
  const { invoice = null } = asking;
  return requested(asking, { ...place, ...purpose, payeeAgencyId, amountFen, sources, invoice });
}

/** FUN-4: an approved award is paid once and whole; a returned payment leaves it to be asked for again. */
export function requestAward(
  award: RewardAward,
  asking: Asking,
  open: PaymentId | null,
): Change<RequestedPayment, PaymentEvent> {
  requireApprovedAward(award);
  if (open !== null) throw paymentAlreadyOpen({ paymentId: open });
  const { budgetPlanId, countyCode, programme, amountFen } = award;
  const { year, sources } = award.carriedOver ?? award;
  const purpose = { contractId: null, installmentNo: null, awardId: award.id };
  const place = { budgetPlanId, countyCode, year, programme, stationIds: [award.stationId] };
  return requested(asking, { ...place, ...purpose, payeeAgencyId: null, amountFen, sources, invoice: null });
}

/** All that is left of it where nothing else is said. */
function askedFen(installment: Installment, asking: InstallmentAsking, left: Fen): Fen {
  const amountFen = asking.amountFen ?? (left > 0n ? left : installment.amountFen);
  if (amountFen > 0n) return amountFen;
  throw badInput({ field: 'amountFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
}

/** Of what the contract still has of each source, in proportion: the last payment takes exactly what is left. */
function partsLeft(
  contract: Contract,
  taken: readonly SourcePart[],
  amountFen: Fen,
): readonly SourcePart[] | null {
  const { sources } = boundIn(contract);
  return sources === null ? null : takeParts(lessParts(sources, taken), amountFen, 'PROPORTION');
}

type Terms = Omit<
  RequestedPayment,
  | 'id'
  | 'version'
  | 'status'
  | 'requestedBy'
  | 'requestedAt'
  | 'reservation'
  | 'approvedBy'
  | 'paidBy'
  | 'overdueSince'
  | 'voucherNo'
  | 'paidOn'
  | 'returned'
  | 'movedFrom'
  | 'instructed'
  | 'refunds'
>;

function requested({ id, by, at }: Asking, terms: Terms): Change<RequestedPayment, PaymentEvent> {
  const payment: RequestedPayment = {
    id,
    version: 0,
    ...terms,
    requestedBy: by,
    requestedAt: at,
    reservation: holdReservation(terms.amountFen, at),
    status: 'REQUESTED',
    approvedBy: null,
    paidBy: null,
    overdueSince: null,
    voucherNo: null,
    paidOn: null,
    returned: null,
    movedFrom: null,
    instructed: null,
    refunds: [],
  };
  return { state: payment, events: [{ type: 'payment.requested', by }] };
}

/** FUN-13: all payments of a contract together never exceed it. */
function refuseBeyondContract({ id, amountFen }: Contract, taken: TakenFen, asked: Fen): void {
  const left = amountFen - addFen(...taken.values());
  if (asked <= left) return;
  throw paymentBeyondContract({ contractId: id, availableFen: left.toString(), askedFen: asked.toString() });
}

/** FUN-12: money follows its condition. */
function refuseUnmet({ no, condition, metOn }: Installment): void {
  if (metOn === null) throw paymentConditionNotMet({ installmentNo: no, condition });
}
