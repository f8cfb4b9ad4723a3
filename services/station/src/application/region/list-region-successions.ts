import type { Page, PageRequest } from '@qianshou/kernel';
import type { RegionSuccession } from '../../domain/region/region-succession.ts';
import type { Ports } from '../ports.ts';
import type { DayOrder } from '../reference/ports.ts';
import type { SuccessionFilter } from './ports.ts';

/** Public, as regions are. */
export const listRegionSuccessions =
  ({ regionSuccessions }: Pick<Ports, 'regionSuccessions'>) =>
  (filter: SuccessionFilter, order: DayOrder, page: PageRequest): Promise<Page<RegionSuccession>> =>
    regionSuccessions.list(filter, order, page);
