import { eachOf } from '@qianshou/kernel';
import type { Payment } from '../../domain/payment/payment-state.ts';
import type { Ports } from '../ports.ts';
import type { PaymentFilter } from './ports.ts';

const RETURNED: PaymentFilter = {
  within: null,
  year: null,
  contractId: null,
  awardId: null,
  status: ['RETURNED'],
  payeeAgencyId: null,
  paidOn: { from: null, to: null },
  amount: { from: null, to: null },
  open: null,
  order: 'COUNTY_CODE',
  scope: null,
};

const ASK =
  'ask the bank: where it paid, request the same money again, approve it and record it with its real day and voucher (makePayment); where it did not, nothing is to be done';
const ASKED_AGAIN =
  'the same money was asked for again since: see with the bank that it is not paid twice, and settle that one (makePayment or returnPayment)';

/** Approved payments that once expired by themselves, although the bank may have paid: a person settles them. */
export const paymentsExpiredOnceApproved = ({ payments }: Pick<Ports, 'payments'>) => ({
  kind: 'approved-payment-expired',
  find: async function* () {
    for await (const payment of eachOf((page) => payments.list(RETURNED, page))) {
      if (payment.status !== 'RETURNED' || !expiredOnceApproved(payment)) continue;
      const byHand = (await isAskedAgain(payments, payment)) ? ASKED_AGAIN : ASK;
      yield { id: payment.id, was: 'RETURNED as EXPIRED after its approval', becomes: '', byHand };
    }
  },
  change: () => Promise.resolve(),
});

function expiredOnceApproved({ approvedBy, returned }: Payment): boolean {
  return returned?.reason === 'EXPIRED' && approvedBy !== null;
}

async function isAskedAgain(
  payments: Ports['payments'],
  { awardId, contractId, installmentNo }: Payment,
): Promise<boolean> {
  if (awardId !== null) return (await payments.findOpenOf(awardId)) !== null;
  if (contractId === null || installmentNo === null) return false;
  return ((await payments.takenOf(contractId)).get(installmentNo) ?? 0n) > 0n;
}
