import { isWorkOver, lastDayOf } from '../../domain/work/pairing-last-day.ts';
import type { DispatchAssignment } from '../../domain/work/dispatch-assignment.ts';
import { dispatchId } from '../../domain/ids.ts';
import type { DispatchFilter } from '../work/ports.ts';
import { followTurn, type PairingTurnDeps } from './save-pairing.ts';

const PRESENT: DispatchFilter = {
  pairingId: null,
  schemeId: null,
  within: null,
  dispatchingAgencyId: null,
  days: null,
  workerId: null,
  status: ['PRESENT'],
};
const AT_ONCE = 100;

/** People who are still present under a pairing that ended before endings took them along. */
export const staysUnderEndedPairings = (ports: PairingTurnDeps) => ({
  kind: 'stay-under-ended-pairing',
  find: async function* () {
    let after: string | null = null;
    for (;;) {
      const page = await ports.dispatches.list(PRESENT, 'ASC', { first: AT_ONCE, after });
      const stays = page.items.map(({ node }) => node);
      for (const flaw of await flawsAmong(ports, stays)) yield flaw;
      after = page.items.at(-1)?.cursor ?? null;
      if (!page.hasNextPage || after === null) return;
    }
  },
  change: (id: string): Promise<void> =>
    ports.unitOfWork.run(async () => {
      const { pairingId, status } = await ports.dispatches.get(dispatchId(id));
      if (status !== 'PRESENT') return;
      const pairing = await ports.pairings.get(pairingId);
      if (isWorkOver(pairing)) await followTurn(ports, pairing.status, pairing);
    }),
});

async function flawsAmong({ pairings }: PairingTurnDeps, stays: readonly DispatchAssignment[]) {
  const found = await pairings.findMany(stays.map(({ pairingId }) => pairingId));
  return stays.flatMap(({ id, status }, at) => {
    const pairing = found[at];
    if (pairing === null || pairing === undefined || !isWorkOver(pairing)) return [];
    const lastDay = lastDayOf(pairing);
    return lastDay === null ? [] : [{ id, was: status, becomes: `ENDED on ${lastDay}` }];
  });
}
