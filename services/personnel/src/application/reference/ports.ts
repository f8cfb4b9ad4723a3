import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { AgencyId, CentreId, StationId } from '../../domain/ids.ts';
import type { StaffingPolicy } from '../../domain/reference/workplace.ts';
import type {
  AgencyReplica,
  CentreReplica,
  PolicyReplica,
  StationReplica,
} from '../../domain/reference/replicas.ts';

export type { Repository } from '@qianshou/kernel';

export interface Agencies {
  /** In the order asked for, null where nothing was heard yet. */
  readonly findMany: (ids: readonly AgencyId[]) => Promise<readonly (AgencyReplica | null)[]>;
  /** @throws NOT_KNOWN_HERE_YET while pairing's event is on its way. */
  readonly get: (id: AgencyId) => Promise<AgencyReplica>;
  readonly put: (...agencies: readonly AgencyReplica[]) => Promise<void>;
  readonly change: (id: AgencyId, facts: Partial<Omit<AgencyReplica, 'id'>>) => Promise<void>;
  /** What names the one agency here names the other from now on. */
  readonly moveReferences: (from: AgencyId, to: AgencyId) => Promise<void>;
}

export interface Stations {
  /** @throws NOT_KNOWN_HERE_YET while station's event is on its way. */
  readonly get: (id: StationId) => Promise<StationReplica>;
  readonly findMany: (ids: readonly StationId[]) => Promise<readonly (StationReplica | null)[]>;
  /** Whatever stood or stands in these units. */
  readonly listOfTownships: (codes: readonly RegionCode[]) => Promise<readonly StationReplica[]>;
  /** Whether the agency operates one there that is not closed. */
  readonly isOperatedBy: (agencyId: AgencyId, countyCode: RegionCode) => Promise<boolean>;
  readonly put: (...stations: readonly StationReplica[]) => Promise<void>;
  readonly change: (id: StationId, facts: Partial<Omit<StationReplica, 'id'>>) => Promise<void>;
  /** What goes on at the station is of another unit from now on. */
  readonly movePlace: (id: StationId, from: RegionCode, to: RegionCode) => Promise<void>;
}

export interface Centres {
  /** @throws NOT_KNOWN_HERE_YET while station's event is on its way. */
  readonly get: (id: CentreId) => Promise<CentreReplica>;
  readonly findMany: (ids: readonly CentreId[]) => Promise<readonly (CentreReplica | null)[]>;
  readonly listOfCounties: (codes: readonly RegionCode[]) => Promise<readonly CentreReplica[]>;
  readonly isOperatedBy: (agencyId: AgencyId, countyCode: RegionCode) => Promise<boolean>;
  readonly put: (centre: CentreReplica) => Promise<void>;
  readonly change: (id: CentreId, facts: Partial<Omit<CentreReplica, 'id'>>) => Promise<void>;
}

export interface Policies {
  /** What holds in each county on that day, in the order asked for; NO_LOCAL_POLICY where none was adopted. */
  readonly inForce: (counties: readonly RegionCode[], on: CalendarDate) => Promise<readonly StaffingPolicy[]>;
  readonly put: (policy: PolicyReplica) => Promise<void>;
}

export interface DesignatedCounties {
  readonly add: (countyCode: RegionCode) => Promise<void>;
  /** Whether the code is, or has below it, a designated county. */
  readonly hasAny: (within: RegionCode) => Promise<boolean>;
}
