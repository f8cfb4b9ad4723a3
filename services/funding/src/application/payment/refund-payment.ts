import {
  type CalendarDate,
  chinaDay,
  type Command,
  decision,
  type Fen,
  type PublicText,
} from '@qianshou/kernel';
import { refundMovementOf, refundPayment as refund } from '../../domain/payment/payment-bank.ts';
import type { PaidPayment } from '../../domain/payment/payment-state.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { writeJournal } from '../money/write-journal.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { onPayment, type PaymentTarget } from './payment-decision.ts';
import { isYearClosed } from './year-closed.ts';

export interface RefundPaymentInput extends PaymentTarget {
  readonly amountFen: Fen;
  readonly receivedOn: CalendarDate;
  readonly slipNo: string;
  readonly note: PublicText;
}

/** Back to the sources and the year of the payment; where that year is closed, given back to them for good. */
export const refundPayment = (ports: Ports): Command<RefundPaymentInput, PaidPayment> => {
  const { payments, clock, unitOfWork } = ports;
  const { load, may } = onPayment(ports);
  return decision(unitOfWork, {
    once: 'refundPayment',
    lock: lockLedgerOf(load),
    load,
    may,
    decide: async (payment, { amountFen, receivedOn, slipNo, note }, actor) => {
      const terms = { amountFen, receivedOn, slipNo, note, by: subjectOf(actor) };
      const yearClosed = await isYearClosed(ports, payment);
      const change = refund(payment, { ...terms, today: chinaDay(clock.now()) }, { yearClosed });
      return { change, yearClosed };
    },
    save: async ({ change, yearClosed }) => {
      const payment = await payments.save(change);
      await writeJournal(ports, payment, [refundMovementOf(payment, { yearClosed })]);
      return payment;
    },
  });
};
