import { eachOf } from '@qianshou/kernel';
import type { Pairing } from '../../domain/pairing/pairing.ts';
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
/** People who are still present under a pairing that ended before endings took them along. */
export const staysUnderEndedPairings = (ports: PairingTurnDeps) => ({
  kind: 'stay-under-ended-pairing',
  find: async function* () {
    for await (const stay of eachOf((page) => ports.dispatches.list(PRESENT, 'ASC', page))) {
      const flaw = flawOf(stay, await ports.pairings.find(stay.pairingId));
      if (flaw !== null) yield flaw;
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

function flawOf({ id, status }: DispatchAssignment, pairing: Pairing | null) {
  if (pairing === null || !isWorkOver(pairing)) return null;
  const lastDay = lastDayOf(pairing);
  return lastDay === null ? null : { id, was: status, becomes: `ENDED on ${lastDay}` };
}
