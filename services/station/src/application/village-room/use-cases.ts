import type { Ports } from '../ports.ts';
import { assignVillageRoom } from './assign-village-room.ts';
import { closeVillageRoom } from './close-village-room.ts';
import { correctVillageRoom } from './correct-village-room.ts';
import { equipVillageRoom } from './equip-village-room.ts';
import { listVillageRooms } from './list-village-rooms.ts';
import { openVillageRoom } from './open-village-room.ts';
import { strikeVillageRoom } from './strike-village-room.ts';

export function useCasesOfVillageRoom(ports: Ports) {
  return {
    assignVillageRoom: assignVillageRoom(ports),
    closeVillageRoom: closeVillageRoom(ports),
    correctVillageRoom: correctVillageRoom(ports),
    equipVillageRoom: equipVillageRoom(ports),
    listVillageRooms: listVillageRooms(ports),
    openVillageRoom: openVillageRoom(ports),
    strikeVillageRoom: strikeVillageRoom(ports),
  };
}
