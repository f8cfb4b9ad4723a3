import { type CalendarDate, type Change, listFull } from '@qianshou/kernel';
import { MECHANISMS, REGIMES, type RoomHave } from '../reference/haves.ts';
import { dateInFuture } from '../reference/errors.ts';
import type { Room, Site, StationDocument } from '../station/site.ts';
import { refuseImpossibleRooms, refuseImpossibleSite } from '../station/station-preparation.ts';
import { villageRoomEquippedWithNothing } from './errors.ts';
import { equipmentOf, lackingInRoom, type RoomEquipment } from './room-standard.ts';
import { mustOperate, type OperatingRoom, type VillageRoom, type VillageRoomEvent } from './village-room.ts';

/** What is left out stays; the premises and the list of rooms take the place of those before, a document that of its subject. */
export interface RoomEquipmentInput {
  readonly site: Site | null;
  readonly rooms: readonly Room[] | null;
  readonly documents: readonly StationDocument[] | null;
}

/** The day, and what the county's rooms are measured by on it. */
export interface StandardFacts {
  readonly today: CalendarDate;
  readonly checklist: readonly RoomHave[];
}

/** STA-8: what the room has now. Entered again, it is put right: only how it stands counts. */
export function equipVillageRoom(
  room: VillageRoom,
  input: RoomEquipmentInput,
  { today, checklist }: StandardFacts,
): Change<OperatingRoom, VillageRoomEvent> {
  const operating = mustOperate(room);
  if (Object.values(input).every((said) => said === null)) throw villageRoomEquippedWithNothing();
  const equipment = entered(input, equipmentOf(operating), today);
  return measured({ ...operating, equipment }, checklist);
}

/** STA-8: its county asks for another checklist: told only where the room comes to meet it, or meets it no longer. */
export function followRoomChecklist(
  room: OperatingRoom,
  checklist: readonly RoomHave[],
): Change<OperatingRoom, VillageRoomEvent> {
  const change = measured(room, checklist);
  return change.state.meetsStandard === (room.meetsStandard === true) ? { state: room, events: [] } : change;
}

function measured(
  room: OperatingRoom,
  checklist: readonly RoomHave[],
): Change<OperatingRoom, VillageRoomEvent> {
  const lacking = lackingInRoom(room, checklist);
  const meetsStandard = lacking.length === 0;
  const before = { meetsStandard: room.meetsStandard === true };
  return {
    state: { ...room, meetsStandard },
    events: [{ type: 'village-room.equipped', meetsStandard, lacking, before }],
  };
}

function entered(
  { site, rooms, documents }: RoomEquipmentInput,
  before: RoomEquipment,
  today: CalendarDate,
): RoomEquipment {
  const newer = documents ?? [];
  refuseImpossible({ site, rooms: rooms ?? [], documents: newer }, today);
  return {
    site: site ?? before.site,
    rooms: rooms ?? before.rooms,
    documents: filed(before.documents, newer),
  };
}

const MOST_DOCUMENTS = REGIMES.length + MECHANISMS.length;

function refuseImpossible({ site, rooms, documents }: RoomEquipment, today: CalendarDate): void {
  if (site !== null) refuseImpossibleSite(site);
  refuseImpossibleRooms(rooms);
  if (documents.length > MOST_DOCUMENTS) throw listFull({ field: 'documents', most: MOST_DOCUMENTS });
  for (const { filedOn } of documents) if (filedOn > today) throw dateInFuture({ day: filedOn, today });
}

/** The newer document of a subject takes the older one's place. */
function filed(
  before: readonly StationDocument[],
  newer: readonly StationDocument[],
): readonly StationDocument[] {
  const bySubject = new Map([...before, ...newer].map((document) => [document.subject, document]));
  return [...bySubject.values()];
}
