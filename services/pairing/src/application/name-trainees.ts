import type { WorkerId } from '../domain/ids.ts';
import { nameTrainees as name } from '../domain/recipient-growth.ts';
import { mayRecordGrowth } from '../domain/work-policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from './ports.ts';

export interface NameTraineesInput extends PairingDecisionInput {
  readonly workerIds: readonly WorkerId[];
}

export const nameTrainees = (ports: Pick<Ports, 'pairings' | 'unitOfWork'>) =>
  pairingDecision(ports, {
    operation: 'nameTrainees',
    may: mayRecordGrowth,
    decide: (pairing, { workerIds }: NameTraineesInput) => ports.pairings.save(name(pairing, workerIds)),
  });
