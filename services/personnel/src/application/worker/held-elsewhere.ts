import type { Actor } from '@qianshou/kernel';
import { workerIdNumberTaken } from '../../domain/worker/errors.ts';
import type { BlindIndex } from '../../domain/worker/personal-data.ts';
import { canLookUp } from '../../domain/worker/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

/** Of their own people the caller hears that the number is taken; of all others their bureau hears it. */
export async function heldElsewhere(
  { workers, unitOfWork }: Pick<Ports, 'unitOfWork' | 'workers'>,
  index: BlindIndex | null,
  actor: Actor,
): Promise<readonly SocialWorker[]> {
  if (index === null) return [];
  await unitOfWork.hold(`id-number:${index}`);
  const holders = await workers.listByIdNumber(index);
  if (holders.some((holder) => canLookUp(actor, holder))) throw workerIdNumberTaken();
  return holders;
}
