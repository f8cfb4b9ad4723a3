import type { CalendarDate } from '@qianshou/kernel';

/** When a fact is to be put right, and how many days whoever recorded it has for that, by the policy of its county. */
export interface CorrectionTime {
  readonly today: CalendarDate;
  readonly days: number;
}
