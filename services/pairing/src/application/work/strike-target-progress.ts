import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { TargetId } from '../../domain/ids.ts';
import { type PairingTarget, strikeProgress } from '../../domain/work/pairing-target.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface StrikeTargetProgressInput {
  readonly targetId: TargetId;
  readonly entryNo: number;
  readonly reason: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'targets' | 'unitOfWork' | 'clock'>;

export const strikeTargetProgress =
  (ports: Deps) =>
  (input: StrikeTargetProgressInput, actor: Actor): Promise<PairingTarget> =>
    ports.unitOfWork.once(onceRequest('strikeTargetProgress', actor, input), async () => {
      const target = await ports.targets.get(input.targetId);
      mayRecordWork(actor, target);
      expectVersion(target, input.expectedVersion);
      const { entryNo, reason } = input;
      const entry = { entryNo, reason, today: chinaDay(ports.clock.now()) };
      return ports.targets.save(strikeProgress(target, await ports.pairings.get(target.pairingId), entry));
    });
