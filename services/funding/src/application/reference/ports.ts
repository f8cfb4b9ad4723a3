import type { RegionCode } from '@qianshou/kernel';
import type { AgencyId, EvaluationId, StationId } from '../../domain/ids.ts';
import type { FiguresOfYear } from '../../domain/money/reconciliation.ts';
import type {
  AgencyReplica,
  BarringEvaluation,
  StationEvaluation,
  PolicyReplica,
  StationReplica,
} from '../../domain/reference/replicas.ts';
import type { RecordOrigin } from '../../domain/reference/history.ts';
import type { LedgerPlace } from '../../domain/money/ledger.ts';

export type { Repository } from '@qianshou/kernel';

/** All of a county and year, for its reconciliation. */
export type OfYear<State> = (place: LedgerPlace) => Promise<readonly State[]>;

/** Latest year first, then by county; the id breaks ties. */
export interface PlaceFilter {
  readonly within: RegionCode | null;
  readonly year: number | null;
  /** Done here, or entered of a past year; null or absent for both. */
  readonly origin?: RecordOrigin | null;
}

/** All of each station and year (`sta_…/2026`), in the order asked for. */
export type OfStationYears<State> = (keys: readonly string[]) => Promise<readonly (readonly State[])[]>;

/** Both ends included; null for none. */
export interface Within<Value> {
  readonly from: Value | null;
  readonly to: Value | null;
}

export interface Agencies {
  /** @throws NOT_KNOWN_HERE_YET while pairing's event is on its way. */
  readonly get: (id: AgencyId) => Promise<AgencyReplica>;
  readonly getMany: (ids: readonly AgencyId[]) => Promise<readonly AgencyReplica[]>;
  /** In the order asked for, null where nothing was heard yet. */
  readonly findMany: (ids: readonly AgencyId[]) => Promise<readonly (AgencyReplica | null)[]>;
  readonly put: (...agencies: readonly AgencyReplica[]) => Promise<void>;
  readonly change: (id: AgencyId, facts: Partial<Omit<AgencyReplica, 'id'>>) => Promise<void>;
  /** What names the one agency here names the other from now on. */
  readonly moveReferences: (from: AgencyId, to: AgencyId) => Promise<void>;
}

export interface Stations {
  /** @throws NOT_KNOWN_HERE_YET while station's event is on its way. */
  readonly get: (id: StationId) => Promise<StationReplica>;
  readonly getMany: (ids: readonly StationId[]) => Promise<readonly StationReplica[]>;
  /** Those of the county that are not closed. */
  readonly countOpen: (countyCode: RegionCode) => Promise<number>;
  /** In the order asked for, null where nothing was heard yet. */
  readonly findMany: (ids: readonly StationId[]) => Promise<readonly (StationReplica | null)[]>;
  readonly put: (...stations: readonly StationReplica[]) => Promise<void>;
  readonly change: (id: StationId, facts: Partial<Omit<StationReplica, 'id'>>) => Promise<void>;
}

export interface Evaluations {
  readonly put: (evaluation: StationEvaluation) => Promise<void>;
  /** It was struck out: it bars nobody and meets nothing any more. */
  readonly remove: (id: EvaluationId) => Promise<void>;
  /** Those that bar the agency from purchases of the county, in any year. */
  readonly listBarring: (
    operatorAgencyId: AgencyId,
    countyCode: RegionCode,
  ) => Promise<readonly BarringEvaluation[]>;
  /** All that is known of stations of the county that these ran then. */
  readonly listOfOperators: (
    operatorAgencyIds: readonly AgencyId[],
    countyCode: RegionCode,
  ) => Promise<readonly StationEvaluation[]>;
  /** All that is known of these stations. */
  readonly listOf: (stationIds: readonly StationId[]) => Promise<readonly StationEvaluation[]>;
}

export interface Policies {
  readonly put: (policy: PolicyReplica) => Promise<void>;
  readonly listOf: (countyCode: RegionCode) => Promise<readonly PolicyReplica[]>;
}

/** What this service's own events sum up to, as their consumers see it. */
export interface PublishedFigures {
  readonly ofYear: (countyCode: RegionCode, year: number) => Promise<FiguresOfYear | null>;
}
