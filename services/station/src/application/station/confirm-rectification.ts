import type { Actor, CalendarDate, DocumentReference } from '@qianshou/kernel';
import { mayCheck } from '../../domain/policy.ts';
import { confirmRectification as confirm } from '../../domain/station/rectification.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface ConfirmRectificationInput extends StationTarget {
  /** Null: today. */
  readonly rectifiedOn: CalendarDate | null;
  readonly proof: readonly DocumentReference[];
}

export const confirmRectification =
  (ports: DecisionPorts) =>
  (input: ConfirmRectificationInput, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: mayCheck,
      decide: (station, { today }) =>
        confirm(station, { rectifiedOn: input.rectifiedOn ?? today, proof: input.proof }, today),
    });
