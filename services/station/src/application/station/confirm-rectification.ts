import type { Actor, CalendarDate } from '@qianshou/kernel';
import { mayCheck } from '../../domain/policy.ts';
import { confirmRectification as confirm } from '../../domain/station/rectification.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface ConfirmRectificationInput extends StationTarget {
  /** Null: today. */
  readonly rectifiedOn: CalendarDate | null;
}

export const confirmRectification =
  (ports: DecisionPorts) =>
  (input: ConfirmRectificationInput, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: mayCheck,
      decide: (station, { today }) => confirm(station, input.rectifiedOn ?? today, today),
    });
