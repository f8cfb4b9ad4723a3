import type { Page, PageRequest } from '@qianshou/kernel';
import type { Region } from '../../domain/reference/region.ts';
import type { RegionFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

export const listRegions =
  ({ regions }: Pick<Ports, 'regions'>) =>
  (filter: RegionFilter, direction: 'ASC' | 'DESC', page: PageRequest): Promise<Page<Region>> =>
    regions.list(filter, direction, page);
