import type { Change } from '@qianshou/kernel';
import type { CreditedHours, HoursCredited } from '../../domain/hours/credited-hours.ts';
import type { WorkerId } from '../../domain/ids.ts';

export interface HoursOfYears {
  /** Those of these workers, of all years. */
  readonly ofWorkers: (workerIds: readonly WorkerId[]) => Promise<readonly CreditedHours[]>;
  readonly saveMany: (changes: readonly Change<CreditedHours, HoursCredited>[]) => Promise<void>;
}
