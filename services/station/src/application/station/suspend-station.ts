import type { Actor, CalendarDate, PublicText } from '@qianshou/kernel';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { SuspendedStation } from '../../domain/station/station.ts';
import { suspendStation as suspend } from '../../domain/station/station-life-cycle.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface SuspendStationInput extends StationTarget {
  readonly reason: PublicText;
  /** Null: today. */
  readonly since: CalendarDate | null;
}

export const suspendStation =
  (ports: DecisionPorts) =>
  (input: SuspendStationInput, actor: Actor): Promise<SuspendedStation> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: (station, { today }) =>
        suspend(station, { reason: input.reason, on: input.since ?? today }, today),
    });
