import { type Actor, expectVersion } from '@qianshou/kernel';
import { mayEnter } from '../../domain/village-room/actions.ts';
import {
  equipVillageRoom as equip,
  type RoomEquipmentInput,
} from '../../domain/village-room/room-equipping.ts';
import type { VillageRoom } from '../../domain/village-room/village-room.ts';
import { roomChecklistOf } from '../../domain/county/station-rules.ts';
import { countyKey } from '../county/county-key.ts';
import { factsOf } from '../county/rules-of-county.ts';
import type { Ports } from '../ports.ts';
import type { VillageRoomTarget } from './put-village-room-right.ts';

export interface EquipVillageRoomInput extends VillageRoomTarget {
  readonly equipment: RoomEquipmentInput;
}

type Deps = Pick<Ports, 'stations' | 'villageRooms' | 'countyPolicies' | 'clock' | 'unitOfWork'>;

export const equipVillageRoom =
  ({ stations, villageRooms, unitOfWork, ...ports }: Deps) =>
  (input: EquipVillageRoomInput, actor: Actor): Promise<VillageRoom> =>
    unitOfWork.run(async () => {
      const room = await villageRooms.get(input.villageRoomId);
      const [station = null] = await stations.findMany([room.stationId]);
      mayEnter(actor, room, station);
      expectVersion(room, input.expectedVersion);
      await unitOfWork.hold(countyKey(room.countyCode));
      const { today, rules } = await factsOf(ports, room);
      return villageRooms.save(equip(room, input.equipment, { today, checklist: roomChecklistOf(rules) }));
    });
