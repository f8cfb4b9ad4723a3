import type { PolicyDays, RegionCode } from '@qianshou/kernel';
import type { AgencyId, CentreId, StationId } from '../ids.ts';
import type { CentrePlace, StaffingPolicy, StationPlace } from './workplace.ts';

/** What the rules here read of an agency; pairing owns it, events feed this copy. */
export interface AgencyReplica {
  readonly id: AgencyId;
  /** Absent in copies made before it was kept. */
  readonly name?: string | null;
  /** As pairing names it: ACTIVE, SUSPENDED, STRUCK_OFF, or what a newer build of it adds. Only ACTIVE may. */
  readonly status: string;
  /** Its home county or city; null in copies made before it was kept. */
  readonly homeRegionCode: RegionCode | null;
}

/** What the rules here read of a station; station owns it, events feed this copy. */
export interface StationReplica {
  readonly id: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  readonly tier: string;
  readonly operatorAgencyId: AgencyId | null;
  /** As station names it; null in copies made before it was kept. */
  readonly operationMode: string | null;
  readonly closed: boolean;
}

/** What the rules here read of a guidance centre. */
export interface CentreReplica {
  readonly id: CentreId;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId;
  readonly closed: boolean;
}

/** What the rules here read of a county's policy, with the days on which it holds. */
export interface PolicyReplica extends StaffingPolicy, PolicyDays {
  readonly id: string;
  readonly countyCode: RegionCode;
}

export function stationPlace({ id, ...facts }: StationReplica): StationPlace {
  return { kind: 'STATION', stationId: id, centreId: null, ...facts };
}

export function centrePlace({ id, ...facts }: CentreReplica): CentrePlace {
  return { kind: 'CENTRE', stationId: null, centreId: id, townshipCode: null, ...facts };
}
