import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { Region } from '../../domain/reference/region.ts';
import type { Ports } from '../ports.ts';

export const listChildRegions =
  ({ regions }: Pick<Ports, 'regions'>) =>
  (parent: RegionCode, page: PageRequest, retired: boolean): Promise<Page<Region>> =>
    regions.listChildren(parent, page, { retired });
