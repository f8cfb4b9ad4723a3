import type { Actor, CalendarDate, PublicText } from '@qianshou/kernel';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { ClosedStation } from '../../domain/station/station.ts';
import { closeStation as close } from '../../domain/station/station-life-cycle.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface CloseStationInput extends StationTarget {
  readonly reason: PublicText;
  /** Null: today. */
  readonly closedOn: CalendarDate | null;
}

export const closeStation =
  (ports: DecisionPorts) =>
  (input: CloseStationInput, actor: Actor): Promise<ClosedStation> =>
    decideOnStation(ports)(input, actor, {
      may: (who, { countyCode }) => mayLeadConstruction(who, countyCode),
      decide: (station, { today }) =>
        close(station, { reason: input.reason, on: input.closedOn ?? today }, today),
    });
