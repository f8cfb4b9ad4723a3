import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { VillageRoomId } from '../../domain/ids.ts';
import { mayLeadConstruction } from '../../domain/policy.ts';
import {
  chooseDemonstrationRoom as choose,
  type VillageRoom,
} from '../../domain/village-room/village-room.ts';
import { roomChecklistOf, stationRulesOf } from '../../domain/county/station-rules.ts';
import { policyOn } from '../county/policy-on.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'villageRooms' | 'countyPolicies' | 'unitOfWork' | 'clock'>;

export interface ChooseDemonstrationRoomInput {
  readonly villageRoomId: VillageRoomId;
  readonly expectedVersion: number | null;
}

export const chooseDemonstrationRoom =
  ({ villageRooms, countyPolicies, unitOfWork, clock }: Deps) =>
  (input: ChooseDemonstrationRoomInput, actor: Actor): Promise<VillageRoom> =>
    unitOfWork.run(async () => {
      const room = await villageRooms.get(input.villageRoomId);
      mayLeadConstruction(actor, room.countyCode);
      expectVersion(room, input.expectedVersion);
      await unitOfWork.hold(`demonstration-rooms:${room.countyCode}`);
      const today = chinaDay(clock.now());
      const [policy = null] = await policyOn({ countyPolicies })([room.countyCode], today);
      const chosen = await villageRooms.countDemonstrations(room.countyCode);
      const checklist = roomChecklistOf(stationRulesOf(policy));
      const facts = { planned: policy?.demonstrationRooms ?? null, chosen, checklist };
      return villageRooms.save(choose(room, facts, today));
    });
