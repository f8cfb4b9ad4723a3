import {
  type ActionRule,
  type Actor,
  type CalendarDate,
  canPutRight,
  offered,
  permit,
} from '@qianshou/kernel';
import type { StationRules } from '../county/station-rules.ts';
import { canLeadConstruction, canOverseeRooms, canPrepare } from '../policy.ts';
import type { Workplace } from '../station/workplace.ts';
import type { VillageRoom, VillageRoomStatus } from './village-room.ts';
import { puttingRight } from './village-room-correction.ts';

/** Who may at all; which room it is possible for now is said beside it. */
type Party = 'LEADS' | 'OVERSEES' | 'ENTERS' | 'PUTS_RIGHT';

/** With the station that the unit has now; null where the last one is closed. */
type Facts = readonly [room: VillageRoom, station: Workplace | null];

const is =
  (...statuses: readonly VillageRoomStatus[]) =>
  ({ status }: VillageRoom): boolean =>
    statuses.includes(status);

const ACTIONS = {
  CHOOSE_DEMONSTRATION_ROOM: {
    by: 'LEADS',
    when: ({ status, demonstration, meetsStandard }) =>
      status === 'OPERATING' && !demonstration && meetsStandard === true,
  },
  EQUIP_VILLAGE_ROOM: { by: 'ENTERS', when: is('OPERATING') },
  ASSIGN_VILLAGE_ROOM: {
    by: 'OVERSEES',
    when: ({ status, stationId }, station) =>
      status === 'OPERATING' && station?.status === 'OPERATING' && station.id !== stationId,
  },
  CLOSE_VILLAGE_ROOM: { by: 'OVERSEES', when: is('OPERATING') },
  CORRECT_VILLAGE_ROOM: { by: 'PUTS_RIGHT', when: is('OPERATING', 'CLOSED') },
  STRIKE_VILLAGE_ROOM: { by: 'PUTS_RIGHT', when: is('OPERATING', 'CLOSED') },
  STRIKE_DEMONSTRATION_ROOM: { by: 'LEADS', when: ({ demonstration }) => demonstration },
} as const satisfies Record<string, ActionRule<Party, Facts>>;

export type VillageRoomAction = keyof typeof ACTIONS;

interface Asked {
  /** Of the room; null where its station is not there any more. */
  readonly own: Workplace | null;
  /** The station that the unit has now. */
  readonly station: Workplace | null;
  readonly rules: StationRules;
  readonly today: CalendarDate;
}

/** What this caller may do with this room now; of a closed one, no more than putting right what was entered. */
export function villageRoomActions(
  actor: Actor,
  room: VillageRoom,
  { own, station, ...facts }: Asked,
): readonly VillageRoomAction[] {
  const mayRecord = canEnter(actor, room, own);
  const parties = {
    LEADS: canLeadConstruction(actor, room.countyCode),
    OVERSEES: canOverseeRooms(actor, room.townshipCode),
    ENTERS: mayRecord,
    PUTS_RIGHT: canPutRight(actor, puttingRight(room, { ...facts, mayRecord })),
  };
  return offered<VillageRoomAction, Party, Facts>(ACTIONS, parties, room, station);
}

/** Those who prepare the station of the room, and the authorities of its unit whatever became of that station. */
export function canEnter(actor: Actor, { townshipCode }: VillageRoom, station: Workplace | null): boolean {
  return canOverseeRooms(actor, townshipCode) || (station !== null && canPrepare(actor, station));
}

export function mayEnter(actor: Actor, room: VillageRoom, station: Workplace | null): void {
  permit(canEnter(actor, room, station));
}
