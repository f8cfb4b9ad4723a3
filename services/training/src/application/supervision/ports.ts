import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { StationId, SupervisionId } from '../../domain/ids.ts';
import type { Reach } from '../../domain/policy.ts';
import type { SupervisionEvent, SupervisionSession } from '../../domain/supervision/supervision-session.ts';
import type { Repository } from '../reference/ports.ts';

export type FollowUpState = 'OPEN' | 'OVERDUE' | 'CLOSED';

export interface SupervisionFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly followUp: FollowUpState | null;
  readonly struck: boolean;
}

export type SupervisionDirection = 'ASC' | 'DESC';

export interface SupervisionPaging {
  readonly direction: SupervisionDirection;
  readonly today: CalendarDate;
  readonly page: PageRequest;
}

export interface Supervisions extends Repository<SupervisionId, SupervisionSession, SupervisionEvent> {
  /** Only what is within reach, by the days they were held. */
  readonly list: (
    filter: SupervisionFilter,
    reach: Reach,
    paging: SupervisionPaging,
  ) => Promise<Page<SupervisionSession>>;
  /** How many stand of each station of a county in these days. */
  readonly countOf: (
    countyCode: RegionCode,
    days: { readonly from: CalendarDate; readonly to: CalendarDate },
  ) => Promise<ReadonlyMap<StationId, number>>;
}
