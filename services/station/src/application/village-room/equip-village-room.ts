import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import { mayEnter } from '../../domain/village-room/actions.ts';
import {
  equipVillageRoom as equip,
  type RoomEquipmentInput,
} from '../../domain/village-room/room-equipping.ts';
import type { VillageRoom } from '../../domain/village-room/village-room.ts';
import type { Ports } from '../ports.ts';
import type { VillageRoomTarget } from './put-village-room-right.ts';

export interface EquipVillageRoomInput extends VillageRoomTarget {
  readonly equipment: RoomEquipmentInput;
}

type Deps = Pick<Ports, 'stations' | 'villageRooms' | 'clock' | 'unitOfWork'>;

export const equipVillageRoom =
  ({ stations, villageRooms, clock, unitOfWork }: Deps) =>
  (input: EquipVillageRoomInput, actor: Actor): Promise<VillageRoom> =>
    unitOfWork.run(async () => {
      const room = await villageRooms.get(input.villageRoomId);
      const [station = null] = await stations.findMany([room.stationId]);
      mayEnter(actor, room, station);
      expectVersion(room, input.expectedVersion);
      return villageRooms.save(equip(room, input.equipment, chinaDay(clock.now())));
    });
