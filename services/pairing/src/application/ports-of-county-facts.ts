import type { RegionCode } from '@qianshou/kernel';
import type { ContractFacts, CoverageFacts, StationFacts, WorkerFacts } from '../domain/county-facts.ts';
import type { StationId, WorkerId } from '../domain/ids.ts';

/** Copies fed by the events of other services; written only by the reactions to these. */
export interface CountyFactsPorts {
  readonly stations: {
    readonly find: (id: StationId) => Promise<StationFacts | null>;
    /** In the order asked for. */
    readonly ofCounties: (codes: readonly RegionCode[]) => Promise<readonly (readonly StationFacts[])[]>;
    readonly put: (station: StationFacts) => Promise<void>;
  };
  readonly workers: {
    readonly find: (id: WorkerId) => Promise<WorkerFacts | null>;
    readonly findMany: (ids: readonly WorkerId[]) => Promise<readonly (WorkerFacts | null)[]>;
    readonly put: (worker: WorkerFacts) => Promise<void>;
  };
  readonly coverages: {
    readonly findMany: (codes: readonly RegionCode[]) => Promise<readonly (CoverageFacts | null)[]>;
    readonly put: (coverage: CoverageFacts) => Promise<void>;
  };
  readonly contracts: {
    readonly ofCounties: (codes: readonly RegionCode[]) => Promise<readonly (readonly ContractFacts[])[]>;
    readonly put: (contract: ContractFacts) => Promise<void>;
  };
}
