import type { CalendarDate, PublicText } from '@qianshou/kernel';
import { dateInFuture, datesOutOfOrder } from './errors.ts';

export interface Stop {
  readonly reason: PublicText;
  readonly on: CalendarDate;
}

/** What is stopped or closed was so on a day from its opening to today. */
export function refuseOutOfTime(on: CalendarDate, openedOn: CalendarDate | null, today: CalendarDate): void {
  if (on > today) throw dateInFuture({ day: on, today });
  if (openedOn !== null && on < openedOn) throw datesOutOfOrder({ day: on, after: openedOn });
}
