import { chinaDay, type Command, decision } from '@qianshou/kernel';
import type { TargetId } from '../../domain/ids.ts';
import { type PairingTarget, strikeProgress } from '../../domain/work/pairing-target.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import type { Ports } from '../ports.ts';

export interface StrikeTargetProgressInput {
  readonly targetId: TargetId;
  readonly entryNo: number;
  readonly reason: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'targets' | 'unitOfWork' | 'clock'>;

export const strikeTargetProgress = (ports: Deps): Command<StrikeTargetProgressInput, PairingTarget> =>
  decision(ports.unitOfWork, {
    once: 'strikeTargetProgress',
    load: ({ targetId }: StrikeTargetProgressInput) => ports.targets.get(targetId),
    may: mayRecordWork,
    decide: async (target, { entryNo, reason }) => {
      const entry = { entryNo, reason, today: chinaDay(ports.clock.now()) };
      return strikeProgress(target, await ports.pairings.get(target.pairingId), entry);
    },
    save: ports.targets.save,
  });
