import type {
  CalendarDate,
  Change,
  Clock,
  NameQuery,
  NewId,
  Page,
  PageRequest,
  RegionCode,
  UnifiedSocialCreditCode,
  UnitOfWork,
} from '@qianshou/kernel';
import type { Agency, AgencyEvent } from '../domain/agency.ts';
import type { CooperationScheme, SchemeEvent } from '../domain/cooperation-scheme.ts';
import type { Side } from '../domain/eligibility.ts';
import type { AgencyId, ApplicationId, PairingId, PhaseId, SchemeId } from '../domain/ids.ts';
import type { ApplicationEvent, PairingApplication } from '../domain/pairing-application.ts';
import type { PairingEvent } from '../domain/pairing-events.ts';
import type { ActivePairing, Pairing } from '../domain/pairing.ts';
import type { ApplicationScope } from '../domain/policy.ts';
import type { PhaseEvent, ProgrammePhase } from '../domain/programme-phase.ts';
import type { CountyEvent, RecipientCounty } from '../domain/recipient-county.ts';
import type { CountyFactsPorts } from './ports-of-county-facts.ts';
import type { ExitStandingPorts } from './ports-of-exit.ts';
import type { WorkPorts } from './ports-of-work.ts';

export interface Repository<Id, State, Event> {
  readonly find: (id: Id) => Promise<State | null>;
  readonly get: (id: Id) => Promise<State>;
  readonly findMany: (ids: readonly Id[]) => Promise<readonly (State | null)[]>;
  readonly save: <Saved extends State>(change: Change<Saved, Event>) => Promise<Saved>;
  /** Many different ones at once, all or none. */
  readonly saveMany: (changes: readonly Change<State, Event>[]) => Promise<void>;
}

export type Direction = 'ASC' | 'DESC';

export interface AgencyFilter {
  readonly within: RegionCode | null;
  readonly status: readonly Agency['status'][] | null;
  readonly canDispatch: boolean | null;
  readonly canReceive: boolean | null;
  readonly canOperate: boolean | null;
  readonly evaluationGrade: readonly Agency['evaluationGrade'][] | null;
  readonly focusArea: string | null;
  /** How the name begins. */
  readonly name: NameQuery | null;
}

export interface AgencyOrder {
  readonly field: 'HOME_REGION_CODE' | 'NAME' | 'REGISTERED_ON';
  readonly direction: Direction;
}

export interface Agencies extends Repository<AgencyId, Agency, AgencyEvent> {
  readonly findByCreditCode: (code: UnifiedSocialCreditCode) => Promise<Agency | null>;
  readonly findByCreditCodes: (codes: readonly UnifiedSocialCreditCode[]) => Promise<readonly Agency[]>;
  readonly list: (filter: AgencyFilter, order: AgencyOrder, page: PageRequest) => Promise<Page<Agency>>;
}

export interface Phases extends Repository<PhaseId, ProgrammePhase, PhaseEvent> {
  /** All of them, earliest first: a handful in decades. */
  readonly listAll: () => Promise<readonly ProgrammePhase[]>;
}

export interface SchemeFilter {
  readonly dispatchProvinceCode: RegionCode | null;
  readonly recipientProvinceCode: RegionCode | null;
  readonly year: number | null;
  readonly mode: CooperationScheme['mode'] | null;
}

export type SchemeOrder = { readonly field: 'YEAR'; readonly direction: Direction };

export interface Schemes extends Repository<SchemeId, CooperationScheme, SchemeEvent> {
  readonly findOf: (
    recipientProvinceCodes: readonly RegionCode[],
    years: readonly number[],
  ) => Promise<readonly CooperationScheme[]>;
  readonly list: (
    filter: SchemeFilter,
    order: SchemeOrder,
    page: PageRequest,
  ) => Promise<Page<CooperationScheme>>;
}

export interface ApplicationFilter {
  readonly schemeId: SchemeId | null;
  readonly status: readonly PairingApplication['status'][] | null;
  readonly within: RegionCode | null;
  readonly dispatchingAgencyId: AgencyId | null;
  readonly recipientAgencyId: AgencyId | null;
  /** Whose applications the reader may see; null for all. */
  readonly scope: ApplicationScope | null;
}

export interface Applications extends Repository<ApplicationId, PairingApplication, ApplicationEvent> {
  /** In the order in which they were handed in. */
  readonly list: (
    filter: ApplicationFilter,
    order: Direction,
    page: PageRequest,
  ) => Promise<Page<PairingApplication>>;
}

export interface PairingFilter {
  readonly within: RegionCode | null;
  readonly status: readonly Pairing['status'][] | null;
  readonly cycleYear: number | null;
  readonly schemeId: SchemeId | null;
  readonly dispatchingAgencyId: AgencyId | null;
  readonly recipientAgencyId: AgencyId | null;
  readonly countyTier: readonly Pairing['countyTier'][] | null;
  readonly mode: Pairing['mode'] | null;
}

export interface PairingOrder {
  readonly field: 'COUNTY_CODE' | 'SIGNED_ON' | 'STARTS_ON' | 'ENDS_ON';
  readonly direction: Direction;
}

export interface Pairings extends Repository<PairingId, Pairing, PairingEvent> {
  readonly findOpen: (side: Side, agencyId: AgencyId, cycleYear: number) => Promise<Pairing | null>;
  /** What the agencies have, or had, on this side in these years. */
  readonly findOfSide: (
    side: Side,
    agencyIds: readonly AgencyId[],
    cycleYears: readonly number[],
  ) => Promise<readonly Pairing[]>;
  /** Which pairing counts the agency as grown (PAIR-9). */
  readonly findThatGrew: (agencyId: AgencyId) => Promise<Pairing | null>;
  readonly countOf: (countyCode: RegionCode, cycleYear: number) => Promise<number>;
  readonly listActive: (countyCode: RegionCode) => Promise<readonly ActivePairing[]>;
  /** At work although their last day is over, the longest past first. */
  readonly findPastEnd: (today: CalendarDate, most: number) => Promise<readonly PairingId[]>;
  readonly list: (filter: PairingFilter, order: PairingOrder, page: PageRequest) => Promise<Page<Pairing>>;
}

export interface CountyFilter {
  readonly within: RegionCode | null;
  readonly keyCounty: boolean | null;
  readonly covered: boolean | null;
}

export interface Counties extends Repository<RegionCode, RecipientCounty, CountyEvent> {
  /** In the order of their codes. */
  readonly list: (
    filter: CountyFilter,
    order: Direction,
    page: PageRequest,
  ) => Promise<Page<RecipientCounty>>;
}

export interface Ports extends WorkPorts, CountyFactsPorts, ExitStandingPorts {
  readonly agencies: Agencies;
  readonly phases: Phases;
  readonly schemes: Schemes;
  readonly applications: Applications;
  readonly pairings: Pairings;
  readonly counties: Counties;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
