import type { Actor, Grounds } from '@qianshou/kernel';
import type { VillageRoom } from '../../domain/village-room/village-room.ts';
import {
  type CorrectedRoom,
  correctVillageRoom as correct,
} from '../../domain/village-room/village-room-correction.ts';
import {
  putVillageRoomRight,
  type PutRoomRightPorts,
  type VillageRoomTarget,
} from './put-village-room-right.ts';

export interface CorrectVillageRoomInput extends VillageRoomTarget, Grounds {
  readonly corrected: CorrectedRoom;
}

export const correctVillageRoom =
  (ports: PutRoomRightPorts) =>
  ({ corrected, ...input }: CorrectVillageRoomInput, actor: Actor): Promise<VillageRoom> =>
    putVillageRoomRight(ports)(input, actor, (room, today) => correct(room, corrected, { ...input, today }));
