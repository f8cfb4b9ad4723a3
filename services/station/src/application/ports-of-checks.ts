import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { AcceptanceCheck, ListedCheck } from '../domain/acceptance-check.ts';
import type { ActivityId, CheckId, StationId } from '../domain/ids.ts';
import type { Activity } from '../domain/station.ts';

/** Both ends included; null: open. */
export interface DaySpan {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export interface AcceptanceCheckFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly result: AcceptanceCheck['result'] | null;
  readonly awaitsRectification: boolean | null;
  /** The day by which what is missing is to be put right lies in these days, both included. */
  readonly rectifyBy: DaySpan;
}

export const ALL_CHECKS: AcceptanceCheckFilter = {
  within: null,
  stationId: null,
  result: null,
  awaitsRectification: null,
  rectifyBy: { from: null, to: null },
};

/** By the day of the check, or by the day that it set; a check that set none has no place in the second. */
export interface AcceptanceCheckOrder {
  readonly field: 'CHECKED_ON' | 'RECTIFY_BY';
  readonly direction: 'ASC' | 'DESC';
}

/** The activities of all stations: a station logs them for as long as it is there. */
export interface Activities {
  /** Earliest first. */
  readonly list: (stationId: StationId, page: PageRequest) => Promise<Page<Activity>>;
  readonly find: (id: ActivityId) => Promise<Activity | null>;
  /** Of each station those whose texts point at a person, the first of them. */
  readonly findMarked: (ids: readonly StationId[]) => Promise<readonly (readonly Activity[])[]>;
  /** Within the transaction that changed them. */
  readonly put: (...activities: readonly Activity[]) => Promise<void>;
}

/** The checks of all stations, for lists; what is decided is decided on the station, which holds its latest. */
export interface AcceptanceChecks {
  readonly list: (
    filter: AcceptanceCheckFilter,
    order: AcceptanceCheckOrder,
    page: PageRequest,
  ) => Promise<Page<ListedCheck>>;
  readonly findMany: (ids: readonly CheckId[]) => Promise<readonly (ListedCheck | null)[]>;
  /** Within the transaction that changed them. */
  readonly put: (...checks: readonly ListedCheck[]) => Promise<void>;
}
