import type { CalendarDate, PublicText } from '@qianshou/kernel';
import type { AgencyId } from '../ids.ts';

export type OperationMode = 'PURCHASED' | 'DIRECT_HIRE' | 'MIXED';

/** Who runs a station, and how. */
export interface Operation {
  readonly operatorAgencyId: AgencyId | null;
  readonly operationMode: OperationMode;
}

/** Somebody else took the station on. */
export interface OperatorChange {
  /** First day of the one who took it on. */
  readonly from: CalendarDate;
  readonly reason: PublicText;
  readonly handOver: readonly PublicText[];
  /** Who ran it until then. */
  readonly before: Operation;
}
