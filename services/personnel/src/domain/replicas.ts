import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { AgencyId, CentreId, StationId } from './ids.ts';
import type { CentrePlace, StaffingPolicy, StationPlace, StationTier } from './workplace.ts';

/** What the rules here read of an agency; pairing owns it, events feed this copy. */
export interface AgencyReplica {
  readonly id: AgencyId;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'STRUCK_OFF';
}

/** What the rules here read of a station; station owns it, events feed this copy. */
export interface StationReplica {
  readonly id: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  readonly tier: StationTier;
  readonly operatorAgencyId: AgencyId | null;
}

/** What the rules here read of a guidance centre. */
export interface CentreReplica {
  readonly id: CentreId;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId;
}

/** What the rules here read of a county's policy, with the days on which it holds. */
export interface PolicyReplica extends StaffingPolicy {
  readonly id: string;
  readonly countyCode: RegionCode;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

export function stationPlace({ id, ...facts }: StationReplica): StationPlace {
  return { kind: 'STATION', stationId: id, centreId: null, ...facts };
}

export function centrePlace({ id, ...facts }: CentreReplica): CentrePlace {
  return { kind: 'CENTRE', stationId: null, centreId: id, townshipCode: null, ...facts };
}
