import type { Actor, CalendarDate, PublicText } from '@qianshou/kernel';
import { assessForDemonstration as assess } from '../../domain/demonstration/demonstration-process.ts';
import { mayCheck } from '../../domain/policy.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';

export interface AssessForDemonstrationInput extends StationTarget {
  readonly score: number;
  readonly opinion: PublicText | null;
  /** Null: today. */
  readonly on: CalendarDate | null;
}

export const assessForDemonstration =
  (ports: DecisionPorts) =>
  (input: AssessForDemonstrationInput, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: mayCheck,
      decide: (station, { today }) => {
        const { score, opinion, on } = input;
        return assess(station, { score, opinion, on: on ?? today }, today);
      },
    });
