import type { WorkerId } from '../../domain/ids.ts';
import type { CreditedYear } from '../../domain/registration/registration-period.ts';

/** What training credits a worker in each year; its events feed this copy. */
export interface CreditedHours {
  /** In the order asked for. */
  readonly ofWorkers: (ids: readonly WorkerId[]) => Promise<readonly (readonly CreditedYear[])[]>;
  readonly put: (workerId: WorkerId, year: CreditedYear) => Promise<void>;
}
