import { disbursementKeyOf, movementsOfReturn } from '../../domain/payment/payment-movements.ts';
import type { ReturnedPayment } from '../../domain/payment/payment-state.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from './write-journal.ts';

type Deps = Pick<Ports, 'ledgers' | 'clock' | 'newId' | 'digest'>;

interface YearState {
  readonly yearClosed: boolean;
}

/** The journal's side of a return: what was set aside, paid or recorded in error becomes free again. */
export async function releaseMoneyOf(
  deps: Deps,
  payment: ReturnedPayment,
  at: YearState = { yearClosed: false },
): Promise<void> {
  const ledger = await deps.ledgers.get(payment.countyCode, payment.year);
  const disbursement = await deps.ledgers.findEntry(ledger, disbursementKeyOf(payment));
  await writeJournal(deps, payment, movementsOfReturn(payment, disbursement, at));
}
