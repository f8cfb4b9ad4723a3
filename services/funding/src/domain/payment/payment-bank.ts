import { badInput, type CalendarDate, type Change, type Fen, fen, type PublicText } from '@qianshou/kernel';
import { dayInFuture } from '../reference/errors.ts';
import type { FourEyesName } from '../reference/four-eyes-pairs.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { PAYMENT_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import type { Movement } from '../money/journal-entry.ts';
import { comingBack, movementKey } from '../money/movements.ts';
import { joinParts, lessParts, type SourcePart, takeParts } from '../money/source-parts.ts';
import { refundAbovePaid, refundBeforePayment } from './errors.ts';
import type { Payment, InstructedPayment, PaidPayment, PaymentEvent } from './payment-state.ts';
import { refuseBeforeRequest } from './payment-days.ts';
import type { Refund } from './payment-papers.ts';

export interface Instructing {
  readonly by: string;
  readonly on: CalendarDate;
  readonly today: CalendarDate;
}

/** The bank is told to pay; FUN-10: never by who asked. From here on only the bank's answer settles it. */
export function instructPayment(
  payment: Payment,
  { by, on, today }: Instructing,
  switched: readonly FourEyesName[] = [],
): Change<InstructedPayment, PaymentEvent> {
  if (payment.status !== 'APPROVED') throw wrongStatusOf(PAYMENT_STATUS, payment.status, ['APPROVED']);
  requireSecondPerson('REQUESTER_PAYER', by, [payment.requestedBy]);
  requireSecondPerson('APPROVER_PAYER', by, [payment.approvedBy], switched);
  if (on > today) throw dayInFuture({ field: 'instructedOn', day: on, today });
  refuseBeforeRequest(payment, 'instructedOn', on);
  return {
    state: { ...payment, status: 'INSTRUCTED', instructed: { by, on } },
    events: [{ type: 'payment.instructed', by, on }],
  };
}

export interface Refunding {
  readonly amountFen: Fen;
  readonly receivedOn: CalendarDate;
  readonly slipNo: string;
  readonly note: PublicText;
  readonly by: string;
  readonly today: CalendarDate;
}

/** Part of the paid came back: to the sources and the year that it came from, and never more than is still paid. */
export function refundPayment(
  payment: Payment,
  { amountFen, today, ...terms }: Refunding,
  { yearClosed }: { readonly yearClosed: boolean },
): Change<PaidPayment, PaymentEvent> {
  if (payment.status !== 'PAID') throw wrongStatusOf(PAYMENT_STATUS, payment.status, ['PAID']);
  const { receivedOn, by } = terms;
  requireSecondPerson('RECORDER_CORRECTOR', by, [payment.requestedBy]);
  refuseWrongDay(payment, receivedOn, today);
  const left = paidFen(payment);
  if (amountFen <= 0n)
    throw badInput({ field: 'amountFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  if (amountFen > left) {
    throw refundAbovePaid({ availableFen: left.toString(), askedFen: amountFen.toString() });
  }
  const parts = paidParts(payment);
  const sources = parts === null ? null : takeParts(parts, amountFen, 'PROPORTION');
  const refund: Refund = { no: payment.refunds.length + 1, amountFen, sources, ...terms };
  return {
    state: { ...payment, refunds: [...payment.refunds, refund] },
    events: [{ type: 'payment.refunded', by, refund, givenBack: yearClosed }],
  };
}

function refuseWrongDay({ paidOn }: PaidPayment, receivedOn: CalendarDate, today: CalendarDate): void {
  if (receivedOn > today) throw dayInFuture({ field: 'receivedOn', day: receivedOn, today });
  if (receivedOn < paidOn) throw refundBeforePayment({ receivedOn, paidOn });
}

/** Paid, less what came back in parts. */
export function paidFen({ amountFen, refunds }: Pick<Payment, 'amountFen' | 'refunds'>): Fen {
  return fen(refunds.reduce<bigint>((left, refund) => left - refund.amountFen, amountFen));
}

/** Of which sources the paid still is. */
export function paidParts({ sources, refunds }: Payment): readonly SourcePart[] | null {
  if (sources === null) return null;
  return lessParts(sources, joinParts(refunds.flatMap((refund) => refund.sources ?? [])));
}

/** The journal entry of the last refund. */
export function refundMovementOf(
  payment: PaidPayment,
  { yearClosed }: { readonly yearClosed: boolean },
): Movement {
  const refund = payment.refunds.at(-1);
  if (refund === undefined) throw new Error(`nothing came back of ${payment.id}`);
  const { programme, budgetPlanId, contractId, awardId, id, approvedBy, requestedBy } = payment;
  const reference = { budgetPlanId, contractId, awardId, paymentId: id };
  const approver = approvedBy === null || approvedBy === refund.by ? requestedBy : approvedBy;
  const warrant = { programme, reference, actor: refund.by, approver };
  const to = yearClosed ? 'SURPLUS' : 'COMMITTED';
  const movement = comingBack(warrant, refund.amountFen, refund.sources, to);
  return { ...movement, idempotencyKey: movementKey('RETURN', `${id}/${refund.no}`) };
}
