import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import { readScope } from '../../domain/policy.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';
import type { WorkerFilter } from './ports.ts';

export const listSocialWorkers =
  ({ workers }: Pick<Ports, 'workers'>) =>
  (filter: WorkerFilter, page: PageRequest, actor: Actor): Promise<Page<SocialWorker>> =>
    workers.list(readScope(actor), filter, page);
