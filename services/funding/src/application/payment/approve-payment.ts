import { type Command, decision } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { approvePayment as approve } from '../../domain/payment/payment.ts';
import type { ApprovedPayment } from '../../domain/payment/payment-state.ts';
import type { Ports } from '../ports.ts';
import { onPayment, type PaymentTarget } from './payment-decision.ts';

type Deps = Pick<Ports, 'payments' | 'unitOfWork' | 'clock'>;

export const approvePayment = ({
  payments,
  unitOfWork,
  clock,
}: Deps): Command<PaymentTarget, ApprovedPayment> =>
  decision(unitOfWork, {
    ...onPayment({ payments }),
    once: 'approvePayment',
    decide: (payment, _input, actor) => approve(payment, { by: subjectOf(actor), at: clock.now() }),
    save: payments.save,
  });
