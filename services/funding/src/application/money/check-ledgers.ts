import { eachApart } from '@qianshou/kernel';
import { keepCheck, type LedgerCheck, monthOf } from '../../domain/money/ledger-check.ts';
import { ledgerKey, type LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { reconciled } from './reconcile.ts';

/** Once a month every journal is reconciled, and what came out is kept. Returns those in which something is wrong. */
export const checkLedgers = (ports: Ports) => async (): Promise<readonly LedgerCheck[]> => {
  const { ledgerChecks, clock, newId } = ports;
  const wrong: LedgerCheck[] = [];
  await eachApart(await uncheckedOf(ports), async (place) => {
    const { countyCode, year, entries, lastHash, findings } = await reconciled(ports, place);
    const result = { countyCode, year, entries, lastHash, findings };
    const check = await ledgerChecks.save(keepCheck(newId('rec'), result, clock.now()));
    if (!check.balanced) wrong.push(check);
  });
  return wrong;
};

/** Those without a reconciliation of this month. A guard that is gone hides no journal. */
async function uncheckedOf(ports: Ports): Promise<readonly LedgerPlace[]> {
  const { ledgers, ledgerSeals, ledgerChecks, clock } = ports;
  const checked = await ledgerChecks.placesOf(monthOf(clock.now()));
  const places = [...(await ledgers.reached()), ...(await ledgerSeals.places())];
  const byKey = new Map(places.map((place) => [ledgerKey(place), place]));
  for (const place of checked) byKey.delete(ledgerKey(place));
  return [...byKey.values()];
}
