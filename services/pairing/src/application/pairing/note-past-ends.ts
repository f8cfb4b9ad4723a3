import { chinaDay, eachApart } from '@qianshou/kernel';
import { passEnd } from '../../domain/pairing/pairing-life-cycle.ts';
import type { PairingId } from '../../domain/ids.ts';
import { type PairingTurnDeps, savePairing } from './save-pairing.ts';

/** Run by a job every so often: takes each pairing whose last day went by out of its county's cover, once. */
export const notePastEnds = (ports: PairingTurnDeps) => async (): Promise<{ readonly found: number }> => {
  const today = chinaDay(ports.clock.now());
  return { found: await eachApart(ports.pairings.pastEnd(today), (pairingId) => pass(ports, pairingId)) };
};

async function pass(ports: PairingTurnDeps, pairingId: PairingId): Promise<void> {
  await ports.unitOfWork.run(async () => {
    const pairing = await ports.pairings.get(pairingId);
    if (pairing.status !== 'ACTIVE') return;
    await savePairing(ports, pairing, passEnd(pairing, chinaDay(ports.clock.now())));
  });
}
