import { keepCheck, type LedgerCheck, monthOf } from '../../domain/money/ledger-check.ts';
import { ledgerKey, type LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { reconciled } from './reconcile.ts';

/** Once a month every journal is reconciled, and what came out is kept. Returns those in which something is wrong. */
export const checkLedgers = (ports: Ports) => async (): Promise<readonly LedgerCheck[]> => {
  const { ledgerChecks, clock, newId } = ports;
  const month = monthOf(clock.now());
  const wrong: LedgerCheck[] = [];
  for (const place of await placesOf(ports)) {
    if (await ledgerChecks.hasOf(place, month)) continue;
    const { countyCode, year, entries, lastHash, findings } = await reconciled(ports, place);
    const result = { countyCode, year, entries, lastHash, findings };
    const check = await ledgerChecks.save(keepCheck(newId('rec'), result, clock.now()));
    if (!check.balanced) wrong.push(check);
  }
  return wrong;
};

/** A guard that is gone hides no journal. */
async function placesOf({ ledgers, ledgerSeals }: Ports): Promise<readonly LedgerPlace[]> {
  const places = [...(await ledgers.places()), ...(await ledgerSeals.places())];
  return [...new Map(places.map((place) => [ledgerKey(place), place])).values()];
}
