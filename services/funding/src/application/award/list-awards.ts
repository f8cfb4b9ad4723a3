import type { Page, PageRequest } from '@qianshou/kernel';
import type { RewardAward } from '../../domain/award/reward-award.ts';
import type { AwardFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** Public: what each station was rewarded with in a year (FUN-16). */
export const listAwards =
  ({ awards }: Pick<Ports, 'awards'>) =>
  (filter: AwardFilter, page: PageRequest): Promise<Page<RewardAward>> =>
    awards.list(filter, page);
