import {
  type CalendarDate,
  type Change,
  type Grounds,
  type PublicText,
  type PuttingRight,
  requireDifference,
  struckOut,
} from '@qianshou/kernel';
import { type AskedToPutRight, puttingRightIn } from '../county/putting-right.ts';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import { villageRoomNoDemonstration, villageRoomStruck } from './errors.ts';
import {
  type ClosedRoom,
  type OperatingRoom,
  type StruckRoom,
  toldStandard,
  type VillageRoom,
  type VillageRoomEvent,
} from './village-room.ts';

/** Those who prepare the station enter its rooms; the bureau oversees them. */
export function puttingRight(room: VillageRoom, asked: AskedToPutRight): PuttingRight {
  return puttingRightIn('AGENCY_MANAGER', room.townshipCode, room, asked);
}

/** There never was such a room: it is counted nowhere any more, and its village may open one. */
export function strikeVillageRoom(
  room: VillageRoom,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<StruckRoom, VillageRoomEvent> {
  const { status, demonstration, ...standing } = requireStanding(room);
  const event = {
    type: 'village-room.struck',
    wasOperating: status === 'OPERATING',
    wasDemonstration: demonstration,
    ...(status === 'OPERATING' ? toldStandard(standing) : {}),
  } as const;
  return {
    state: {
      ...standing,
      demonstration: false,
      demonstrationSince: null,
      closure: null,
      status: 'STRUCK',
      struck: struckOut(reason, today, evidence),
    },
    events: [event],
  };
}

/** What is not named stays as it is. */
export interface CorrectedRoom {
  readonly villageName?: PublicText;
  readonly openedOn?: CalendarDate;
}

/** It is called otherwise, or opened on another day; whether the name is free, an index guards. */
export function correctVillageRoom(
  room: VillageRoom,
  corrected: CorrectedRoom,
  { reason, evidence, today }: Grounds & { readonly today: CalendarDate },
): Change<OperatingRoom | ClosedRoom, VillageRoomEvent> {
  const standing = requireStanding(room);
  requireDifference<CorrectedRoom>(standing, corrected);
  const right = { ...standing, ...corrected };
  refuseImpossible(right, today);
  const { villageName, openedOn, corrections = [] } = standing;
  const before = { on: today, reason, evidence, villageName, openedOn };
  return {
    state: { ...right, corrections: [...corrections, before] },
    events: [{ type: 'village-room.corrected', openedOn: right.openedOn, before: { openedOn } }],
  };
}

function refuseImpossible(
  { openedOn, demonstrationSince, closure }: OperatingRoom | ClosedRoom,
  today: CalendarDate,
): void {
  if (openedOn > today) throw dateInFuture({ field: 'openedOn', day: openedOn, today });
  for (const later of [demonstrationSince, closure?.closedOn ?? null])
    if (later !== null && openedOn > later)
      throw datesOutOfOrder({ field: 'openedOn', day: later, after: openedOn });
}

/** STA-5: the room was chosen by a slip: it never was one of the county's, and its place is free. */
export function strikeDemonstrationRoom(
  room: VillageRoom,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<OperatingRoom | ClosedRoom, VillageRoomEvent> {
  const standing = requireStanding(room);
  const { demonstrationSince: chosenOn, corrections = [], villageName, openedOn } = standing;
  if (chosenOn === null) throw villageRoomNoDemonstration();
  const before = { on: today, reason, evidence, villageName, openedOn, demonstrationSince: chosenOn };
  return {
    state: {
      ...standing,
      demonstration: false,
      demonstrationSince: null,
      corrections: [...corrections, before],
    },
    events: [{ type: 'village-room.choiceStruck', selectedOn: chosenOn }],
  };
}

function requireStanding(room: VillageRoom): OperatingRoom | ClosedRoom {
  if (room.status === 'STRUCK') throw villageRoomStruck({ on: room.struck.on });
  return room;
}
