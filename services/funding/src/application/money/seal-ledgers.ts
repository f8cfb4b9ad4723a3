import { eachApart } from '@qianshou/kernel';
import { isSealDue, sealLedger } from '../../domain/money/ledger-seal.ts';
import { ledgerKey, type LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'ledgers' | 'ledgerSeals' | 'unitOfWork' | 'clock' | 'digest'>;

/** Says of every journal that grew how far it reaches now. Returns how many were sealed. */
export const sealLedgers = (ports: Deps) => async (): Promise<number> => {
  const at = ports.clock.now();
  let sealed = 0;
  await eachApart(await ports.ledgers.reached(), async (reached) => {
    if (!isSealDue(reached, await ports.ledgerSeals.findLast(reached), at)) return;
    await seal(ports, reached, at);
    sealed += 1;
  });
  return sealed;
};

async function seal(
  { ledgers, ledgerSeals, unitOfWork, digest }: Deps,
  place: LedgerPlace,
  at: Date,
): Promise<void> {
  await unitOfWork.run(async () => {
    await unitOfWork.hold(ledgerKey(place));
    const ledger = await ledgers.get(place.countyCode, place.year);
    const last = await ledgerSeals.findLast(place);
    if (isSealDue(ledger, last, at)) await ledgerSeals.save(sealLedger(ledger, last, { at, digest }));
  });
}
