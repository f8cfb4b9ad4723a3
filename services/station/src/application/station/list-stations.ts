import type { Page, PageRequest } from '@qianshou/kernel';
import type { Station } from '../../domain/station/station.ts';
import type { Ports } from '../ports.ts';
import type { StationFilter, StationOrder } from './ports.ts';

/** Public: where stations are and how far they have come is what the programme publishes. */
export const listStations =
  ({ stations }: Pick<Ports, 'stations'>) =>
  (filter: StationFilter, order: StationOrder, page: PageRequest): Promise<Page<Station>> =>
    stations.list(filter, order, page);
