import type { Actor, CalendarDate, PublicText } from '@qianshou/kernel';
import { applyForDemonstration as apply } from '../../domain/demonstration/demonstration-process.ts';
import { mayPrepare } from '../../domain/policy.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';

export interface ApplyForDemonstrationInput extends StationTarget {
  readonly selfScore: number;
  readonly statement: PublicText;
  /** Null: today. */
  readonly on: CalendarDate | null;
}

export const applyForDemonstration =
  (ports: DecisionPorts) =>
  (input: ApplyForDemonstrationInput, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station, { today }) => {
        const { selfScore, statement, on } = input;
        return apply(station, { selfScore, statement, on: on ?? today }, today);
      },
    });
