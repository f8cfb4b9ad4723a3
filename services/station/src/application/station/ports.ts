import type { CalendarDate, NameQuery, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { DayOrder, DaySpan, Repository } from '../reference/ports.ts';
import type { AgencyId, StationId, ActivityId, CheckId } from '../../domain/ids.ts';
import type { MarkedRecords } from '../../domain/station/stored-texts.ts';
import type { Station, StationStatus, Tier } from '../../domain/station/station.ts';
import type { Grade } from '../../domain/station/grade.ts';
import type { StationEvent } from '../../domain/station/station-events.ts';
import type { OperatedCounty, OperatorMix } from '../../domain/station/station-standing.ts';
import type { Workplace } from '../../domain/station/workplace.ts';
import type { AcceptanceCheck, ListedCheck } from '../../domain/station/acceptance-check.ts';
import type { Activity } from '../../domain/station/activity.ts';

export interface StationFilter {
  readonly within: RegionCode | null;
  /** Of the signage. */
  readonly name: NameQuery | null;
  readonly status: readonly StationStatus[] | null;
  readonly tier: readonly Tier[] | null;
  readonly operatorAgencyId: AgencyId | null;
  /** Opened, and not evaluated for this year or a later one. */
  readonly unevaluatedIn: number | null;
  /** Of the latest evaluation. */
  readonly grade: readonly Grade[] | null;
  readonly openedOn: DaySpan;
}

/** A station that never opened comes before all days. */
export interface StationOrder {
  readonly field: 'TOWNSHIP_CODE' | 'OPENED_ON';
  readonly direction: 'ASC' | 'DESC';
}

export type PlacedStation = Pick<Station, 'id' | 'townshipCode'>;

export interface Stations extends Repository<StationId, Station, StationEvent> {
  readonly list: (filter: StationFilter, order: StationOrder, page: PageRequest) => Promise<Page<Station>>;
  readonly countDemonstrations: (countyCode: RegionCode) => Promise<number>;
  /** STA-4: what operators run in counties, in the order asked for; closed stations are left out. */
  readonly findOperatorMixes: (keys: readonly OperatedCounty[]) => Promise<readonly OperatorMix[]>;
  /** Stations that operate in the region, by where they are. */
  readonly findOperating: (within: RegionCode) => Promise<readonly PlacedStation[]>;
  /** Stations that these agencies run or ran in the region. */
  readonly findOperated: (agencies: readonly AgencyId[], within: RegionCode) => Promise<readonly StationId[]>;
  /** The stations of the county that are not closed. */
  readonly findStanding: (countyCode: RegionCode) => Promise<readonly Station[]>;
  /** Units of each county whose station operates, in the order asked for. */
  readonly findOperatingUnits: (
    countyCodes: readonly RegionCode[],
  ) => Promise<readonly (readonly RegionCode[])[]>;
  /** The stations that hold these units now; a closed one holds none. */
  readonly findByUnits: (units: readonly RegionCode[]) => Promise<readonly Station[]>;
  /** The same, without what grows with a station. */
  readonly findWorkplaces: (units: readonly RegionCode[]) => Promise<readonly Workplace[]>;
  /** Stations whose rectification is due before the day and was not found late yet. */
  readonly rectificationsDue: (before: CalendarDate) => AsyncIterable<StationId>;
}

export interface AcceptanceCheckFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly result: AcceptanceCheck['result'] | null;
  readonly awaitsRectification: boolean | null;
  /** The day by which what is missing is to be put right lies in these days, both included. */
  readonly rectifyBy: DaySpan;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

/** By the day of the check, or by the day that it set; a check that set none has no place in the second. */
export interface AcceptanceCheckOrder {
  readonly field: 'CHECKED_ON' | 'RECTIFY_BY';
  readonly direction: 'ASC' | 'DESC';
}

/** The activities of all stations: a station logs them for as long as it is there. */
export interface ActivityFilter {
  readonly stationId: StationId;
  readonly heldOn: DaySpan;
  /** Null: those that stand and those that were struck out. */
  readonly struck: boolean | null;
}

export interface Activities {
  /** By the day on which they were held. */
  readonly list: (filter: ActivityFilter, direction: DayOrder, page: PageRequest) => Promise<Page<Activity>>;
  readonly find: (id: ActivityId) => Promise<Activity | null>;
  /** Of each station those whose texts point at a person, the first of them. */
  readonly findMarked: (ids: readonly StationId[]) => Promise<readonly MarkedRecords[]>;
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
  /** Those of the station that were not struck out. */
  readonly listStanding: (stationId: StationId) => Promise<readonly ListedCheck[]>;
  readonly findMany: (ids: readonly CheckId[]) => Promise<readonly (ListedCheck | null)[]>;
  /** Within the transaction that changed them. */
  readonly put: (...checks: readonly ListedCheck[]) => Promise<void>;
}

/** STA-12: texts of everything that is kept beside a station. */
export interface RecordTexts {
  /** Of each station the records whose texts point at a person, and where reading stopped. */
  readonly findMarked: (ids: readonly StationId[]) => Promise<readonly MarkedRecords[]>;
}
