import { type CalendarDate, chinaDay, type Command, decision } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { disbursementOf } from '../../domain/payment/payment-movements.ts';
import { makePayment as make, type PaidPayment } from '../../domain/payment/payment.ts';
import { payAward } from '../../domain/award/reward-award.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';
import { onPayment, type PaymentTarget } from './payment-decision.ts';

export interface MakePaymentInput extends PaymentTarget {
  readonly voucherNo: string;
  readonly paidOn: CalendarDate;
}

/** What was set aside has left; with it the award that it was for is paid. */
export const makePayment = (ports: Ports): Command<MakePaymentInput, PaidPayment> => {
  const { awards, payments, clock, unitOfWork } = ports;
  const { load, may } = onPayment(ports);
  return decision(unitOfWork, {
    once: 'makePayment',
    lock: lockLedgerOf(load),
    load,
    may,
    decide: (payment, { voucherNo, paidOn }, actor) => {
      const at = clock.now();
      return make(payment, { voucherNo, paidOn, by: subjectOf(actor), at, today: chinaDay(at) });
    },
    save: async (change, { input: { paidOn }, actor }) => {
      const payment = await payments.save(change);
      await writeJournal(ports, payment, [disbursementOf(payment)]);
      if (payment.awardId !== null) {
        const award = await awards.get(payment.awardId);
        await awards.save(payAward(award, { paidOn, by: subjectOf(actor) }));
      }
      return payment;
    },
  });
};
