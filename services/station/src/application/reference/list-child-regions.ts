import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { Region } from '../../domain/reference/region.ts';
import type { Ports } from '../ports.ts';
import type { ChildFilter, DayOrder } from './ports.ts';

export const listChildRegions =
  ({ regions }: Pick<Ports, 'regions'>) =>
  (parent: RegionCode, filter: ChildFilter, direction: DayOrder, page: PageRequest): Promise<Page<Region>> =>
    regions.listChildren(parent, filter, direction, page);
