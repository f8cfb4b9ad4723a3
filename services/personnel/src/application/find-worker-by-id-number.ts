import type { Actor } from '@qianshou/kernel';
import type { IdNumber } from '../domain/personal-data.ts';
import { visibleWorker } from '../domain/policy.ts';
import type { SocialWorker } from '../domain/social-worker.ts';
import type { Ports } from './ports.ts';

/** Looks up by the blind index: no stored number is opened, and nobody learns of workers they may not see. */
export const findWorkerByIdNumber =
  ({ workers, vault }: Pick<Ports, 'vault' | 'workers'>) =>
  async (number: IdNumber, actor: Actor): Promise<SocialWorker | null> =>
    visibleWorker(actor, await workers.findByIdNumber(vault.indexOf(number)));
