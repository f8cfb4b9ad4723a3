import {
  type Actor,
  type CalendarDate,
  type Change,
  chinaDay,
  countyOf,
  type ImportKind,
  importKind,
  knownRow,
  type NewId,
  newRow,
  type RegionCode,
  type RowDecision,
} from '@qianshou/kernel';
import { canTakeOverSomewhere, mayTakeOver } from '../../domain/policy.ts';
import {
  openVillageRoom,
  roomOfDay,
  type VillageRoom,
  type VillageRoomEvent,
} from '../../domain/village-room/village-room.ts';
import { villageRoomElsewhere } from '../../domain/village-room/errors.ts';
import type { Workplace } from '../../domain/station/workplace.ts';
import type { Ports } from '../ports.ts';
import type { Village } from './ports.ts';
import { readVillageRoomRow, VILLAGE_ROOM_COLUMNS, type VillageRoomRow } from './village-room-columns.ts';

type Opened = Change<VillageRoom, VillageRoomEvent>;

interface Facts {
  readonly stations: ReadonlyMap<RegionCode, Workplace>;
  /** What each village has and had. */
  readonly rooms: ReadonlyMap<string, readonly VillageRoom[]>;
}

const ROWS_AT_ONCE = 1_000;

/** Rooms that exist already, each under the station of its township-level unit. */
export function importVillageRooms({ stations, villageRooms, clock, newId }: Ports): ImportKind {
  return importKind<VillageRoomRow, Facts, Opened>({
    name: 'VILLAGE_ROOMS',
    columns: VILLAGE_ROOM_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canTakeOverSomewhere,
    parse: readVillageRoomRow,
    keyOf: villageOf,
    load: async (rows) => {
      const workplaces = await stations.findWorkplaces(rows.map(({ townshipCode }) => townshipCode));
      const rooms = await villageRooms.findByVillages(rows);
      return {
        stations: new Map(workplaces.map((station) => [station.townshipCode, station])),
        rooms: Map.groupBy(rooms, villageOf),
      };
    },
    decide: (row, facts, actor) => decide(row, facts, actor, { newId, today: chinaDay(clock.now()) }),
    changedBy: { status: 'openVillageRoom' },
    save: villageRooms.saveMany,
  });
}

function villageOf({ townshipCode, villageName }: Village): string {
  return `${townshipCode}/${villageName}`;
}

function decide(
  row: VillageRoomRow,
  facts: Facts,
  actor: Actor,
  { newId, today }: { readonly newId: NewId; readonly today: CalendarDate },
): RowDecision<Opened> {
  const { townshipCode, villageName, openedOn } = row;
  mayTakeOver(actor, countyOf(townshipCode));
  const room = roomOfDay(facts.rooms.get(villageOf(row)) ?? [], openedOn);
  if (room !== undefined) return knownRow(compared(row, room));
  const station = facts.stations.get(townshipCode);
  if (station === undefined) throw villageRoomElsewhere({ field: 'townshipCode', stationStatus: null });
  return newRow(openVillageRoom({ id: newId('vrm'), villageName, openedOn }, station, today));
}

/** A file names rooms that are open: one that has closed since is not opened again by it, and the caller is told. */
function compared({ openedOn }: VillageRoomRow, room: VillageRoom) {
  return { openedOn: [openedOn, room.openedOn], status: ['OPERATING', room.status] } as const;
}
