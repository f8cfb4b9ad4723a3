import type { Ports } from '../ports.ts';
import { assignVillageRoom } from './assign-village-room.ts';
import { closeVillageRoom } from './close-village-room.ts';
import { listVillageRooms } from './list-village-rooms.ts';
import { openVillageRoom } from './open-village-room.ts';

export function useCasesOfVillageRoom(ports: Ports) {
  return {
    assignVillageRoom: assignVillageRoom(ports),
    closeVillageRoom: closeVillageRoom(ports),
    listVillageRooms: listVillageRooms(ports),
    openVillageRoom: openVillageRoom(ports),
  };
}
