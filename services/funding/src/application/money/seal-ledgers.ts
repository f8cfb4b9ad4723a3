import { isSealDue, sealLedger } from '../../domain/money/ledger-seal.ts';
import { ledgerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'ledgers' | 'ledgerSeals' | 'unitOfWork' | 'clock' | 'digest'>;

/** Says of every journal that grew how far it reaches now. Returns how many were sealed. */
export const sealLedgers =
  ({ ledgers, ledgerSeals, unitOfWork, clock, digest }: Deps) =>
  async (): Promise<number> => {
    let sealed = 0;
    for (const place of await ledgers.places()) {
      const { countyCode, year } = place;
      const at = clock.now();
      if (!isSealDue(await ledgers.get(countyCode, year), await ledgerSeals.findLast(place), at)) continue;
      await unitOfWork.run(async () => {
        await unitOfWork.hold(ledgerKey(place));
        const [ledger, last] = [await ledgers.get(countyCode, year), await ledgerSeals.findLast(place)];
        if (isSealDue(ledger, last, at)) await ledgerSeals.save(sealLedger(ledger, last, { at, digest }));
      });
      sealed += 1;
    }
    return sealed;
  };
