import { type Actor, chinaDay } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import { mayPrepare } from '../../domain/policy.ts';
import {
  openVillageRoom as open,
  type OpenRoomInput,
  type VillageRoom,
} from '../../domain/village-room/village-room.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'stations' | 'villageRooms' | 'clock' | 'newId'>;

export interface OpenVillageRoomInput extends Omit<OpenRoomInput, 'id'> {
  readonly stationId: StationId;
}

export const openVillageRoom =
  ({ stations, villageRooms, clock, newId }: Deps) =>
  async ({ stationId, ...input }: OpenVillageRoomInput, actor: Actor): Promise<VillageRoom> => {
    const station = await stations.get(stationId);
    mayPrepare(actor, station);
    return villageRooms.save(open({ ...input, id: newId('vrm') }, station, chinaDay(clock.now())));
  };
