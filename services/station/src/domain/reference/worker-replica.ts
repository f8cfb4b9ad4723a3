import { notKnownYet, type RegionCode } from '@qianshou/kernel';
import type { AgencyId, WorkerId } from '../ids.ts';

/** What the rules here read of a worker; personnel owns it, events feed this copy. */
export interface WorkerReplica {
  readonly id: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
}

interface ServingStation {
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
}

/** People of the county or of the operator serve at a station; others and nobody at all are answered alike. */
export function requireWorkersOf(
  { countyCode, operatorAgencyId }: ServingStation,
  workerIds: readonly WorkerId[],
  workers: readonly (WorkerReplica | null)[],
): void {
  const strangers = workerIds.filter((_id, at) => {
    const worker = workers[at] ?? null;
    if (worker === null) return true;
    const employed = operatorAgencyId !== null && worker.employerAgencyId === operatorAgencyId;
    return worker.countyCode !== countyCode && !employed;
  });
  if (strangers.length > 0) {
    throw notKnownYet({
      field: 'workerIds',
      what: { en: 'worker of the county or the operator', zh: '本县或承接机构的社工' },
      id: strangers,
    });
  }
}
