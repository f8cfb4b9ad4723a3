import type { CalendarDate, Change, RegionCode } from '@qianshou/kernel';
import type { Station } from './station.ts';
import type { StationEvent } from './station-events.ts';

/** The unit has another code from a day on: the station is that unit's; what was done before stays where it was done. */
export function relocateStation(
  station: Station,
  townshipCode: RegionCode,
  on: CalendarDate,
): Change<Station, StationEvent> {
  const { formerUnits = [], status, tier, havesComplete, gradedBy, rectification } = station;
  const before = { townshipCode: station.townshipCode };
  const counted = {
    status,
    tier,
    hasAllHaves: havesComplete,
    grade: gradedBy?.grade ?? null,
    rectificationOverdue: (rectification?.overdueSince ?? null) !== null,
  };
  return {
    state: { ...station, townshipCode, formerUnits: [...formerUnits, { ...before, until: on }] },
    events: [{ type: 'station.relocated', on, before, counted }],
  };
}
