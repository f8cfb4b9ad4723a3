import { MECHANISMS, REGIMES, type RoomHave } from '../reference/haves.ts';
import type { HaveStanding } from '../station/checklist-standing.ts';
import type { Room, Site, StationDocument } from '../station/site.ts';

/** What a village room has of the standard of a station. */
export interface RoomEquipment {
  readonly site: Site | null;
  readonly rooms: readonly Room[];
  readonly documents: readonly StationDocument[];
}

export interface Equipped {
  readonly equipment?: RoomEquipment | null;
}

const NOTHING: RoomEquipment = { site: null, rooms: [], documents: [] };

/** Rooms of before are equipped with nothing that anybody entered. */
export function equipmentOf({ equipment }: Equipped): RoomEquipment {
  return equipment ?? NOTHING;
}

/**
 * STA-8: the checklist of a village room, lighter than that of its station: whose people and activities serve it. Which
 * items it has is its county's policy; by default a room has premises, a place to work in, and at least one regime and
 * one mechanism in writing; the number is ours.
 */
const STANDARD: Readonly<Record<RoomHave, (equipment: RoomEquipment) => readonly string[]>> = {
  SITE: ({ site }) => (site === null ? ['SITE'] : []),
  FUNCTION: ({ rooms }) => (rooms.length === 0 ? ['ROOM'] : []),
  REGIME: ({ documents }) => [
    ...(hasOneOf(documents, REGIMES) ? [] : ['REGIME']),
    ...(hasOneOf(documents, MECHANISMS) ? [] : ['MECHANISM']),
  ],
};

function hasOneOf(documents: readonly StationDocument[], subjects: readonly string[]): boolean {
  return documents.some(({ subject }) => subjects.includes(subject));
}

export function standingOfRoom(room: Equipped, checklist: readonly RoomHave[]): readonly HaveStanding[] {
  const equipment = equipmentOf(room);
  return checklist.map((have) => {
    const missing = STANDARD[have](equipment);
    return { have, provenByRecords: true, met: missing.length === 0, missing };
  });
}

export function lackingInRoom(room: Equipped, checklist: readonly RoomHave[]): readonly RoomHave[] {
  const equipment = equipmentOf(room);
  return checklist.filter((have) => STANDARD[have](equipment).length > 0);
}

/** All of its checklist, some of it, nothing of it (达标灯). */
export type StandardLight = 'GREEN' | 'YELLOW' | 'RED';

export function lightOf(room: Equipped, checklist: readonly RoomHave[]): StandardLight {
  const standing = standingOfRoom(room, checklist);
  if (standing.every(({ met }) => met)) return 'GREEN';
  return standing.some(({ met }) => met) ? 'YELLOW' : 'RED';
}
