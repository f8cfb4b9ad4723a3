import { eachApart, SYSTEM_ACTOR } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { PaymentId } from '../../domain/ids.ts';
import { isExpired } from '../../domain/money/reservation.ts';
import { noteOverdue, refusePayment } from '../../domain/payment/payment.ts';
import { ledgerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { releaseMoneyOf } from '../money/release-money.ts';

/**
 * What nobody approved in its time is returned, so that its money is not set aside for ever. An approved payment may be
 * at the bank: it is told as overdue, and a person settles it.
 */
export const releaseExpiredPayments = (ports: Ports) => (): Promise<number> =>
  eachApart(ports.payments.expired(ports.clock.now()), (id) => ports.unitOfWork.run(() => settle(ports, id)));

async function settle(ports: Ports, id: PaymentId): Promise<void> {
  const { payments, unitOfWork, clock } = ports;
  const known = await payments.get(id);
  await unitOfWork.hold(ledgerKey(known));
  const at = clock.now();
  await payments.save(noteOverdue(known, at));
  if (known.status !== 'REQUESTED' || !isExpired(known.reservation, at)) return;
  const payment = await payments.save(
    refusePayment(known, { reason: 'EXPIRED', note: null, by: subjectOf(SYSTEM_ACTOR), at }),
  );
  await releaseMoneyOf(ports, payment);
}
