import type { CalendarDate } from '@qianshou/kernel';

/** From the first to the last day; null: it goes on. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

export function overlap(one: Period, other: Period): boolean {
  return (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);
}

/** How many of the periods run on one and the same day within the window, at most. */
export function mostAtOnce(periods: readonly Period[], window: Period): number {
  const within = periods.filter((each) => overlap(each, window));
  // The number rises only where one begins.
  const beginnings = [window.from, ...within.map(({ from }) => from)].filter((day) =>
    overlap({ from: day, to: day }, window),
  );
  return Math.max(
    0,
    ...beginnings.map((day) => within.filter((each) => overlap(each, { from: day, to: day })).length),
  );
}
