import { type Actor, chinaDay, expectVersion, type Grounds } from '@qianshou/kernel';
import type { VillageRoomId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import type { VillageRoom } from '../../domain/village-room/village-room.ts';
import { strikeDemonstrationRoom as strike } from '../../domain/village-room/village-room-correction.ts';
import type { Ports } from '../ports.ts';

export interface StrikeDemonstrationRoomInput extends Grounds {
  readonly villageRoomId: VillageRoomId;
  readonly expectedVersion: number | null;
}

/** The choice is the bureau's: no other office takes it back. */
export const strikeDemonstrationRoom =
  ({ villageRooms, clock }: Pick<Ports, 'villageRooms' | 'clock'>) =>
  async (input: StrikeDemonstrationRoomInput, actor: Actor): Promise<VillageRoom> => {
    const room = await villageRooms.get(input.villageRoomId);
    mayLeadConstruction(actor, room.countyCode);
    expectVersion(room, input.expectedVersion);
    return villageRooms.save(strike(room, input, chinaDay(clock.now())));
  };
