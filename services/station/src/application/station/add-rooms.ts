import { type Actor, recordedBy } from '@qianshou/kernel';
import { mayPrepare, PREPARERS } from '../../domain/policy.ts';
import type { Room } from '../../domain/station/site.ts';
import type { Station } from '../../domain/station/station.ts';
import { placeOf } from '../../domain/station/workplace.ts';
import { addRooms as add } from '../../domain/station/station-preparation.ts';
import { decideOnStation, type DecisionPorts, type StationTarget } from './decide-on-station.ts';

export interface AddRoomsInput extends StationTarget {
  readonly rooms: readonly Room[];
}

export const addRooms =
  (ports: DecisionPorts) =>
  (input: AddRoomsInput, actor: Actor): Promise<Station> =>
    decideOnStation(ports)(input, actor, {
      may: mayPrepare,
      decide: (station, { today }) => {
        const recorded = recordedBy(actor, today, { roles: PREPARERS, ...placeOf(station) });
        return add(station, input.rooms, recorded);
      },
    });
