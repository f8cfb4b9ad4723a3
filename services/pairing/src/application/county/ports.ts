import type { RegionCode, Page, PageRequest } from '@qianshou/kernel';
import type {
  ContractFacts,
  CoverageFacts,
  StationFacts,
  WorkerFacts,
} from '../../domain/county/county-facts.ts';
import type { StationId, WorkerId } from '../../domain/ids.ts';
import type { CountyEvent, RecipientCounty } from '../../domain/county/recipient-county.ts';
import type { Repository, Direction } from '../reference/ports.ts';

/** Copies fed by the events of other services; written only by the reactions to these. */
export interface CountyFactsPorts {
  readonly stations: {
    /** In the order asked for, null where nothing was heard yet. */
    readonly findMany: (ids: readonly StationId[]) => Promise<readonly (StationFacts | null)[]>;
    /** In the order asked for. */
    readonly ofCounties: (codes: readonly RegionCode[]) => Promise<readonly (readonly StationFacts[])[]>;
    readonly put: (...stations: readonly StationFacts[]) => Promise<void>;
  };
  readonly workers: {
    readonly find: (id: WorkerId) => Promise<WorkerFacts | null>;
    readonly findMany: (ids: readonly WorkerId[]) => Promise<readonly (WorkerFacts | null)[]>;
    readonly put: (...workers: readonly WorkerFacts[]) => Promise<void>;
    /** Whether nobody was heard of yet, or the copy was lost. */
    readonly isEmpty: () => Promise<boolean>;
  };
  readonly coverages: {
    readonly findMany: (codes: readonly RegionCode[]) => Promise<readonly (CoverageFacts | null)[]>;
    readonly put: (...coverages: readonly CoverageFacts[]) => Promise<void>;
  };
  readonly contracts: {
    readonly ofCounties: (codes: readonly RegionCode[]) => Promise<readonly (readonly ContractFacts[])[]>;
    readonly put: (...contracts: readonly ContractFacts[]) => Promise<void>;
    readonly remove: (id: ContractFacts['id']) => Promise<void>;
  };
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
