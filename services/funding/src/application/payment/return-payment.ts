import { type Change, type Command, decision, type PublicText } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { refusePayment, takeBackPayment } from '../../domain/payment/payment.ts';
import type {
  Payment,
  PaymentEvent,
  ReturnedPayment,
  ReturnReason,
} from '../../domain/payment/payment-state.ts';
import { reopenAward } from '../../domain/award/reward-award.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { releaseMoneyOf } from '../money/release-money.ts';
import { isYearClosed } from './year-closed.ts';
import { onPayment, type PaymentTarget } from './payment-decision.ts';

export interface ReturnPaymentInput extends PaymentTarget {
  readonly reason: Exclude<ReturnReason, 'EXPIRED'>;
  readonly note: PublicText;
}

/** Its money is free again; an award whose payment came back waits to be paid again. */
export const returnPayment = (ports: Ports): Command<ReturnPaymentInput, ReturnedPayment> => {
  const { awards, payments, clock, unitOfWork } = ports;
  const { load, may } = onPayment(ports);
  return decision(unitOfWork, {
    once: 'returnPayment',
    lock: lockLedgerOf(load),
    load,
    may,
    decide: async (payment, input, actor) => {
      const yearClosed = await isYearClosed(ports, payment);
      return returned(payment, input, { by: subjectOf(actor), at: clock.now(), yearClosed });
    },
    save: async (change, { state: known, actor }) => {
      const payment = await payments.save(change);
      await releaseMoneyOf(ports, payment, { yearClosed: await isYearClosed(ports, known) });
      if (known.status === 'PAID' && known.awardId !== null) {
        await awards.save(reopenAward(await awards.get(known.awardId), subjectOf(actor)));
      }
      return payment;
    },
  });
};

interface Act {
  readonly by: string;
  readonly at: Date;
  readonly yearClosed: boolean;
}

function returned(
  payment: Payment,
  { reason, note }: ReturnPaymentInput,
  { by, at, yearClosed }: Act,
): Change<ReturnedPayment, PaymentEvent> {
  return reason === 'REFUSED' || reason === 'FAILED'
    ? refusePayment(payment, { reason, note, by, at })
    : takeBackPayment(payment, { reason, note, by, at }, { yearClosed });
}
