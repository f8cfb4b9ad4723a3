import type { CalendarDate, Change, RegionCode, Versioned } from '@qianshou/kernel';
import { type DemonstrationFacts, refuseBeyondPlan } from './demonstration.ts';
import { demonstrationAlready } from './demonstration-errors.ts';
import { dateInFuture, villageRoomElsewhere } from './errors.ts';
import type { StationId, VillageRoomId } from './ids.ts';
import type { Workplace } from './workplace.ts';

/** A village or community room (社工室), the third level below centre and station. */
export interface VillageRoom extends Versioned {
  readonly id: VillageRoomId;
  readonly villageName: string;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  readonly stationId: StationId;
  readonly demonstration: boolean;
  readonly demonstrationSince: CalendarDate | null;
  readonly openedOn: CalendarDate;
  readonly status: 'OPERATING';
}

export type VillageRoomEvent =
  | { readonly type: 'village-room.opened'; readonly openedOn: CalendarDate }
  | { readonly type: 'village-room.chosen'; readonly selectedOn: CalendarDate };

export interface OpenRoomInput {
  readonly id: VillageRoomId;
  readonly villageName: string;
  readonly openedOn: CalendarDate;
}

/** STA-8: a room follows the standard of the station it belongs to, so that station must be working. */
export function openVillageRoom(
  input: OpenRoomInput,
  station: Workplace,
  today: CalendarDate,
): Change<VillageRoom, VillageRoomEvent> {
  if (station.status !== 'OPERATING') throw villageRoomElsewhere({ stationStatus: station.status });
  if (input.openedOn > today) throw dateInFuture({ field: 'openedOn', day: input.openedOn, today });
  const state: VillageRoom = {
    ...input,
    version: 0,
    stationId: station.id,
    townshipCode: station.townshipCode,
    countyCode: station.countyCode,
    demonstration: false,
    demonstrationSince: null,
    status: 'OPERATING',
  };
  return { state, events: [{ type: 'village-room.opened', openedOn: input.openedOn }] };
}

/** STA-5: one of the county's demonstration rooms, chosen among those already built. */
export function chooseDemonstrationRoom(
  room: VillageRoom,
  facts: DemonstrationFacts,
  selectedOn: CalendarDate,
): Change<VillageRoom, VillageRoomEvent> {
  if (room.demonstration) throw demonstrationAlready({ villageRoomId: room.id });
  refuseBeyondPlan(facts);
  return {
    state: { ...room, demonstration: true, demonstrationSince: selectedOn },
    events: [{ type: 'village-room.chosen', selectedOn }],
  };
}
