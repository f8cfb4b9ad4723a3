import {
  type Actor,
  type AskedUpdate,
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
import { roomChecklistOf, stationRulesOf } from '../../domain/county/station-rules.ts';
import type { RoomHave } from '../../domain/reference/haves.ts';
import { canTakeOverSomewhere, mayTakeOver } from '../../domain/policy.ts';
import {
  openVillageRoom,
  roomOfDay,
  type VillageRoom,
  type VillageRoomEvent,
} from '../../domain/village-room/village-room.ts';
import { mayEnter } from '../../domain/village-room/actions.ts';
import {
  villageRoomElsewhere,
  villageRoomEquippedWithNothing,
  villageRoomNotFound,
} from '../../domain/village-room/errors.ts';
import { equipVillageRoom } from '../../domain/village-room/room-equipping.ts';
import type { Workplace } from '../../domain/station/workplace.ts';
import { countyKey } from '../county/county-key.ts';
import { policyOn } from '../county/policy-on.ts';
import type { Ports } from '../ports.ts';
import type { Village } from './ports.ts';
import { CHANGED_BY, compareEquipment, equipmentSaid } from './village-room-equipment.ts';
import { readVillageRoomRow, VILLAGE_ROOM_COLUMNS, type VillageRoomRow } from './village-room-columns.ts';

type Opened = Change<VillageRoom, VillageRoomEvent>;

interface Facts {
  readonly stations: ReadonlyMap<RegionCode, Workplace>;
  /** What each village has and had. */
  readonly rooms: ReadonlyMap<string, readonly VillageRoom[]>;
  /** Today's, of each county. */
  readonly checklists: ReadonlyMap<RegionCode, readonly RoomHave[]>;
}

const ROWS_AT_ONCE = 1_000;

/** Rooms that exist already, each under the station of its township-level unit. */
export function importVillageRooms(ports: Ports): ImportKind {
  const { villageRooms, unitOfWork, clock, newId } = ports;
  const today = () => chinaDay(clock.now());
  return importKind<VillageRoomRow, Facts, Opened, Opened>({
    name: 'VILLAGE_ROOMS',
    columns: VILLAGE_ROOM_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canTakeOverSomewhere,
    parse: readVillageRoomRow,
    keyOf: villageOf,
    load: (rows) => load(ports, rows, today()),
    decide: (row, facts, actor) => decide(row, facts, actor, { newId, today: today() }),
    changedBy: CHANGED_BY,
    updates: {
      operations: ['equipVillageRoom'],
      decide: (row, facts, asked) => update(row, facts, asked, today()),
    },
    save: async (changes) => {
      await unitOfWork.hold(...changes.map(({ state }) => countyKey(state.countyCode)));
      await villageRooms.saveMany(changes);
    },
  });
}

async function load(
  { stations, villageRooms, countyPolicies }: Ports,
  rows: readonly VillageRoomRow[],
  today: CalendarDate,
): Promise<Facts> {
  const workplaces = await stations.findWorkplaces(rows.map(({ townshipCode }) => townshipCode));
  const rooms = await villageRooms.findByVillages(rows);
  const counties = [...new Set(rows.map(({ townshipCode }) => countyOf(townshipCode)))];
  const policies = await policyOn({ countyPolicies })(counties, today);
  return {
    stations: new Map(workplaces.map((station) => [station.townshipCode, station])),
    rooms: Map.groupBy(rooms, villageOf),
    checklists: new Map(
      counties.map((code, at) => [code, roomChecklistOf(stationRulesOf(policies[at] ?? null))]),
    ),
  };
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
  const opened = openVillageRoom({ id: newId('vrm'), villageName, openedOn }, station, today);
  const equipment = equipmentSaid(row, opened.state);
  if (equipment === null) return newRow(opened);
  const checklist = checklistOf(townshipCode, facts);
  const equipped = equipVillageRoom(opened.state, equipment, { today, checklist });
  return newRow({ state: equipped.state, events: [...opened.events, ...equipped.events] });
}

function checklistOf(townshipCode: RegionCode, { checklists }: Facts): readonly RoomHave[] {
  return checklists.get(countyOf(townshipCode)) ?? roomChecklistOf(stationRulesOf(null));
}

/** What the room has is put as `equipVillageRoom` puts it, by those who may. */
function update(
  row: VillageRoomRow,
  facts: Facts,
  { actor, columns }: AskedUpdate,
  today: CalendarDate,
): Opened {
  const room = roomOfDay(facts.rooms.get(villageOf(row)) ?? [], row.openedOn);
  if (room === undefined) throw villageRoomNotFound({ field: 'villageName', id: row.villageName });
  mayEnter(actor, room, facts.stations.get(room.townshipCode) ?? null);
  const equipment = equipmentSaid(row, room, columns);
  if (equipment === null) throw villageRoomEquippedWithNothing();
  return equipVillageRoom(room, equipment, { today, checklist: checklistOf(row.townshipCode, facts) });
}

/** A file names rooms that are open: one that has closed since is not opened again by it, and the caller is told. */
function compared(row: VillageRoomRow, room: VillageRoom) {
  return {
    openedOn: [row.openedOn, room.openedOn],
    status: ['OPERATING', room.status],
    ...(room.status === 'OPERATING' ? compareEquipment(row, room) : {}),
  } as const;
}
