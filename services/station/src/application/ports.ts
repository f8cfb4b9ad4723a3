import type {
  CalendarDate,
  Change,
  Clock,
  NameQuery,
  NewId,
  Page,
  PageRequest,
  RegionCode,
  UnitOfWork,
} from '@qianshou/kernel';
import type { AcceptanceChecks, Activities, DaySpan } from './ports-of-checks.ts';
import type { Complaint, ComplaintEvent, ComplaintStatus } from '../domain/complaint.ts';
import type { CountyCoverage, CoverageChanged } from '../domain/county-coverage.ts';
import type { CountyPolicy, PolicyEvent } from '../domain/county-policy.ts';
import type { PolicyInForceChanged, PolicyStanding } from '../domain/policy-standing.ts';
import type { CentreEvent, GuidanceCentre } from '../domain/guidance-centre.ts';
import type {
  AgencyId,
  CentreId,
  ComplaintId,
  CountyPolicyId,
  EvaluationId,
  StationId,
  VillageRoomId,
} from '../domain/ids.ts';
import type { Station, StationStatus, Tier } from '../domain/station.ts';
import type { EvaluationEvent, Grade, StationEvaluation } from '../domain/station-evaluation.ts';
import type { StationEvent } from '../domain/station-events.ts';
import type { OperatedCounty, OperatorMix } from '../domain/station-standing.ts';
import type { VillageRoom, VillageRoomEvent, VillageRoomStatus } from '../domain/village-room.ts';
import type { Workplace } from '../domain/workplace.ts';
import type { Agencies, KeyCounties, ReferenceFiles, Regions, Workers } from './ports-of-reference.ts';
import type { ServiceRecords } from './ports-of-services.ts';

export interface Repository<Id, State, Event> {
  readonly find: (id: Id) => Promise<State | null>;
  readonly get: (id: Id) => Promise<State>;
  readonly findMany: (ids: readonly Id[]) => Promise<readonly (State | null)[]>;
  readonly save: <Saved extends State>(change: Change<Saved, Event>) => Promise<Saved>;
  /** Many different ones at once, all or none. */
  readonly saveMany: (changes: readonly Change<State, Event>[]) => Promise<void>;
}

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

/** What stations are listed of when nothing narrows it. */
export const ALL_STATIONS: StationFilter = {
  within: null,
  name: null,
  status: null,
  tier: null,
  operatorAgencyId: null,
  grade: null,
  openedOn: { from: null, to: null },
  unevaluatedIn: null,
};

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
  /** The first so many stations whose rectification is due before the day and was not found late yet. */
  readonly findRectificationsDue: (before: CalendarDate, most: number) => Promise<readonly Station[]>;
}

/** By the day on which it happened. */
export type DayOrder = 'ASC' | 'DESC';

export interface EvaluationFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly operatorAgencyId: AgencyId | null;
  readonly grade: readonly Grade[] | null;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

export interface Evaluations extends Repository<EvaluationId, StationEvaluation, EvaluationEvent> {
  /** Those of the station that were not struck out. */
  readonly listStanding: (stationId: StationId) => Promise<readonly StationEvaluation[]>;
  readonly list: (
    filter: EvaluationFilter,
    order: DayOrder,
    page: PageRequest,
  ) => Promise<Page<StationEvaluation>>;
}

export interface ComplaintFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly status: readonly ComplaintStatus[] | null;
}

export interface Complaints extends Repository<ComplaintId, Complaint, ComplaintEvent> {
  readonly list: (filter: ComplaintFilter, order: DayOrder, page: PageRequest) => Promise<Page<Complaint>>;
  /** The first so many complaints due before the day that were neither handled nor found late yet. */
  readonly findDue: (before: CalendarDate, most: number) => Promise<readonly Complaint[]>;
  /** Within a transaction: takes one more place of a station and day, of its own for each taker; how many are taken then. */
  readonly takePlace: (stationId: StationId, day: CalendarDate, taker: PlaceTaker) => Promise<number>;
  /** Within a transaction: gives back a place that was taken without an account. */
  readonly freePlace: (stationId: StationId, day: CalendarDate) => Promise<void>;
}

/** Strangers share the places of a station and day; besides, each who signed in and each origin has some of their own. */
export type PlaceTaker = 'STRANGERS' | { readonly subject: string } | { readonly origin: string };

export interface CountyCoverages {
  readonly findMany: (codes: readonly RegionCode[]) => Promise<readonly (CountyCoverage | null)[]>;
  readonly saveMany: (changes: readonly Change<CountyCoverage, CoverageChanged>[]) => Promise<void>;
}

export interface CentreFilter {
  readonly within: RegionCode | null;
  readonly name: NameQuery | null;
  readonly status: readonly GuidanceCentre['status'][] | null;
}

export interface Centres extends Repository<CentreId, GuidanceCentre, CentreEvent> {
  readonly list: (filter: CentreFilter, page: PageRequest) => Promise<Page<GuidanceCentre>>;
  /** The centre that each county has now, in the order asked for; a closed one is none. */
  readonly findByCounties: (codes: readonly RegionCode[]) => Promise<readonly (GuidanceCentre | null)[]>;
}

export interface VillageRoomFilter {
  readonly within: RegionCode | null;
  readonly name: NameQuery | null;
  readonly demonstration: boolean | null;
  readonly stationId: StationId | null;
  readonly status: readonly VillageRoomStatus[] | null;
}

export type Village = Pick<VillageRoom, 'townshipCode' | 'villageName'>;

export interface VillageRooms extends Repository<VillageRoomId, VillageRoom, VillageRoomEvent> {
  readonly list: (filter: VillageRoomFilter, page: PageRequest) => Promise<Page<VillageRoom>>;
  /** The rooms that these villages have and had. */
  readonly findByVillages: (villages: readonly Village[]) => Promise<readonly VillageRoom[]>;
  readonly countDemonstrations: (countyCode: RegionCode) => Promise<number>;
}

export interface CountyPolicyFilter {
  readonly within: RegionCode | null;
  readonly inForceOn: CalendarDate | null;
}

export interface CountyPolicies extends Repository<CountyPolicyId, CountyPolicy, PolicyEvent> {
  /** By county code and first day. */
  readonly list: (
    filter: CountyPolicyFilter,
    order: DayOrder,
    page: PageRequest,
  ) => Promise<Page<CountyPolicy>>;
  /** In the order asked for: all policies of each county, withdrawn ones among them, by their first day. */
  readonly findOfCounties: (codes: readonly RegionCode[]) => Promise<readonly (readonly CountyPolicy[])[]>;
  /** Counties that have had a policy by that day. */
  readonly findCountiesToFollow: (day: CalendarDate) => Promise<readonly RegionCode[]>;
}

export type PolicyStandings = Pick<
  Repository<RegionCode, PolicyStanding, PolicyInForceChanged>,
  'findMany' | 'save'
>;

export interface Ports {
  readonly stations: Stations;
  readonly activities: Activities;
  readonly acceptanceChecks: AcceptanceChecks;
  readonly centres: Centres;
  readonly villageRooms: VillageRooms;
  readonly countyPolicies: CountyPolicies;
  readonly policyStandings: PolicyStandings;
  readonly countyCoverages: CountyCoverages;
  readonly evaluations: Evaluations;
  readonly serviceRecords: ServiceRecords;
  readonly complaints: Complaints;
  readonly regions: Regions;
  readonly keyCounties: KeyCounties;
  readonly agencies: Agencies;
  readonly workers: Workers;
  readonly referenceFiles: ReferenceFiles;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
