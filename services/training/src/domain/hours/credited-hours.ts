import type { Change, RegionCode } from '@qianshou/kernel';
import type { CreditedHoursId, WorkerId } from '../ids.ts';

/** TRA-4: what a worker was credited in a year: the hours attended of every training that was passed and still stands. */
export interface CreditedHours {
  readonly id: CreditedHoursId;
  readonly version: number;
  readonly workerId: WorkerId;
  readonly year: number;
  readonly countyCode: RegionCode;
  readonly hours: number;
}

export interface HoursCredited {
  readonly type: 'hours.credited';
}

/** Hours of one certificate: more with a pass or a correction upwards, fewer when it is cancelled or corrected down. */
export interface Credit {
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly hours: number;
}

export function credit(
  standing: CreditedHours | null,
  { workerId, countyCode, year, hours }: Credit,
  id: CreditedHoursId,
): Change<CreditedHours, HoursCredited> {
  const before = standing ?? { id, version: 0, workerId, year, hours: 0 };
  const events = hours === 0 ? [] : [{ type: 'hours.credited' } as const];
  return { state: { ...before, countyCode, hours: Math.max(before.hours + hours, 0) }, events };
}
