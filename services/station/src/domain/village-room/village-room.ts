import type { CalendarDate, Change, PublicText, RegionCode, Struck, Versioned } from '@qianshou/kernel';
import { type DemonstrationFacts, refuseBeyondPlan } from '../demonstration/demonstration.ts';
import { demonstrationAlready, demonstrationNotBuilt } from '../demonstration/errors.ts';
import { dateInFuture } from '../reference/errors.ts';
import type { StationId, VillageRoomId } from '../ids.ts';
import { refuseOutOfTime, type Stop } from '../reference/stop.ts';
import {
  villageRoomBelowStandard,
  villageRoomClosed,
  villageRoomElsewhere,
  villageRoomStruck,
  villageRoomThereAlready,
} from './errors.ts';
import type { Have, RoomHave } from '../reference/haves.ts';
import type { Workplace } from '../station/workplace.ts';
import { lackingInRoom, type RoomEquipment } from './room-standard.ts';

/** A village or community room (社工室), the third level below centre and station. */
interface VillageRoomRecord extends Versioned {
  readonly id: VillageRoomId;
  readonly villageName: PublicText;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  /** Stays when that station closes, until the room is assigned to the unit's next one. */
  readonly stationId: StationId;
  readonly demonstration: boolean;
  readonly demonstrationSince: CalendarDate | null;
  readonly openedOn: CalendarDate;
  /** STA-8: what it has of the standard; absent in records of before. */
  readonly equipment?: RoomEquipment | null;
  /** Whether that is all of its checklist. */
  readonly meetsStandard?: boolean;
  /** What it said before it was corrected, oldest first; absent in records of before. */
  readonly corrections?: readonly RoomCorrection[];
}

/** What stood before a correction, and why it was corrected. */
export interface RoomCorrection extends Struck {
  readonly villageName: PublicText;
  readonly openedOn: CalendarDate;
  /** Where the choice as a demonstration room was struck out: since when it had been one. */
  readonly demonstrationSince?: CalendarDate | null;
}

export interface OperatingRoom extends VillageRoomRecord {
  readonly status: 'OPERATING';
  readonly closure: null;
}

export interface ClosedRoom extends VillageRoomRecord {
  readonly status: 'CLOSED';
  readonly closure: RoomClosure;
}

export interface RoomClosure {
  readonly reason: PublicText;
  readonly closedOn: CalendarDate;
}

/** Entered by mistake: it is listed only where it is asked for. */
export interface StruckRoom extends VillageRoomRecord {
  readonly status: 'STRUCK';
  readonly closure: null;
  readonly struck: Struck;
}

export type VillageRoom = OperatingRoom | ClosedRoom | StruckRoom;
export type VillageRoomStatus = VillageRoom['status'];

export type VillageRoomEvent =
  | { readonly type: 'village-room.opened'; readonly openedOn: CalendarDate }
  | { readonly type: 'village-room.chosen'; readonly selectedOn: CalendarDate }
  | { readonly type: 'village-room.assigned'; readonly formerStationId: StationId }
  | {
      readonly type: 'village-room.closed';
      readonly closedOn: CalendarDate;
      readonly wasDemonstration: boolean;
      /** Only where it did. */
      readonly metStandard?: true;
    }
  | {
      readonly type: 'village-room.equipped';
      readonly meetsStandard: boolean;
      readonly lacking: readonly Have[];
      readonly before: { readonly meetsStandard: boolean };
    }
  | {
      readonly type: 'village-room.struck';
      readonly wasOperating: boolean;
      readonly wasDemonstration: boolean;
      readonly metStandard?: true;
    }
  | {
      readonly type: 'village-room.corrected';
      readonly openedOn: CalendarDate;
      readonly before: { readonly openedOn: CalendarDate };
    }
  | {
      readonly type: 'village-room.relocated';
      readonly before: { readonly townshipCode: RegionCode };
      readonly demonstration: boolean;
      readonly meetsStandard: boolean;
    }
  | { readonly type: 'village-room.choiceStruck'; readonly selectedOn: CalendarDate };

export interface OpenRoomInput {
  readonly id: VillageRoomId;
  readonly villageName: PublicText;
  readonly openedOn: CalendarDate;
}

/** STA-8: a room follows the standard of the station it belongs to, so that station must be working. */
export function openVillageRoom(
  input: OpenRoomInput,
  station: Workplace,
  today: CalendarDate,
): Change<OperatingRoom, VillageRoomEvent> {
  if (station.status !== 'OPERATING') throw villageRoomElsewhere({ stationStatus: station.status });
  if (input.openedOn > today) throw dateInFuture({ field: 'openedOn', day: input.openedOn, today });
  const state: OperatingRoom = {
    ...input,
    version: 0,
    stationId: station.id,
    townshipCode: station.townshipCode,
    countyCode: station.countyCode,
    demonstration: false,
    demonstrationSince: null,
    status: 'OPERATING',
    closure: null,
  };
  return { state, events: [{ type: 'village-room.opened', openedOn: input.openedOn }] };
}

/** STA-5: one of the county's demonstration rooms, chosen among those already built that meet the standard (STA-8). */
export function chooseDemonstrationRoom(
  room: VillageRoom,
  facts: DemonstrationFacts & { readonly checklist: readonly RoomHave[] },
  selectedOn: CalendarDate,
): Change<OperatingRoom, VillageRoomEvent> {
  if (room.status === 'STRUCK') throw villageRoomStruck({ on: room.struck.on });
  if (room.status !== 'OPERATING') throw demonstrationNotBuilt({ status: room.status });
  if (room.demonstration) throw demonstrationAlready({ villageRoomId: room.id });
  const lacking = lackingInRoom(room, facts.checklist);
  if (lacking.length > 0) throw villageRoomBelowStandard({ missing: lacking });
  refuseBeyondPlan(facts);
  return {
    state: { ...room, demonstration: true, demonstrationSince: selectedOn },
    events: [{ type: 'village-room.chosen', selectedOn }],
  };
}

/**
 * STA-8: a room outlives its station. When the unit has another one that operates, the room is assigned to it; by STA-1
 * a unit has another one only once the first is closed.
 */
export function assignVillageRoom(
  room: VillageRoom,
  station: Workplace,
): Change<OperatingRoom, VillageRoomEvent> {
  const open = mustOperate(room);
  if (station.townshipCode !== room.townshipCode || station.status !== 'OPERATING') {
    throw villageRoomElsewhere({ stationStatus: station.status });
  }
  if (station.id === room.stationId) throw villageRoomThereAlready({ stationId: station.id });
  return {
    state: { ...open, stationId: station.id },
    events: [{ type: 'village-room.assigned', formerStationId: room.stationId }],
  };
}

/** Closes a room for good. It is no demonstration room any more: its place in the county's number is free (STA-5). */
export function closeVillageRoom(
  room: VillageRoom,
  { reason, on }: Stop,
  today: CalendarDate,
): Change<ClosedRoom, VillageRoomEvent> {
  const { demonstration: wasDemonstration, openedOn, ...open } = mustOperate(room);
  refuseOutOfTime(on, openedOn, today);
  return {
    state: {
      ...open,
      openedOn,
      demonstration: false,
      demonstrationSince: null,
      status: 'CLOSED',
      closure: { reason, closedOn: on },
    },
    events: [{ type: 'village-room.closed', closedOn: on, wasDemonstration, ...toldStandard(room) }],
  };
}

/** Of the rooms that a village had one after the other: the one that a file means which says that it opened on this day. */
export function roomOfDay(rooms: readonly VillageRoom[], openedOn: CalendarDate): VillageRoom | undefined {
  const inOrder = rooms.toSorted((one, other) => (lastDay(one) < lastDay(other) ? -1 : 1));
  return inOrder.find((room) => lastDay(room) >= openedOn);
}

const NEVER = '9999-12-31' as CalendarDate;

function lastDay({ closure }: VillageRoom): CalendarDate {
  return closure?.closedOn ?? NEVER;
}

/** What a room that counts no more takes out of the figures. */
export function toldStandard({ meetsStandard }: Pick<VillageRoom, 'meetsStandard'>): { metStandard?: true } {
  return meetsStandard === true ? { metStandard: true } : {};
}

export function mustOperate(room: VillageRoom): OperatingRoom {
  if (room.status === 'CLOSED') throw villageRoomClosed({ on: room.closure.closedOn });
  if (room.status === 'STRUCK') throw villageRoomStruck({ on: room.struck.on });
  return room;
}
