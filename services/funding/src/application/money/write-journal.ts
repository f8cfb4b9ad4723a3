import type { Movement } from '../../domain/money/journal-entry.ts';
import { record } from '../../domain/money/ledger.ts';
import type { LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'ledgers' | 'clock' | 'newId' | 'digest'>;

/** Writes movements into the journal of their county and year, one after the other; all within the transaction at hand. */
export async function writeJournal(
  { ledgers, clock, newId, digest }: Deps,
  { countyCode, year }: LedgerPlace,
  movements: readonly Movement[],
): Promise<void> {
  for (const movement of movements) {
    const ledger = await ledgers.get(countyCode, year);
    const earlier = await ledgers.findEntry(ledger, movement.idempotencyKey);
    const recorded = record(ledger, movement, { id: newId('jnl'), at: clock.now(), digest, earlier });
    if (earlier === null) await ledgers.append(ledger, recorded);
  }
}
