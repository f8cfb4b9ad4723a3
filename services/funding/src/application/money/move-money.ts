import type { OnceRequest } from '@qianshou/kernel';
import { type LedgerPlace, ledgerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/**
 * A decision about the money of one county and year: once per key, in a transaction that holds its ledger from the
 * first step on.
 */
export function moveMoney<Result>(
  { unitOfWork }: Pick<Ports, 'unitOfWork'>,
  place: LedgerPlace,
  request: OnceRequest,
  body: () => Promise<Result>,
): Promise<Result> {
  return unitOfWork.run(async () => {
    await unitOfWork.hold(ledgerKey(place));
    return unitOfWork.once(request, body);
  });
}
