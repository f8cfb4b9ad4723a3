import type { CalendarDate, PolicyDays, RegionCode } from '@qianshou/kernel';
import type { AgencyReplica } from '../../domain/reference/agency-replica.ts';
import type { AgencyId, StationId, WorkerId } from '../../domain/ids.ts';
import type { SupervisedStation } from '../../domain/supervision/supervision-session.ts';
import type { WorkerReplica } from '../../domain/reference/worker-replica.ts';

export type { Repository } from '@qianshou/kernel';

export interface Agencies {
  readonly find: (id: AgencyId) => Promise<AgencyReplica | null>;
  readonly findMany: (ids: readonly AgencyId[]) => Promise<readonly (AgencyReplica | null)[]>;
  readonly put: (...agencies: readonly AgencyReplica[]) => Promise<void>;
  /** @throws NOT_KNOWN_HERE_YET while the agency's registration is on its way. */
  readonly change: (id: AgencyId, facts: Partial<Omit<AgencyReplica, 'id'>>) => Promise<void>;
  /** What names the one agency here names the other from now on. */
  readonly moveReferences: (from: AgencyId, to: AgencyId) => Promise<void>;
}

export interface Workers {
  readonly find: (id: WorkerId) => Promise<WorkerReplica | null>;
  readonly findMany: (ids: readonly WorkerId[]) => Promise<readonly (WorkerReplica | null)[]>;
  /** @throws NOT_KNOWN_HERE_YET while personnel's event is on its way. */
  readonly get: (id: WorkerId) => Promise<WorkerReplica>;
  readonly put: (worker: WorkerReplica) => Promise<void>;
  /** @throws NOT_KNOWN_HERE_YET while personnel's event is on its way. */
  readonly change: (id: WorkerId, facts: Partial<Omit<WorkerReplica, 'id'>>) => Promise<void>;
}

/** A station or guidance centre with its operator. */
export interface OperatedSite {
  readonly id: string;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
  readonly closedOn: CalendarDate | null;
}

export interface OperatedSites {
  readonly put: (...sites: readonly OperatedSite[]) => Promise<void>;
  readonly change: (id: string, facts: Partial<Omit<OperatedSite, 'id'>>) => Promise<void>;
  readonly findStation: (id: StationId) => Promise<SupervisedStation | null>;
  /** The stations of a county that were not closed before that day, without its guidance centre. */
  readonly stationsOf: (countyCode: RegionCode, day: CalendarDate) => Promise<readonly SupervisedStation[]>;
  readonly hasAny: (countyCode: RegionCode, operatorAgencyId: AgencyId) => Promise<boolean>;
}

/** What a county's policy says of supervision and of putting records right; station owns it. */
export interface PolicyReplica extends PolicyDays {
  readonly id: string;
  readonly countyCode: RegionCode;
  readonly supervisionsPerQuarter: number;
  readonly correctionDays: number;
}

export interface Policies {
  readonly put: (policy: PolicyReplica) => Promise<void>;
  /** The one that rules in the county on that day; null where none does. */
  readonly inForce: (countyCode: RegionCode, on: CalendarDate) => Promise<PolicyReplica | null>;
  /** In the order asked for. */
  readonly inForceOfMany: (
    countyCodes: readonly RegionCode[],
    on: CalendarDate,
  ) => Promise<readonly (PolicyReplica | null)[]>;
}

/** Which agencies' pairings work, or worked, in which county. */
export interface Helpers {
  readonly add: (countyCode: RegionCode, agencyId: AgencyId) => Promise<void>;
  readonly worksIn: (countyCode: RegionCode, agencyId: AgencyId) => Promise<boolean>;
}

/** Counties that receive help: designated, or with an active pairing. */
export interface RecipientCounties {
  readonly add: (countyCode: RegionCode) => Promise<void>;
  readonly among: (countyCodes: readonly RegionCode[]) => Promise<readonly RegionCode[]>;
}
