import type { CalendarDate, Change, RegionCode } from '@qianshou/kernel';
import type { CreditedHoursId, WorkerId } from '../ids.ts';

/** TRA-4: what a worker was credited in a year: the hours attended of every training that was passed and still stands. */
export interface CreditedHours {
  readonly id: CreditedHoursId;
  readonly version: number;
  readonly workerId: WorkerId;
  readonly year: number;
  readonly countyCode: RegionCode;
  readonly hours: number;
  /** Of which days they are: each day of a certificate once. Absent in rows of before, and in part where some were credited then. */
  readonly days?: readonly HoursOfDay[];
}

export interface HoursOfDay {
  readonly on: CalendarDate;
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
  /** The day of the certificate: periods of registration end in the middle of a year. */
  readonly on: CalendarDate;
  readonly hours: number;
}

export function credit(
  standing: CreditedHours | null,
  { workerId, countyCode, year, on, hours }: Credit,
  id: CreditedHoursId,
): Change<CreditedHours, HoursCredited> {
  const before = standing ?? { id, version: 0, workerId, year, hours: 0, days: [] };
  const events = hours === 0 ? [] : [{ type: 'hours.credited' } as const];
  const days = withHours(before.days ?? [], { on, hours });
  return { state: { ...before, countyCode, hours: Math.max(before.hours + hours, 0), days }, events };
}

/** A day on which nothing is left is none; what is taken back of before the days were kept is no day's. */
function withHours(days: readonly HoursOfDay[], { on, hours }: HoursOfDay): readonly HoursOfDay[] {
  const had = days.find((day) => day.on === on)?.hours ?? 0;
  const others = days.filter((day) => day.on !== on);
  const left = had + hours;
  return left > 0 ? [...others, { on, hours: left }].toSorted((a, b) => (a.on < b.on ? -1 : 1)) : others;
}
