import type { Actor } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { AwardId } from '../../domain/ids.ts';
import { reservationOf } from '../../domain/payment/payment-movements.ts';
import { requestAward } from '../../domain/payment/payment-request.ts';
import type { RequestedPayment } from '../../domain/payment/payment.ts';
import { maySpend } from '../../domain/policy.ts';
import { moveMoney } from '../money/move-money.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';

export interface RequestAwardPaymentInput {
  readonly awardId: AwardId;
  readonly idempotencyKey: string;
}

/** Again, after the payment that came with the award's approval was returned. */
export const requestAwardPayment =
  (ports: Ports) =>
  async (input: RequestAwardPaymentInput, actor: Actor): Promise<RequestedPayment> => {
    const place = await ports.awards.get(input.awardId);
    return moveMoney(ports, place, onceRequest('requestAwardPayment', actor, input), async () => {
      const { awards, payments, clock, newId } = ports;
      const award = await awards.get(input.awardId);
      maySpend(actor, award.countyCode);
      const asking = { id: newId('pay'), by: subjectOf(actor), at: clock.now() };
      const open = await payments.findOpenOf(award.id);
      const payment = await payments.save(requestAward(award, asking, open));
      await writeJournal(ports, payment, [reservationOf(payment)]);
      return payment;
    });
  };
