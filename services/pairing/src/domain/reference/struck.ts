import { type CalendarDate, publicText, type PublicText } from '@qianshou/kernel';

/** A mistake that was struck out: it stays, says why, and counts no more. Nothing that was recorded is rewritten. */
export interface Struck {
  readonly on: CalendarDate;
  readonly reason: PublicText;
}

export function struckOut(reason: string, today: CalendarDate): Struck {
  return { on: today, reason: publicText(reason, 'reason', 500) };
}
