import { type Actor, type CalendarDate, chinaDay, expectVersion, type PublicText } from '@qianshou/kernel';
import type { VillageRoomId } from '../../domain/ids.ts';
import { mayOverseeRooms } from '../../domain/policy.ts';
import { type ClosedRoom, closeVillageRoom as close } from '../../domain/village-room/village-room.ts';
import type { Ports } from '../ports.ts';

export interface CloseVillageRoomInput {
  readonly villageRoomId: VillageRoomId;
  readonly expectedVersion: number | null;
  readonly reason: PublicText;
  /** Null: today. */
  readonly closedOn: CalendarDate | null;
}

export const closeVillageRoom =
  ({ villageRooms, clock }: Pick<Ports, 'villageRooms' | 'clock'>) =>
  async (input: CloseVillageRoomInput, actor: Actor): Promise<ClosedRoom> => {
    const room = await villageRooms.get(input.villageRoomId);
    mayOverseeRooms(actor, room.townshipCode);
    expectVersion(room, input.expectedVersion);
    const today = chinaDay(clock.now());
    return villageRooms.save(close(room, { reason: input.reason, on: input.closedOn ?? today }, today));
  };
