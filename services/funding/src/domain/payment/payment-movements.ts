import type { JournalEntry, Movement } from '../money/journal-entry.ts';
import { carry, type CarryMovements } from '../money/carry-over.ts';
import {
  comingBack,
  disbursing,
  movementKey,
  releasing,
  reserving,
  reversing,
  type Warrant,
} from '../money/movements.ts';
import { paidFen, paidParts } from './payment-bank.ts';
import type { PaidPayment, Payment, ReturnedPayment } from './payment-state.ts';

/** What each step of a payment moves in the journal. */

/** Set aside with the request, or with the approval of an award, by who approved it. */
export function reservationOf(payment: Payment, by = payment.requestedBy): Movement {
  return reserving({ ...subjectOf(payment), actor: by }, payment.amountFen, payment.sources);
}

export function disbursementOf(payment: PaidPayment): Movement {
  const { requestedBy, approvedBy, paidBy, amountFen } = payment;
  const actor = paidBy ?? requestedBy;
  return disbursing(
    { ...subjectOf(payment), actor, approver: secondOf(actor, approvedBy, requestedBy) },
    amountFen,
    payment.sources,
  );
}

/** Paid in a later year than its money was bound in: it leaves that year's ledger for this one's. */
export function movementsOfMove(payment: PaidPayment): CarryMovements {
  const { movedFrom, requestedBy, approvedBy, paidBy } = payment;
  if (movedFrom === null) return { out: [], into: [] };
  const actor = paidBy ?? requestedBy;
  const { year, sources: parts } = movedFrom;
  return carry(
    { ...subjectOf(payment), stage: 'RESERVED', subject: payment.id, parts, year },
    { actor, approver: secondOf(actor, approvedBy, requestedBy) },
  );
}

/** Under which key the journal has what was paid out. */
export function disbursementKeyOf({ id }: Payment): string {
  return movementKey('POST', id);
}

/**
 * A payment that was not made gives back what was set aside. Paid money that came back stands against the paid; a
 * payment that was recorded in error is undone first, by reversing its own entry.
 */
export function movementsOfReturn(
  payment: ReturnedPayment,
  disbursement: JournalEntry | null,
  { yearClosed }: { readonly yearClosed: boolean } = { yearClosed: false },
): readonly Movement[] {
  const subject = subjectOf(payment);
  const { by } = payment.returned;
  const warrant = {
    actor: by,
    approver: secondOf(by, payment.approvedBy, payment.requestedBy),
  };
  const release = releasing({ ...subject, actor: payment.returned.by }, payment.amountFen, payment.sources);
  if (payment.returned.reason === 'CAME_BACK')
    return [
      comingBack(
        { ...subject, ...warrant },
        paidFen(payment),
        paidParts(payment),
        yearClosed ? 'SURPLUS' : 'COMMITTED',
      ),
    ];
  return disbursement === null ? [release] : [reversing(disbursement, warrant), release];
}

/** Who acts is the actor; beside them stands another person: who approved, or, where that is the same, who asked. */
function secondOf(actor: string, approvedBy: string | null, requestedBy: string): string {
  return approvedBy === null || approvedBy === actor ? requestedBy : approvedBy;
}

function subjectOf({
  programme,
  budgetPlanId,
  contractId,
  awardId,
  id,
}: Payment): Pick<Warrant, 'programme' | 'reference'> {
  return { programme, reference: { budgetPlanId, contractId, awardId, paymentId: id } };
}
