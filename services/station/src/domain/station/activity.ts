import type { CalendarDate, PublicText, Struck } from '@qianshou/kernel';
import type { ActivityId, StationId } from '../ids.ts';

export interface Activity {
  readonly id: ActivityId;
  readonly stationId: StationId;
  readonly title: PublicText;
  readonly heldOn: CalendarDate;
  readonly participants: number;
  /** Null unless it was logged by mistake; then it counts no more. */
  readonly struck: Struck | null;
}
