import type { Change, RegionCode } from '@qianshou/kernel';
import type { VillageRoom, VillageRoomEvent } from './village-room.ts';

/** Its village lies in another unit now. */
export function relocateRoom(
  room: VillageRoom,
  townshipCode: RegionCode,
): Change<VillageRoom, VillageRoomEvent> {
  const { demonstration, meetsStandard = false } = room;
  const before = { townshipCode: room.townshipCode };
  return {
    state: { ...room, townshipCode },
    events: [{ type: 'village-room.relocated', before, demonstration, meetsStandard }],
  };
}
