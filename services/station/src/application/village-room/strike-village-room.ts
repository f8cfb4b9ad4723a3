import type { Actor, Grounds } from '@qianshou/kernel';
import type { VillageRoom } from '../../domain/village-room/village-room.ts';
import { strikeVillageRoom as strike } from '../../domain/village-room/village-room-correction.ts';
import {
  putVillageRoomRight,
  type PutRoomRightPorts,
  type VillageRoomTarget,
} from './put-village-room-right.ts';

export const strikeVillageRoom =
  (ports: PutRoomRightPorts) =>
  (input: VillageRoomTarget & Grounds, actor: Actor): Promise<VillageRoom> =>
    putVillageRoomRight(ports)(input, actor, (room, today) => strike(room, input, today));
