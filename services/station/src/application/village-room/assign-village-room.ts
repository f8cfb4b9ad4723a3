import { type Actor, expectVersion } from '@qianshou/kernel';
import type { StationId, VillageRoomId } from '../../domain/ids.ts';
import { mayOverseeRooms } from '../../domain/policy.ts';
import { assignVillageRoom as assign, type OperatingRoom } from '../../domain/village-room/village-room.ts';
import type { Ports } from '../ports.ts';

export interface AssignVillageRoomInput {
  readonly villageRoomId: VillageRoomId;
  readonly stationId: StationId;
  readonly expectedVersion: number | null;
}

export const assignVillageRoom =
  ({ stations, villageRooms }: Pick<Ports, 'stations' | 'villageRooms'>) =>
  async (input: AssignVillageRoomInput, actor: Actor): Promise<OperatingRoom> => {
    const room = await villageRooms.get(input.villageRoomId);
    mayOverseeRooms(actor, room.townshipCode);
    expectVersion(room, input.expectedVersion);
    return villageRooms.save(assign(room, await stations.get(input.stationId)));
  };
