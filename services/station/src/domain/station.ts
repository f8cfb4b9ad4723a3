import {
  type CalendarDate,
  type Change,
  countyOf,
  levelOf,
  type RegionCode,
  type Versioned,
} from '@qianshou/kernel';
import type { AgencyReplica } from './agency-replica.ts';
import { mayOperate } from './agency-replica.ts';
import { stationSignageWrong, stationUnitNotTownship } from './errors.ts';
import type { Have, Mechanism, Regime, RoomKind } from './haves.ts';
import type { AgencyId, CheckId, PostingId, StationId } from './ids.ts';
import type { Region } from './region.ts';
import { signageOf } from './signage.ts';

export type Tier = 'ORDINARY' | 'DEMONSTRATION';
export type StationStatus = 'PLANNED' | 'SITE_READY' | 'STAFFED' | 'IN_ACCEPTANCE' | 'OPERATING';
export type OperationMode = 'PURCHASED' | 'DIRECT_HIRE' | 'MIXED';
export type SiteSource = 'CIVIL_AFFAIRS_OFFICE' | 'NGO_INCUBATOR' | 'CIVILISATION_PRACTICE_CENTRE' | 'OTHER';
export type StaffRole = 'STATION_HEAD' | 'DEPUTY_HEAD' | 'RESIDENT';

export interface Site {
  readonly source: SiteSource;
  readonly address: string;
  readonly areaSqm: number | null;
}

export interface Room {
  readonly kind: RoomKind;
  readonly areaSqm: number | null;
  readonly capacity: number | null;
}

export interface StationDocument {
  readonly subject: Regime | Mechanism;
  readonly title: string;
  readonly filedOn: CalendarDate;
}

export interface Activity {
  readonly title: string;
  readonly heldOn: CalendarDate;
  readonly participants: number;
}

/** Somebody on duty: ids only, the person is personnel's. */
export interface StaffMember {
  readonly postingId: PostingId;
  readonly role: StaffRole;
}

export interface CheckItem {
  readonly have: Have;
  readonly met: boolean;
  readonly finding: string | null;
}

export interface AcceptanceCheck {
  readonly id: CheckId;
  readonly checkedOn: CalendarDate;
  readonly checkerOrganisation: string;
  readonly items: readonly CheckItem[];
  readonly result: 'PASSED' | 'REFUSED';
  readonly rectifyBy: CalendarDate | null;
}

interface StationRecord extends Versioned {
  readonly id: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  readonly signage: string;
  readonly tier: Tier;
  readonly operationMode: OperationMode;
  readonly operatorAgencyId: AgencyId | null;
  readonly site: Site | null;
  readonly rooms: readonly Room[];
  readonly documents: readonly StationDocument[];
  readonly activities: readonly Activity[];
  readonly staff: readonly StaffMember[];
  readonly checks: readonly AcceptanceCheck[];
  readonly demonstrationSince: CalendarDate | null;
  readonly openedOn: CalendarDate | null;
}

/** Being built: the status follows from what is there, site first, then people. */
export interface StationInPreparation extends StationRecord {
  readonly status: 'PLANNED' | 'SITE_READY' | 'STAFFED';
}

export interface StationInAcceptance extends StationRecord {
  readonly status: 'IN_ACCEPTANCE';
}

export interface OperatingStation extends StationRecord {
  readonly status: 'OPERATING';
  readonly openedOn: CalendarDate;
}

export type Station = StationInPreparation | StationInAcceptance | OperatingStation;

export type StationEvent =
  | { readonly type: 'station.planned' }
  | { readonly type: 'station.siteReadied'; readonly siteSource: SiteSource }
  | { readonly type: 'station.roomAdded'; readonly kind: RoomKind }
  | { readonly type: 'station.documentFiled'; readonly subject: Regime | Mechanism }
  | { readonly type: 'station.activityLogged'; readonly heldOn: CalendarDate }
  | { readonly type: 'station.staffChanged'; readonly staff: readonly StaffMember[] }
  | { readonly type: 'station.acceptanceRequested' }
  | {
      readonly type: 'station.acceptanceRefused';
      readonly checkId: CheckId;
      readonly missing: readonly Have[];
      readonly rectifyBy: CalendarDate;
    }
  | { readonly type: 'station.acceptancePassed'; readonly checkId: CheckId; readonly checkedOn: CalendarDate }
  | { readonly type: 'station.opened'; readonly openedOn: CalendarDate }
  | {
      readonly type: 'station.tierChanged';
      readonly from: Tier;
      readonly to: Tier;
      readonly selectedOn: CalendarDate;
    };

export interface PlanInput {
  readonly id: StationId;
  readonly signage: string;
  readonly operationMode: OperationMode;
}

export interface PlanFacts {
  readonly unit: Region;
  readonly county: Region;
  /** Null for a station that the government staffs itself. */
  readonly operator: AgencyReplica | null;
}

/** STA-1, STA-3: one station per township-level unit, under its exact signage. That the unit is free, an index guards. */
export function planStation(input: PlanInput, facts: PlanFacts): Change<StationInPreparation, StationEvent> {
  const { unit, county, operator } = facts;
  if (levelOf(unit.id) !== 'TOWNSHIP_UNIT') throw stationUnitNotTownship({ code: unit.id });
  const expected = signageOf(county.name, unit.name);
  if (input.signage !== expected) throw stationSignageWrong({ expected, given: input.signage });
  if (operator !== null) mayOperate(operator);
  const state: StationInPreparation = {
    ...input,
    version: 0,
    status: 'PLANNED',
    townshipCode: unit.id,
    countyCode: countyOf(unit.id),
    tier: 'ORDINARY',
    operatorAgencyId: operator?.id ?? null,
    site: null,
    rooms: [],
    documents: [],
    activities: [],
    staff: [],
    checks: [],
    demonstrationSince: null,
    openedOn: null,
  };
  return { state, events: [{ type: 'station.planned' }] };
}
