import type { OnceRequest } from '@qianshou/kernel';
import { type LedgerPlace, ledgerKey } from './held-keys.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'turns' | 'unitOfWork'>;

/**
 * A decision about the money of one county and year: once per key, in a transaction that holds its ledger. Those of
 * one process take turns before they begin, because in the database they could only get in each other's way.
 */
export function moveMoney<Result>(
  { turns, unitOfWork }: Deps,
  place: LedgerPlace,
  request: OnceRequest,
  body: () => Promise<Result>,
): Promise<Result> {
  const key = ledgerKey(place);
  return turns.take(key, () =>
    unitOfWork.once(request, async () => {
      await unitOfWork.hold(key);
      return body();
    }),
  );
}
