import type { Actor, PublicText } from '@qianshou/kernel';
import type { ActivityId } from '../domain/ids.ts';
import { mayPrepare } from '../domain/policy.ts';
import type { Station } from '../domain/station.ts';
import { strikeActivity as strike } from '../domain/station-preparation.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface StrikeActivityInput extends StationTarget {
  readonly activityId: ActivityId;
  readonly reason: PublicText;
}

export const strikeActivity =
  (ports: DecisionPorts) =>
  (input: StrikeActivityInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station, { today }) => strike(station, input, today),
    });
