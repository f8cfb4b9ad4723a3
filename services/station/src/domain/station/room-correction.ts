import {
  type CalendarDate,
  type Change,
  correctedToTheSame,
  type Grounds,
  type PuttingRight,
} from '@qianshou/kernel';
import { type AskedToPutRight, puttingRightIn } from '../county/putting-right.ts';
import { stationClosed } from './errors.ts';
import type { Room } from './site.ts';
import type { Station } from './station.ts';
import { refuseImpossibleRooms } from './station-preparation.ts';
import type { StationEvent } from './station-events.ts';

/** Those who prepare a station enter its rooms; whoever did it last may put them right, and the bureau always. */
export function puttingRight(station: Station, asked: AskedToPutRight): PuttingRight {
  return puttingRightIn('AGENCY_MANAGER', station.townshipCode, { recorded: station.roomsRecorded }, asked);
}

/** The rooms that the station has in truth: one that never was is left out. FUNCTION, light and coverage follow. */
export function correctRooms(
  station: Station,
  rooms: readonly Room[],
  { reason, evidence, today }: Grounds & { readonly today: CalendarDate },
): Change<Station, StationEvent> {
  if (station.status === 'CLOSED') throw stationClosed({ status: station.status });
  refuseImpossibleRooms(rooms);
  if (spelled(rooms) === spelled(station.rooms)) throw correctedToTheSame();
  const { roomCorrections = [] } = station;
  const before = { on: today, reason, evidence, rooms: station.rooms };
  return {
    state: { ...station, rooms, roomCorrections: [...roomCorrections, before] },
    events: [{ type: 'station.roomsCorrected', kinds: rooms.map(({ kind }) => kind) }],
  };
}

/** In whatever order they are named. */
function spelled(rooms: readonly Room[]): string {
  const each = rooms.map(({ kind, areaSqm, capacity }) => `${kind}/${areaSqm}/${capacity}`);
  return each.toSorted().join(' ');
}
