import type { CalendarDate, Change } from '@qianshou/kernel';
import {
  demonstrationAlready,
  demonstrationLacksDeputy,
  demonstrationNotBuilt,
  demonstrationQuotaFull,
} from './errors.ts';
import { missingStaff } from './haves.ts';
import type { OperatingStation, Station } from './station.ts';
import type { StationEvent } from './station-events.ts';

export interface DemonstrationFacts {
  /** The county's number; null where no local policy plans any. */
  readonly planned: number | null;
  readonly chosen: number;
}

/** STA-5, STA-11: chosen among the stations already built, within the county's number, with a deputy on duty. */
export function chooseDemonstration(
  station: Station,
  facts: DemonstrationFacts,
  selectedOn: CalendarDate,
): Change<OperatingStation, StationEvent> {
  if (station.status !== 'OPERATING') throw demonstrationNotBuilt({ status: station.status });
  if (station.tier === 'DEMONSTRATION') throw demonstrationAlready({ stationId: station.id });
  refuseBeyondPlan(facts);
  if (missingStaff({ staff: station.staff, tier: 'DEMONSTRATION' }).includes('DEPUTY_HEAD')) {
    throw demonstrationLacksDeputy({ stationId: station.id });
  }
  return {
    state: { ...station, tier: 'DEMONSTRATION', demonstrationSince: selectedOn },
    events: [{ type: 'station.tierChanged', from: 'ORDINARY', to: 'DEMONSTRATION', selectedOn }],
  };
}

export function refuseBeyondPlan({ planned, chosen }: DemonstrationFacts): void {
  if (chosen >= (planned ?? 0)) throw demonstrationQuotaFull({ planned: planned ?? 0, chosen });
}
