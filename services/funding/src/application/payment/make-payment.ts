import { type CalendarDate, chinaDay, type Command, decision, yearOf } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { disbursementOf, movementsOfMove } from '../../domain/payment/payment-movements.ts';
import { makePayment as make } from '../../domain/payment/payment.ts';
import type { PaidPayment, Payment } from '../../domain/payment/payment-state.ts';
import { partsIn, takeParts } from '../../domain/money/source-parts.ts';
import { paymentVoucherTaken } from '../../domain/payment/errors.ts';
import { payAward } from '../../domain/award/reward-award.ts';
import { ledgerKey } from '../reference/held-keys.ts';
import { switchedPairs } from '../four-eyes/switched-pairs.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';
import { onPayment, type PaymentTarget } from './payment-decision.ts';

export interface MakePaymentInput extends PaymentTarget {
  readonly voucherNo: string;
  readonly slipSha256?: string | null;
  readonly paidOn: CalendarDate;
}

/** What was set aside has left; with it the award that it was for is paid. */
export const makePayment = (ports: Ports): Command<MakePaymentInput, PaidPayment> => {
  const { awards, payments, clock, unitOfWork } = ports;
  const { load, may } = onPayment(ports);
  return decision(unitOfWork, {
    once: 'makePayment',
    // Paid in a later year, its money leaves the ledger of its own.
    lock: async (input) => {
      const { countyCode, year } = await load(input);
      const paidIn = yearOf(input.paidOn);
      const years = paidIn > year ? [year, paidIn] : [year];
      return years.map((each) => ledgerKey({ countyCode, year: each }));
    },
    load,
    may,
    decide: async (payment, { voucherNo, slipSha256 = null, paidOn }, actor) => {
      const at = clock.now();
      await refuseSlipTaken(ports, payment, { voucherNo, slipSha256, paidOn });
      const payout = { voucherNo, slipSha256, paidOn, by: subjectOf(actor), at, today: chinaDay(at) };
      return make(await withSources(ports, payment), payout, await switchedPairs(ports, payment.countyCode));
    },
    save: async (change, { state: known, input: { paidOn }, actor }) => {
      const payment = await payments.save(change);
      const { out, into } = movementsOfMove(payment);
      await writeJournal(ports, known, out);
      await writeJournal(ports, payment, [...into, disbursementOf(payment)]);
      if (payment.awardId !== null) {
        const award = await awards.get(payment.awardId);
        await awards.save(payAward(award, { paidOn, by: subjectOf(actor) }));
      }
      return payment;
    },
  });
};

/** A payment of before its sources were kept is of those that are set aside in its year. */
async function withSources({ ledgers }: Ports, payment: Payment): Promise<Payment> {
  if (payment.sources !== null) return payment;
  const { parts } = await ledgers.get(payment.countyCode, payment.year);
  const reserved = partsIn(parts, payment.programme, 'RESERVED');
  return { ...payment, sources: takeParts(reserved, payment.amountFen, 'PROPORTION') };
}

/** One slip of the bank stands on one payment of a county and year. */
async function refuseSlipTaken(
  { payments }: Pick<Ports, 'payments'>,
  { countyCode, year }: Payment,
  { voucherNo: no, slipSha256, paidOn }: Pick<MakePaymentInput, 'voucherNo' | 'slipSha256' | 'paidOn'>,
): Promise<void> {
  const place = { countyCode, year: Math.max(year, yearOf(paidOn)) };
  const paymentId = await payments.findByPaper(place, 'SLIP', { no, sha256: slipSha256 ?? null });
  if (paymentId !== null) throw paymentVoucherTaken({ no, paymentId });
}
