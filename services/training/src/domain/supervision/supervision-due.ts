import { type CalendarDate, yearOf } from '@qianshou/kernel';
import type { StationId } from '../ids.ts';
import type { SupervisedStation } from './supervision-session.ts';

export interface Quarter {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export function quarterOf(day: CalendarDate): Quarter {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  const two = (month: number): string => String(month).padStart(2, '0');
  const last = first + 2 === 3 || first + 2 === 12 ? 31 : 30;
  const year = yearOf(day);
  return {
    from: `${year}-${two(first)}-01` as CalendarDate,
    to: `${year}-${two(first + 2)}-${last}` as CalendarDate,
  };
}

export interface SupervisionDue {
  readonly station: SupervisedStation;
  readonly held: number;
  readonly target: number;
  readonly overdue: boolean;
}

interface Asked extends Quarter {
  /** By the policy of the county. */
  readonly target: number;
  readonly today: CalendarDate;
}

/** Stations of which the quarter lacks supervision; once it is over, what it lacks is overdue. */
export function dueOf(
  stations: readonly SupervisedStation[],
  held: ReadonlyMap<StationId, number>,
  { to, target, today }: Asked,
): readonly SupervisionDue[] {
  return stations
    .map((station) => ({
      station,
      held: held.get(station.id) ?? 0,
      target,
      overdue: today > to,
    }))
    .filter((each) => each.held < each.target);
}
