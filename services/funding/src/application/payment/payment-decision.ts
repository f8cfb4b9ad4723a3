import type { Actor } from '@qianshou/kernel';
import type { PaymentId } from '../../domain/ids.ts';
import type { Payment } from '../../domain/payment/payment-state.ts';
import { mayDecide, mustSeePayment } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';

/** What every change of an existing payment says. */
export interface PaymentTarget {
  readonly paymentId: PaymentId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

/** What finance decides about a payment. */
export const onPayment = ({ payments }: Pick<Ports, 'payments'>) => ({
  load: ({ paymentId }: PaymentTarget) => payments.get(paymentId),
  may: (actor: Actor, payment: Payment) => {
    mustSeePayment(actor, payment);
    mayDecide(actor, payment.countyCode);
  },
});
