import { type Actor, type CalendarDate, chinaDay, expectVersion } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { disbursementOf } from '../../domain/payment/payment-movements.ts';
import { makePayment as make, type PaidPayment } from '../../domain/payment/payment.ts';
import { mayDecide, mustSeePayment } from '../../domain/policy.ts';
import { payAward } from '../../domain/award/reward-award.ts';
import type { PaymentTarget } from './approve-payment.ts';
import { moveMoney } from '../money/move-money.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';

export interface MakePaymentInput extends PaymentTarget {
  readonly voucherNo: string;
  readonly paidOn: CalendarDate;
}

/** What was set aside has left; with it the award that it was for is paid. */
export const makePayment =
  (ports: Ports) =>
  async (input: MakePaymentInput, actor: Actor): Promise<PaidPayment> => {
    const place = await ports.payments.get(input.paymentId);
    return moveMoney(ports, place, onceRequest('makePayment', actor, input), async () => {
      const { awards, payments, clock } = ports;
      const known = await payments.get(input.paymentId);
      mustSeePayment(actor, known);
      mayDecide(actor, known.countyCode);
      expectVersion(known, input.expectedVersion);
      const at = clock.now();
      const { voucherNo, paidOn } = input;
      const payout = { voucherNo, paidOn, by: subjectOf(actor), at, today: chinaDay(at) };
      const payment = await payments.save(make(known, payout));
      await writeJournal(ports, payment, [disbursementOf(payment)]);
      if (payment.awardId !== null) await awards.save(payAward(await awards.get(payment.awardId), paidOn));
      return payment;
    });
  };
