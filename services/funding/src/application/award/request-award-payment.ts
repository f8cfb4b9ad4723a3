import { type Command, decision } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { reservationOf } from '../../domain/payment/payment-movements.ts';
import { requestAward } from '../../domain/payment/payment-request.ts';
import type { RequestedPayment } from '../../domain/payment/payment-state.ts';
import { maySpend } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';
import { type AwardTarget, onAward } from './award-decision.ts';

export type RequestAwardPaymentInput = Pick<AwardTarget, 'awardId' | 'idempotencyKey'>;

/** Again, after the payment that came with the award's approval was returned. */
export const requestAwardPayment = (ports: Ports): Command<RequestAwardPaymentInput, RequestedPayment> => {
  const { payments, clock, newId, unitOfWork } = ports;
  return decision(unitOfWork, {
    ...onAward(ports),
    once: 'requestAwardPayment',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: async (award, _input, actor) => {
      const asking = { id: newId('pay'), by: subjectOf(actor), at: clock.now() };
      return requestAward(award, asking, await payments.findOpenOf(award.id));
    },
    save: async (change) => {
      const payment = await payments.save(change);
      await writeJournal(ports, payment, [reservationOf(payment)]);
      return payment;
    },
  });
};
