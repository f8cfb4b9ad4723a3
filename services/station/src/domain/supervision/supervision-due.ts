import { addDays, type CalendarDate } from '@qianshou/kernel';
import type { StationRules } from '../county/station-rules.ts';
import type { StationId } from '../ids.ts';
import { OPENED_STATUSES } from '../station/opened-station.ts';
import type { Station } from '../station/station.ts';

/** When a station is to be visited next, by the county's days. */
export interface SupervisionDue {
  readonly stationId: StationId;
  readonly lastVisitedOn: CalendarDate | null;
  readonly dueOn: CalendarDate;
  readonly overdue: boolean;
}

/** The stations that work, the longest due first: from the last visit on, or from the opening where there was none. */
export function supervisionDue(
  stations: readonly Station[],
  lastVisits: ReadonlyMap<StationId, CalendarDate>,
  { rules, today }: { readonly rules: StationRules; readonly today: CalendarDate },
): readonly SupervisionDue[] {
  const due = stations.flatMap(({ id, status, openedOn }) => {
    if (openedOn === null || !OPENED_STATUSES.some((opened) => opened === status)) return [];
    const lastVisitedOn = lastVisits.get(id) ?? null;
    const dueOn = addDays(lastVisitedOn ?? openedOn, rules.visitDays);
    return [{ stationId: id, lastVisitedOn, dueOn, overdue: dueOn < today }];
  });
  return due.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}
