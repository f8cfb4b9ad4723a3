import { correctionTimeIn, type Grounds } from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { strikeTrainee as strike, traineeEntry } from '../../domain/work/growth-strike.ts';
import { mayPutGrowthRight } from '../../domain/work/putting-right.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface StrikeTraineeInput extends PairingDecisionInput, Grounds {
  readonly workerId: WorkerId;
}

export const strikeTrainee = (ports: Pick<Ports, 'pairings' | 'unitOfWork' | 'clock' | 'policies'>) =>
  pairingDecision(ports, {
    operation: 'strikeTrainee',
    may: async (actor, pairing, { workerId }: StrikeTraineeInput) =>
      mayPutGrowthRight(
        actor,
        pairing,
        traineeEntry(pairing, workerId),
        await correctionTimeIn(ports, pairing.countyCode),
      ),
    decide: (pairing, { workerId, reason, evidence }, { today }) =>
      ports.pairings.save(strike(pairing, workerId, { reason, evidence, today })),
  });
