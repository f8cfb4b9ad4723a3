import { type Actor, chinaDay, expectVersion, onceRequest } from '@qianshou/kernel';
import type { TargetId } from '../../domain/ids.ts';
import { type PairingTarget, recordProgress } from '../../domain/work/pairing-target.ts';
import { requireBegun } from '../../domain/work/work-span.ts';
import { mayRecordWork } from '../../domain/work/policy.ts';
import type { Ports } from '../ports.ts';

export interface RecordTargetProgressInput {
  readonly targetId: TargetId;
  readonly achievedValue: number;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'targets' | 'pairings' | 'unitOfWork' | 'clock'>;

export const recordTargetProgress =
  (ports: Deps) =>
  (input: RecordTargetProgressInput, actor: Actor): Promise<PairingTarget> =>
    ports.unitOfWork.once(onceRequest('recordTargetProgress', actor, input), async () => {
      const target = await ports.targets.get(input.targetId);
      mayRecordWork(actor, target);
      expectVersion(target, input.expectedVersion);
      requireBegun(await ports.pairings.get(target.pairingId));
      return ports.targets.save(recordProgress(target, input.achievedValue, chinaDay(ports.clock.now())));
    });
