import type { Page, PageRequest } from '@qianshou/kernel';
import type { StationVisit } from '../../domain/supervision/station-visit.ts';
import type { Ports } from '../ports.ts';
import type { DayOrder } from '../reference/ports.ts';
import type { VisitFilter } from './ports.ts';

/** Public, as acceptance checks and evaluations are. */
export const listStationVisits =
  ({ stationVisits }: Pick<Ports, 'stationVisits'>) =>
  (filter: VisitFilter, order: DayOrder, page: PageRequest): Promise<Page<StationVisit>> =>
    stationVisits.list(filter, order, page);
