import { type Actor, type Grounds, mayPutRight } from '@qianshou/kernel';
import { canPrepare } from '../../domain/policy.ts';
import { correctRooms as correct, puttingRight } from '../../domain/station/room-correction.ts';
import type { Room } from '../../domain/station/site.ts';
import type { Station } from '../../domain/station/station.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface CorrectRoomsInput extends StationTarget, Grounds {
  readonly rooms: readonly Room[];
}

export const correctRooms =
  (ports: DecisionPorts) =>
  (input: CorrectRoomsInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: () => undefined,
      decide: (station, facts) => {
        mayPutRight(actor, puttingRight(station, { ...facts, mayRecord: canPrepare(actor, station) }));
        return correct(station, input.rooms, { ...input, today: facts.today });
      },
    });
