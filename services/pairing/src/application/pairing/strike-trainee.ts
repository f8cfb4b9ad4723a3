import { chinaDay, type Grounds } from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { strikeTrainee as strike } from '../../domain/work/growth-strike.ts';
import { mayRecordGrowth } from '../../domain/work/policy.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface StrikeTraineeInput extends PairingDecisionInput, Grounds {
  readonly workerId: WorkerId;
}

export const strikeTrainee = (ports: Pick<Ports, 'pairings' | 'unitOfWork' | 'clock'>) =>
  pairingDecision(ports, {
    operation: 'strikeTrainee',
    may: mayRecordGrowth,
    decide: (pairing, { workerId, reason, evidence }: StrikeTraineeInput) =>
      ports.pairings.save(
        strike(pairing, workerId, { reason, evidence, today: chinaDay(ports.clock.now()) }),
      ),
  });
