import { correctionTimeIn, type Grounds } from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { correctTrainee as correct } from '../../domain/work/growth-correction.ts';
import { traineeEntry } from '../../domain/work/growth-strike.ts';
import { mayPutGrowthRight } from '../../domain/work/putting-right.ts';
import { requireTrainable } from '../../domain/work/worker-reference.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';

export interface CorrectTraineeInput extends PairingDecisionInput, Grounds {
  readonly workerId: WorkerId;
  readonly correctWorkerId: WorkerId;
}

export const correctTrainee = (
  ports: Pick<Ports, 'pairings' | 'workers' | 'unitOfWork' | 'clock' | 'policies'>,
) =>
  pairingDecision(ports, {
    operation: 'correctTrainee',
    may: async (actor, pairing, { workerId }: CorrectTraineeInput) =>
      mayPutGrowthRight(
        actor,
        pairing,
        traineeEntry(pairing, workerId),
        await correctionTimeIn(ports, pairing.countyCode),
      ),
    decide: async (pairing, { workerId, correctWorkerId, reason, evidence }, { today }) => {
      const change = correct(pairing, workerId, correctWorkerId, { reason, evidence, today });
      requireTrainable(pairing, [correctWorkerId], await ports.workers.findMany([correctWorkerId]));
      return ports.pairings.save(change);
    },
  });
