import { type Actor, expectVersion } from '@qianshou/kernel';
import type { StationId } from '../domain/ids.ts';
import { mayPrepare } from '../domain/policy.ts';
import type { Room, Station } from '../domain/station.ts';
import { addRooms as add } from '../domain/station-preparation.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'stations'>;

export interface AddRoomsInput {
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
  readonly rooms: readonly Room[];
}

export const addRooms =
  ({ stations }: Deps) =>
  async (input: AddRoomsInput, actor: Actor): Promise<Station> => {
    const station = await stations.get(input.stationId);
    mayPrepare(actor, station);
    expectVersion(station, input.expectedVersion);
    return stations.save(add(station, input.rooms));
  };
