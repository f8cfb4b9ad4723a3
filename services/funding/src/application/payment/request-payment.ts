import { type Command, decision, type Fen } from '@qianshou/kernel';
import { boundPlaceOf } from '../../domain/contract/contract-carry-over.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { ContractId } from '../../domain/ids.ts';
import { reservationOf } from '../../domain/payment/payment-movements.ts';
import { requestInstallment } from '../../domain/payment/payment-request.ts';
import type { RequestedPayment } from '../../domain/payment/payment-state.ts';
import { paymentInvoiceTaken } from '../../domain/payment/errors.ts';
import type { PaperRef } from '../../domain/payment/payment-papers.ts';
import { maySpend } from '../../domain/policy.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';

export interface RequestPaymentInput {
  readonly contractId: ContractId;
  readonly installmentNo: number;
  /** Null: all that is left of the installment. */
  readonly amountFen: Fen | null;
  readonly invoice?: PaperRef | null;
  readonly idempotencyKey: string;
}

export const requestPayment = (ports: Ports): Command<RequestPaymentInput, RequestedPayment> => {
  const { contracts, payments, clock, newId, unitOfWork } = ports;
  const load = ({ contractId }: RequestPaymentInput) => contracts.get(contractId);
  return decision(unitOfWork, {
    once: 'requestPayment',
    lock: lockLedgerOf(async (input) => boundPlaceOf(await load(input))),
    load,
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: async (contract, { installmentNo, amountFen, invoice = null }, actor) => {
      const place = boundPlaceOf(contract);
      const carrying = invoice === null ? null : await payments.findByPaper(place, 'INVOICE', invoice);
      if (invoice !== null && carrying !== null) {
        throw paymentInvoiceTaken({ no: invoice.no, paymentId: carrying });
      }
      const taken = await payments.takenOf(contract.id);
      const by = subjectOf(actor);
      const asking = { id: newId('pay'), by, at: clock.now(), installmentNo, amountFen, invoice };
      const takenParts = await payments.takenPartsOf(contract.id, place.year);
      return requestInstallment(contract, asking, taken, takenParts);
    },
    save: async (change) => {
      const payment = await payments.save(change);
      await writeJournal(ports, payment, [reservationOf(payment)]);
      return payment;
    },
  });
};
