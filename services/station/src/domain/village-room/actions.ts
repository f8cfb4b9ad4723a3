import { type ActionRule, type Actor, offered } from '@qianshou/kernel';
import { canLeadConstruction, canOverseeRooms } from '../policy.ts';
import type { VillageRoom } from './village-room.ts';
import type { Workplace } from '../station/workplace.ts';

/** Who may at all; which room it is possible for now is said beside it. */
type Party = 'LEADS' | 'OVERSEES';

/** With the station that the unit has now; null where the last one is closed. */
type Facts = readonly [room: VillageRoom, station: Workplace | null];

const ACTIONS = {
  CHOOSE_DEMONSTRATION_ROOM: { by: 'LEADS', when: ({ demonstration }) => !demonstration },
  ASSIGN_VILLAGE_ROOM: {
    by: 'OVERSEES',
    when: ({ stationId }, station) => station?.status === 'OPERATING' && station.id !== stationId,
  },
  CLOSE_VILLAGE_ROOM: { by: 'OVERSEES', when: () => true },
} as const satisfies Record<string, ActionRule<Party, Facts>>;

export type VillageRoomAction = keyof typeof ACTIONS;

/** What this caller may do with this room now; nothing with a closed one. */
export function villageRoomActions(
  actor: Actor,
  room: VillageRoom,
  station: Workplace | null,
): readonly VillageRoomAction[] {
  if (room.status === 'CLOSED') return [];
  const parties = {
    LEADS: canLeadConstruction(actor, room.countyCode),
    OVERSEES: canOverseeRooms(actor, room.townshipCode),
  };
  return offered<VillageRoomAction, Party, Facts>(ACTIONS, parties, room, station);
}
