import { type CalendarDate, chinaDay, type Command, decision } from '@qianshou/kernel';
import { instructPayment as instruct } from '../../domain/payment/payment-bank.ts';
import type { InstructedPayment } from '../../domain/payment/payment-state.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import { switchedPairs } from '../four-eyes/switched-pairs.ts';
import type { Ports } from '../ports.ts';
import { onPayment, type PaymentTarget } from './payment-decision.ts';

export interface InstructPaymentInput extends PaymentTarget {
  readonly instructedOn: CalendarDate;
}

/** The order goes to the bank; no money moves before the bank answers. */
export const instructPayment = (ports: Ports): Command<InstructPaymentInput, InstructedPayment> => {
  const { payments, clock, unitOfWork } = ports;
  const { load, may } = onPayment(ports);
  return decision(unitOfWork, {
    once: 'instructPayment',
    lock: lockLedgerOf(load),
    load,
    may,
    decide: async (payment, { instructedOn: on }, actor) =>
      instruct(
        payment,
        { by: subjectOf(actor), on, today: chinaDay(clock.now()) },
        await switchedPairs(ports, payment.countyCode),
      ),
    save: (change) => payments.save(change),
  });
};
