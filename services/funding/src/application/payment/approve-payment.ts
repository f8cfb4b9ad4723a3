import { type Actor, expectVersion } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { PaymentId } from '../../domain/ids.ts';
import { type ApprovedPayment, approvePayment as approve } from '../../domain/payment/payment.ts';
import { mayDecide, mustSeePayment } from '../../domain/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'payments' | 'unitOfWork' | 'clock'>;

/** What every change of an existing payment says. */
export interface PaymentTarget {
  readonly paymentId: PaymentId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export const approvePayment =
  ({ payments, unitOfWork, clock }: Deps) =>
  (input: PaymentTarget, actor: Actor): Promise<ApprovedPayment> =>
    unitOfWork.once(onceRequest('approvePayment', actor, input), async () => {
      const payment = await payments.get(input.paymentId);
      mustSeePayment(actor, payment);
      mayDecide(actor, payment.countyCode);
      expectVersion(payment, input.expectedVersion);
      return payments.save(approve(payment, { by: subjectOf(actor), at: clock.now() }));
    });
