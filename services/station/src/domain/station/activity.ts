import type { CalendarDate, PublicText, PuttingRight, Recorded, RegionCode, Struck } from '@qianshou/kernel';
import { type AskedToPutRight, puttingRightIn } from '../county/putting-right.ts';
import type { ActivityId, StationId } from '../ids.ts';

export interface Activity {
  readonly id: ActivityId;
  readonly stationId: StationId;
  readonly title: PublicText;
  readonly heldOn: CalendarDate;
  readonly participants: number;
  /** Null unless it was logged by mistake; then it counts no more. */
  readonly struck: Struck | null;
  /** Who logged it; absent in records of before. */
  readonly recorded?: Recorded | null;
}

/** Those who prepare the station log what it holds; the bureau oversees them. */
export function activityToPutRight(
  { recorded = null }: Pick<Activity, 'recorded'>,
  { townshipCode }: { readonly townshipCode: RegionCode },
  asked: AskedToPutRight,
): PuttingRight {
  return puttingRightIn('AGENCY_MANAGER', townshipCode, { recorded }, asked);
}
