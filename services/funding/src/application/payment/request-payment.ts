import type { Actor, Fen } from '@qianshou/kernel';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { ContractId } from '../../domain/ids.ts';
import { reservationOf } from '../../domain/payment/payment-movements.ts';
import { requestInstallment } from '../../domain/payment/payment-request.ts';
import type { RequestedPayment } from '../../domain/payment/payment.ts';
import { maySpend } from '../../domain/policy.ts';
import { moveMoney } from '../money/move-money.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';

export interface RequestPaymentInput {
  readonly contractId: ContractId;
  readonly installmentNo: number;
  /** Null: all that is left of the installment. */
  readonly amountFen: Fen | null;
  readonly idempotencyKey: string;
}

export const requestPayment =
  (ports: Ports) =>
  async (input: RequestPaymentInput, actor: Actor): Promise<RequestedPayment> => {
    const place = await ports.contracts.get(input.contractId);
    return moveMoney(ports, place, onceRequest('requestPayment', actor, input), async () => {
      const { contracts, payments, clock, newId } = ports;
      const contract = await contracts.get(input.contractId);
      maySpend(actor, contract.countyCode);
      const taken = await payments.takenOf(contract.id);
      const { installmentNo, amountFen } = input;
      const asking = { id: newId('pay'), by: subjectOf(actor), at: clock.now(), installmentNo, amountFen };
      const payment = await payments.save(requestInstallment(contract, asking, taken));
      await writeJournal(ports, payment, [reservationOf(payment)]);
      return payment;
    });
  };
