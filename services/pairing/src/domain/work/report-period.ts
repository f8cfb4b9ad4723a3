import { addDays, addMonths, type CalendarDate } from '@qianshou/kernel';
import type { Span } from '../scheme/programme-phase.ts';
import type { SchemePolicy } from '../scheme/scheme-policy.ts';

/** A stretch of a pairing's days that one progress report covers. */
export interface ReportPeriod extends Span {
  /** From 1 on. */
  readonly period: number;
  /** Up to this day the report is in time. */
  readonly dueOn: CalendarDate;
}

/** The pairing's days cut into periods; the last one ends with the pairing, however short it is. */
export function reportPeriods(
  { startsOn, endsOn }: Span,
  { reportMonths, reportGraceDays }: Pick<SchemePolicy, 'reportMonths' | 'reportGraceDays'>,
): readonly ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let period = 1; ; period += 1) {
    const from = addMonths(startsOn, (period - 1) * reportMonths);
    if (from > endsOn) return periods;
    const full = addDays(addMonths(startsOn, period * reportMonths), -1);
    const to = full < endsOn ? full : endsOn;
    periods.push({ period, startsOn: from, endsOn: to, dueOn: addDays(to, reportGraceDays) });
  }
}
