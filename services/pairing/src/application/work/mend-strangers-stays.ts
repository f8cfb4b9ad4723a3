import { eachOf } from '@qianshou/kernel';
import { dispatchId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { DispatchAssignment } from '../../domain/work/dispatch-assignment.ts';
import { isBegun } from '../../domain/work/work-span.ts';
import type { Ports } from '../ports.ts';
import type { DispatchFilter } from './ports.ts';
import { COPY_IS_EMPTY, overAlready } from './mend-words.ts';
import { strikeStay, type StrikeDispatchDeps } from './strike-dispatch.ts';

const STANDING: DispatchFilter = {
  pairingId: null,
  schemeId: null,
  within: null,
  dispatchingAgencyId: null,
  days: null,
  workerId: null,
  status: ['PRESENT', 'ENDED'],
};

const REASON = '\u4EBA\u5458\u767B\u8BB0\u4E2D\u6CA1\u6709\u8BE5\u793E\u5DE5 / no such worker is registered';

type Deps = StrikeDispatchDeps & Pick<Ports, 'workers'>;

/** Stays of workers whom personnel never registered, recorded before a stay had to name one who is. */
export const staysOfStrangers = (ports: Deps) => ({
  kind: 'stay-of-unknown-worker',
  find: async function* () {
    const lost = await ports.workers.isEmpty();
    for await (const stay of eachOf((page) => ports.dispatches.list(STANDING, 'ASC', page))) {
      if ((await ports.workers.find(stay.workerId)) !== null) continue;
      yield flawOf(stay, await ports.pairings.get(stay.pairingId), lost);
    }
  },
  change: (id: string): Promise<void> =>
    ports.unitOfWork.run(async () => {
      const stay = await ports.dispatches.get(dispatchId(id));
      if (stay.status === 'STRUCK' || (await ports.workers.find(stay.workerId)) !== null) return;
      await strikeStay(ports, stay, { reason: REASON, evidence: null });
    }),
});

function flawOf({ id, workerId, status }: DispatchAssignment, pairing: Pairing, lost: boolean) {
  const told = lost ? COPY_IS_EMPTY : null;
  const byHand = told ?? (isBegun(pairing) ? null : overAlready(pairing.status));
  return { id, was: `${status}, ${workerId}`, becomes: 'STRUCK', byHand };
}
