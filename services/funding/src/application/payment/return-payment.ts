import { type Actor, type Change, expectVersion, type PublicText } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import {
  type Payment,
  type PaymentEvent,
  refusePayment,
  type ReturnedPayment,
  type ReturnReason,
  takeBackPayment,
} from '../../domain/payment/payment.ts';
import { mayDecide, mustSeePayment } from '../../domain/policy.ts';
import { reopenAward } from '../../domain/award/reward-award.ts';
import type { PaymentTarget } from './approve-payment.ts';
import { moveMoney } from '../money/move-money.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { releaseMoneyOf } from '../money/release-money.ts';

export interface ReturnPaymentInput extends PaymentTarget {
  readonly reason: Exclude<ReturnReason, 'EXPIRED'>;
  readonly note: PublicText;
}

/** Its money is free again; an award whose payment came back waits to be paid again. */
export const returnPayment =
  (ports: Ports) =>
  async (input: ReturnPaymentInput, actor: Actor): Promise<ReturnedPayment> => {
    const place = await ports.payments.get(input.paymentId);
    return moveMoney(ports, place, onceRequest('returnPayment', actor, input), async () => {
      const { awards, payments, clock } = ports;
      const known = await payments.get(input.paymentId);
      mustSeePayment(actor, known);
      mayDecide(actor, known.countyCode);
      expectVersion(known, input.expectedVersion);
      const payment = await payments.save(returned(known, input, subjectOf(actor), clock.now()));
      await releaseMoneyOf(ports, payment);
      if (known.status === 'PAID' && known.awardId !== null) {
        await awards.save(reopenAward(await awards.get(known.awardId)));
      }
      return payment;
    });
  };

function returned(
  payment: Payment,
  { reason, note }: ReturnPaymentInput,
  by: string,
  at: Date,
): Change<ReturnedPayment, PaymentEvent> {
  return reason === 'REFUSED' || reason === 'FAILED'
    ? refusePayment(payment, { reason, note, by, at })
    : takeBackPayment(payment, { reason, note, by, at });
}
