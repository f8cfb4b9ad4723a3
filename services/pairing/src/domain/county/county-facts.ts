import type { RegionCode } from '@qianshou/kernel';
import type { AgencyId, ContractId, PostingId, StationId, WorkerId } from '../ids.ts';

/** The six regimes of a station (管理制度), as the station service names them. */
export const REGIMES = ['PERSONNEL', 'FINANCE', 'PROJECT', 'VOLUNTEER', 'SAFETY', 'ARCHIVE'] as const;

export interface StaffMember {
  readonly postingId: PostingId;
  readonly workerId: WorkerId;
}

/** Copies of other services' facts, and no more of them than exit readiness reads. */
export interface StationFacts {
  readonly id: StationId;
  readonly countyCode: RegionCode;
  readonly operating: boolean;
  readonly closed: boolean;
  readonly regimes: readonly string[];
  readonly staff: readonly StaffMember[];
}

export interface WorkerFacts {
  readonly id: WorkerId;
  /** Where the worker is registered: at home there, the worker is local. */
  readonly countyCode: RegionCode;
  /** Null for officials and the free, and in copies made before it was kept. */
  readonly employerAgencyId: AgencyId | null;
  readonly certified: boolean;
  /** PER-12: registration overdue or hours short; absent in copies made before it was told. */
  readonly ceShort?: boolean;
}

export interface ContractFacts {
  readonly id: ContractId;
  readonly countyCode: RegionCode;
  readonly year: number;
}

/** Township-level units of a county that a station is expected in, and those that have an operating one. */
export interface CoverageFacts {
  readonly id: RegionCode;
  readonly unitsInScope: number;
  readonly unitsCovered: number;
}

export function newStation(id: StationId, countyCode: RegionCode): StationFacts {
  return { id, countyCode, operating: false, closed: false, regimes: [], staff: [] };
}

export function fileDocument(station: StationFacts, subject: string): StationFacts {
  const isNew = REGIMES.some((regime) => regime === subject) && !station.regimes.includes(subject);
  return isNew ? { ...station, regimes: [...station.regimes, subject] } : station;
}

export function comeOnDuty(station: StationFacts, member: StaffMember): StationFacts {
  return { ...station, staff: [...leaveDuty(station, member.postingId).staff, member] };
}

export function leaveDuty(station: StationFacts, postingId: PostingId): StationFacts {
  return { ...station, staff: station.staff.filter((member) => member.postingId !== postingId) };
}
