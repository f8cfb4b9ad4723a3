import { type Actor, type CalendarDate, type Change, expectVersion } from '@qianshou/kernel';
import type { VillageRoomId } from '../../domain/ids.ts';
import { canEnter } from '../../domain/village-room/actions.ts';
import type { VillageRoom, VillageRoomEvent } from '../../domain/village-room/village-room.ts';
import { puttingRight } from '../../domain/village-room/village-room-correction.ts';
import { mayPutRightToday } from '../county/put-right-today.ts';
import type { Ports } from '../ports.ts';

export type PutRoomRightPorts = Pick<
  Ports,
  'stations' | 'villageRooms' | 'countyPolicies' | 'unitOfWork' | 'clock'
>;

/** Which room, and which version the caller read. */
export interface VillageRoomTarget {
  readonly villageRoomId: VillageRoomId;
  readonly expectedVersion: number | null;
}

/** Load, see who may, decide, save. */
export const putVillageRoomRight =
  (ports: PutRoomRightPorts) =>
  <Saved extends VillageRoom>(
    { villageRoomId, expectedVersion }: VillageRoomTarget,
    actor: Actor,
    decide: (room: VillageRoom, today: CalendarDate) => Change<Saved, VillageRoomEvent>,
  ): Promise<Saved> =>
    ports.unitOfWork.run(async () => {
      const room = await ports.villageRooms.get(villageRoomId);
      const [station = null] = await ports.stations.findMany([room.stationId]);
      const mayRecord = canEnter(actor, room, station);
      const { today } = await mayPutRightToday(ports)(actor, room, mayRecord, puttingRight);
      expectVersion(room, expectedVersion);
      return ports.villageRooms.save(decide(room, today));
    });
