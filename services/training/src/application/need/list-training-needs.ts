import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import { reachOf } from '../../domain/policy.ts';
import type { TrainingNeed } from '../../domain/need/training-need.ts';
import type { NeedFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Who waits for a class to open. */
export const listTrainingNeeds =
  ({ needs }: Pick<Ports, 'needs'>) =>
  (filter: NeedFilter, page: PageRequest, actor: Actor): Promise<Page<TrainingNeed>> =>
    needs.list(filter, reachOf(actor), page);
