import type { Actor, CalendarDate, PublicText } from '@qianshou/kernel';
import { recommendForDemonstration as recommend } from '../../domain/demonstration/demonstration-process.ts';
import { mayRecommend } from '../../domain/policy.ts';
import type { OperatingStation } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from '../station/decide-on-station.ts';

export interface RecommendForDemonstrationInput extends StationTarget {
  readonly opinion: PublicText;
  /** Null: today. */
  readonly on: CalendarDate | null;
}

export const recommendForDemonstration =
  (ports: DecisionPorts) =>
  (input: RecommendForDemonstrationInput, actor: Actor): Promise<OperatingStation> =>
    decideOnStation(ports)(input, actor, {
      may: mayRecommend,
      decide: (station, { today }) =>
        recommend(station, { opinion: input.opinion, on: input.on ?? today }, today),
    });
