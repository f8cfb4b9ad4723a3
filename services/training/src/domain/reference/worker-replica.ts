import type { RegionCode } from '@qianshou/kernel';
import type { AgencyId, WorkerId } from '../ids.ts';

/** What this service's rules read of a worker; personnel owns it, events feed this copy. */
export interface WorkerReplica {
  readonly id: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  /** 本地, as personnel says it; false means only that nobody said so. */
  readonly localResident: boolean;
  readonly certified: boolean;
  /** True once personnel found the exam's conditions met; false means only that nobody said so. */
  readonly examEligible: boolean;
}
