import type { WorkerId } from '../../domain/ids.ts';
import { nameTrainees as name } from '../../domain/work/recipient-growth.ts';
import { requireTrainable } from '../../domain/work/worker-reference.ts';
import { mayRecordGrowth } from '../../domain/work/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface NameTraineesInput extends PairingDecisionInput {
  readonly workerIds: readonly WorkerId[];
}

export const nameTrainees = (ports: Pick<Ports, 'pairings' | 'unitOfWork' | 'workers' | 'clock'>) =>
  pairingDecision(ports, {
    operation: 'nameTrainees',
    may: mayRecordGrowth,
    decide: async (pairing, { workerIds }: NameTraineesInput, { recorded }) => {
      const change = name(pairing, workerIds, recorded);
      requireTrainable(pairing, workerIds, await ports.workers.findMany(workerIds));
      return ports.pairings.save(change);
    },
  });
