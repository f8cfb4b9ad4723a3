import type { CalendarDate, PublicText, Recorded, RegionCode, Struck, Versioned } from '@qianshou/kernel';
import type { AcceptanceCheck } from './acceptance-check.ts';
import type { DemonstrationProcess } from './demonstration-step.ts';
import type { AgencyId, StationId } from '../ids.ts';
import type { ServiceGuide } from './guide.ts';
import type { Site, Room, StationDocument } from './site.ts';
import type { StaffMember } from './staff.ts';
import type { Rectification, RectificationDone } from './rectification-order.ts';
import type { GradedBy } from './grade.ts';
import type { OperationMode, OperatorChange } from './operation.ts';

export type Tier = 'ORDINARY' | 'DEMONSTRATION';
export const STATION_STATUSES = [
  'PLANNED',
  'SITE_READY',
  'STAFFED',
  'IN_ACCEPTANCE',
  'OPERATING',
  'RECTIFYING',
  'SUSPENDED',
  'CLOSED',
] as const;
export type StationStatus = (typeof STATION_STATUSES)[number];

export interface Suspension {
  readonly reason: PublicText;
  readonly since: CalendarDate;
}

export interface Closure {
  readonly reason: PublicText;
  readonly closedOn: CalendarDate;
}

/** What the rooms were said to be, and why that was corrected. */
export interface RoomsCorrection extends Struck {
  readonly rooms: readonly Room[];
}

/** A demonstration station that never was one. */
export interface StruckChoice extends Struck {
  readonly selectedOn: CalendarDate;
}

export interface FormerUnit {
  readonly townshipCode: RegionCode;
  readonly until: CalendarDate;
}

interface StationRecord extends Versioned {
  readonly id: StationId;
  readonly townshipCode: RegionCode;
  /** Units that it belonged to until their successor's day; absent in records of before. */
  readonly formerUnits?: readonly FormerUnit[];
  readonly countyCode: RegionCode;
  readonly signage: PublicText;
  readonly tier: Tier;
  readonly operationMode: OperationMode;
  readonly operatorAgencyId: AgencyId | null;
  /** Who ran it before, oldest first. */
  readonly operatorChanges: readonly OperatorChange[];
  readonly site: Site | null;
  /** The premises are others than those that were checked; absent while they are the same. */
  readonly siteUnchecked?: boolean;
  readonly rooms: readonly Room[];
  /** Who added to them last; absent in records of before. */
  readonly roomsRecorded?: Recorded | null;
  /** What they were said to be before they were corrected, oldest first. */
  readonly roomCorrections?: readonly RoomsCorrection[];
  /** When a choice as a demonstration station was struck out, and why, oldest first. */
  readonly choicesStruck?: readonly StruckChoice[];
  readonly documents: readonly StationDocument[];
  /** How many activities were logged and not struck out; each stands in the list of activities. */
  readonly activitiesHeld: number;
  readonly staff: readonly StaffMember[];
  /** The latest and the one before it; all of them stand in the list of checks. */
  readonly checks: readonly AcceptanceCheck[];
  /** Whether it has every item of its county's checklist now; kept so that a change of it is told once. */
  readonly havesComplete: boolean;
  readonly demonstrationSince: CalendarDate | null;
  /** How far an application to become a demonstration station has come; null while there is none. */
  readonly demonstration: DemonstrationProcess | null;
  /** When it was taken back; null where it never was or was given back. */
  readonly demonstrationWithdrawnOn: CalendarDate | null;
  /** The evaluation of the latest year, and of its last day: of any kind. */
  readonly gradedBy: GradedBy | null;
  /** The annual evaluation of the latest year, which STA-13 follows; absent in records of before it was kept apart. */
  readonly annualGrade?: GradedBy | null;
  readonly openedOn: CalendarDate | null;
  /** Null until it is published. */
  readonly guide: ServiceGuide | null;
  readonly rectification: Rectification | null;
  /** Those that were confirmed, oldest first; absent in records of before. */
  readonly rectificationsDone?: readonly RectificationDone[];
  readonly suspension: Suspension | null;
  readonly closure: Closure | null;
}

/** Neither rectifying nor stopped. */
interface StationInOrder extends StationRecord {
  readonly rectification: null;
  readonly suspension: null;
  readonly closure: null;
}

/** Being built: the status follows from what is there, site first, then people. */
export interface StationInPreparation extends StationInOrder {
  readonly status: 'PLANNED' | 'SITE_READY' | 'STAFFED';
}

export interface StationInAcceptance extends StationInOrder {
  readonly status: 'IN_ACCEPTANCE';
}

export interface OperatingStation extends StationInOrder {
  readonly status: 'OPERATING';
  readonly openedOn: CalendarDate;
}

/** Ordered to put something right (STA-13); not counted as operating until that is confirmed. */
export interface RectifyingStation extends StationRecord {
  readonly status: 'RECTIFYING';
  readonly openedOn: CalendarDate;
  readonly rectification: Rectification;
  readonly suspension: null;
  readonly closure: null;
}

/** Stopped for the time being. With a rectification it goes back to rectifying, without one to operating. */
export interface SuspendedStation extends StationRecord {
  readonly status: 'SUSPENDED';
  readonly openedOn: CalendarDate;
  readonly suspension: Suspension;
  readonly closure: null;
}

/** Closed for good: its unit is free for another station. */
export interface ClosedStation extends StationRecord {
  readonly status: 'CLOSED';
  readonly tier: 'ORDINARY';
  readonly rectification: null;
  readonly suspension: null;
  readonly closure: Closure;
}

export type Station =
  | StationInPreparation
  | StationInAcceptance
  | OperatingStation
  | RectifyingStation
  | SuspendedStation
  | ClosedStation;

/** A station that opened and was not closed since. */
export type OpenedStation = OperatingStation | RectifyingStation | SuspendedStation;
