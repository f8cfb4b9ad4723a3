import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { StationId, VisitId } from '../../domain/ids.ts';
import type { StationVisit, VisitEvent } from '../../domain/supervision/station-visit.ts';
import type { DayOrder, Repository } from '../reference/ports.ts';

export interface VisitFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly awaitsFollowUp: boolean | null;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

export interface StationVisits extends Repository<VisitId, StationVisit, VisitEvent> {
  readonly list: (filter: VisitFilter, order: DayOrder, page: PageRequest) => Promise<Page<StationVisit>>;
  /** Of each station the day of its last visit that stands; none where it was never visited. */
  readonly findLastDays: (stations: readonly StationId[]) => Promise<ReadonlyMap<StationId, CalendarDate>>;
}
