import { type CalendarDate, chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
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

type Deps = Pick<Ports, 'villageRooms' | 'clock' | 'unitOfWork'>;

export const closeVillageRoom = ({
  villageRooms,
  clock,
  unitOfWork,
}: Deps): Command<CloseVillageRoomInput, ClosedRoom> =>
  decision(unitOfWork, {
    load: ({ villageRoomId }: CloseVillageRoomInput) => villageRooms.get(villageRoomId),
    may: (actor, { townshipCode }) => mayOverseeRooms(actor, townshipCode),
    decide: (room, { reason, closedOn }) => {
      const today = chinaDay(clock.now());
      return close(room, { reason, on: closedOn ?? today }, today);
    },
    save: villageRooms.save,
  });
