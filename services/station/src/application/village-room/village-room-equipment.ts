import type { RoomKind } from '../../domain/reference/haves.ts';
import type { Room, Site, StationDocument } from '../../domain/station/site.ts';
import type { RoomEquipmentInput } from '../../domain/village-room/room-equipping.ts';
import { type Equipped, equipmentOf } from '../../domain/village-room/room-standard.ts';
import { newRooms, ROOM_COLUMNS } from '../station/premises-columns.ts';
import type { VillageRoomRow } from './village-room-columns.ts';

const SITE_COLUMNS = ['siteSource', 'address', 'areaSqm'] as const;
const EQUIPS = 'equipVillageRoom';

/** What changes each column of a room that is recorded already; what has no operation stands. */
export const CHANGED_BY = {
  status: 'openVillageRoom',
  siteSource: EQUIPS,
  address: EQUIPS,
  areaSqm: EQUIPS,
  caseRooms: EQUIPS,
  groupRooms: EQUIPS,
  multiRooms: EQUIPS,
  documents: EQUIPS,
} as const;

const ALL: ReadonlySet<string> = new Set(Object.keys(CHANGED_BY));

/** What a row enters, of the columns asked for; null where it says nothing that equips a room. */
export function equipmentSaid(
  row: VillageRoomRow,
  before: Equipped,
  columns: ReadonlySet<string> = ALL,
): RoomEquipmentInput | null {
  const { site, rooms, documents } = equipmentOf(before);
  const moves = SITE_COLUMNS.some((name) => columns.has(name));
  const counted = ROOM_COLUMNS.some(([name, kind]) => columns.has(name) && row.rooms.has(kind));
  const missing = columns.has('documents') ? withoutThose(row.documents, documents) : [];
  const said = {
    site: moves && row.site !== null ? placed(row.site, site) : null,
    rooms: counted ? asMany(row.rooms, rooms) : null,
    documents: missing.length === 0 ? null : missing,
  };
  return Object.values(said).every((each) => each === null) ? null : said;
}

/** An area that the file leaves open stays with the address that it belongs to. */
function placed(said: Site, before: Site | null): Site {
  const kept = before !== null && before.address === said.address ? before.areaSqm : null;
  return { ...said, areaSqm: said.areaSqm ?? kept };
}

/** As many as the file says; those that stay keep their size, and a kind of which it says nothing stays. */
function asMany(said: VillageRoomRow['rooms'], before: readonly Room[]): readonly Room[] {
  return ROOM_COLUMNS.flatMap(([, kind]) => {
    const standing = ofKind(before, kind);
    const count = said.get(kind) ?? standing.length;
    return [...standing.slice(0, count), ...newRooms(kind, count - Math.min(count, standing.length))];
  });
}

function ofKind(rooms: readonly Room[], kind: RoomKind): readonly Room[] {
  return rooms.filter((room) => room.kind === kind);
}

/** A document that is filed already stays with its own title and day. */
function withoutThose(
  said: readonly StationDocument[],
  filed: readonly StationDocument[],
): readonly StationDocument[] {
  const subjects = new Set(filed.map(({ subject }) => subject));
  return said.filter(({ subject }) => !subjects.has(subject));
}

/** Every column that equips a room in which the file says something else than the record. */
export function compareEquipment(row: VillageRoomRow, room: Equipped) {
  const { site, rooms, documents } = equipmentOf(room);
  return {
    ...sitesOf(row.site, site),
    ...Object.fromEntries(
      ROOM_COLUMNS.map(([name, kind]) => {
        const said = row.rooms.get(kind);
        return [
          name,
          [said === undefined ? null : String(said), String(ofKind(rooms, kind).length)] as const,
        ];
      }),
    ),
    documents: [
      withoutThose(row.documents, documents).length === 0 ? null : subjectsOf(row.documents),
      subjectsOf(documents),
    ] as const,
  };
}

function sitesOf(said: Site | null, stands: Site | null) {
  if (said === null) return {};
  return {
    siteSource: [said.source, stands?.source ?? null],
    address: [said.address, stands?.address ?? null],
    areaSqm: [inWords(said.areaSqm), inWords(stands?.areaSqm ?? null)],
  } as const;
}

function inWords(count: number | null): string | null {
  return count === null ? null : String(count);
}

function subjectsOf(documents: readonly StationDocument[]): string {
  return documents
    .map(({ subject }) => subject)
    .toSorted()
    .join(';');
}
