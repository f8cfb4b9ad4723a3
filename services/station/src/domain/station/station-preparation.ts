import {
  badInput,
  type CalendarDate,
  type Change,
  type Grounds,
  listFull,
  type Recorded,
  struckOut,
  requireNotStruck,
} from '@qianshou/kernel';
import { dateInFuture } from '../reference/errors.ts';
import { stationActivityNotFound, stationActivityStruck, stationClosed } from './errors.ts';
import { missingStaff } from './haves-of-station.ts';
import type { ActivityId, PostingId } from '../ids.ts';
import type { Activity } from './activity.ts';
import type { StaffMember } from './staff.ts';
import type { Station, StationInPreparation } from './station.ts';
import type { Room, Site, StationDocument } from './site.ts';
import type { StationEvent } from './station-events.ts';

/**
 * STA-7: existing premises first; any source is accepted, and another than the three preferred shows as a warning. A
 * station moves at any time; where its former premises were checked, the new ones are checked as well.
 */
export function recordSite(station: Station, site: Site): Change<Station, StationEvent> {
  refuseClosed(station);
  refuseImpossibleSite(site);
  const needsCheck = station.siteUnchecked === true || movesFromChecked(station, site);
  const settled = { ...station, site, siteUnchecked: needsCheck };
  return {
    state: isInPreparation(settled) ? withPreparationStatus(settled) : settled,
    events: [{ type: 'station.siteReadied', siteSource: site.source, needsCheck }],
  };
}

/** Premises that are only now entered are those that the check of then saw. */
function movesFromChecked({ site: former, checks, openedOn }: Station, site: Site): boolean {
  const wasChecked = checks.length > 0 || openedOn !== null;
  return wasChecked && former !== null && former.address !== site.address;
}

/** More than any station has: what is entered again and again is entered by mistake. */
const MOST_ROOMS = 100;

export function refuseImpossibleSite({ areaSqm }: Site): void {
  refuseNegative(areaSqm, 'areaSqm');
}

export function refuseImpossibleRooms(rooms: readonly Room[]): void {
  if (rooms.length > MOST_ROOMS) throw listFull({ field: 'rooms', most: MOST_ROOMS });
  for (const { areaSqm, capacity } of rooms) {
    refuseNegative(areaSqm, 'areaSqm');
    refuseNegative(capacity, 'capacity');
  }
}

export function addRooms(
  station: Station,
  rooms: readonly Room[],
  recorded: Recorded | null = null,
): Change<Station, StationEvent> {
  refuseClosed(station);
  if (station.rooms.length + rooms.length > MOST_ROOMS) throw listFull({ field: 'rooms', most: MOST_ROOMS });
  refuseImpossibleRooms(rooms);
  return {
    state: { ...station, rooms: [...station.rooms, ...rooms], roomsRecorded: recorded },
    events: rooms.map(({ kind }) => ({ type: 'station.roomAdded', kind })),
  };
}

/** STA-10: a document of a regime or mechanism; a newer one takes the older one's place. */
export function fileDocuments(
  station: Station,
  documents: readonly StationDocument[],
  today: CalendarDate,
): Change<Station, StationEvent> {
  refuseClosed(station);
  for (const { filedOn } of documents) refuseFuture(filedOn, today);
  const replaced = new Set(documents.map(({ subject }) => subject));
  const kept = station.documents.filter(({ subject }) => !replaced.has(subject));
  return {
    state: { ...station, documents: [...kept, ...documents] },
    events: documents.map(({ subject }) => ({ type: 'station.documentFiled', subject })),
  };
}

/** The activity itself goes to the list of activities; the station knows how many it held. */
export function logActivity(
  station: Station,
  { heldOn, participants }: Pick<Activity, 'heldOn' | 'participants'>,
  today: CalendarDate,
): Change<Station, StationEvent> {
  refuseClosed(station);
  refuseFuture(heldOn, today);
  refuseNegative(participants, 'participants');
  return {
    state: { ...station, activitiesHeld: station.activitiesHeld + 1 },
    events: [{ type: 'station.activityLogged', heldOn }],
  };
}

export interface Strike extends Grounds {
  readonly activityId: ActivityId;
}

/** A mistake is struck out, never rewritten: it counts no more for ACTIVITY, and who struck it said why. */
export function strikeActivity(
  station: Station,
  { activityId, reason, evidence }: Strike,
  { activity, today }: { readonly activity: Activity | null; readonly today: CalendarDate },
): Change<Station, StationEvent> & { readonly struck: Activity } {
  refuseClosed(station);
  if (activity?.stationId !== station.id) throw stationActivityNotFound({ id: activityId });
  requireNotStruck(activity, stationActivityStruck);
  return {
    state: { ...station, activitiesHeld: station.activitiesHeld - 1 },
    events: [{ type: 'station.activityStruck', activityId, heldOn: activity.heldOn }],
    struck: { ...activity, struck: struckOut(reason, today, evidence) },
  };
}

/** STA-11: somebody came on duty. Told twice, it changes nothing. */
export function addStaff(station: Station, member: StaffMember): Change<Station, StationEvent> {
  if (station.staff.some(({ postingId }) => postingId === member.postingId))
    return { state: station, events: [] };
  return withStaff(station, [...station.staff, member]);
}

/** STA-11: somebody left. An operating station keeps operating; what it lacks then shows in its haves. */
export function removeStaff(station: Station, postingId: PostingId): Change<Station, StationEvent> {
  const staff = station.staff.filter((member) => member.postingId !== postingId);
  return staff.length === station.staff.length ? { state: station, events: [] } : withStaff(station, staff);
}

function withStaff(station: Station, staff: readonly StaffMember[]): Change<Station, StationEvent> {
  const changed = { ...station, staff };
  return {
    state: isInPreparation(changed) ? withPreparationStatus(changed) : changed,
    events: [{ type: 'station.staffChanged', staff }],
  };
}

function isInPreparation(station: Station): station is StationInPreparation {
  return ['PLANNED', 'SITE_READY', 'STAFFED'].includes(station.status);
}

function withPreparationStatus(station: StationInPreparation): StationInPreparation {
  if (station.site === null) return { ...station, status: 'PLANNED' };
  return { ...station, status: missingStaff(station).length === 0 ? 'STAFFED' : 'SITE_READY' };
}

function refuseClosed({ status }: Station): void {
  if (status === 'CLOSED') throw stationClosed({ status });
}

function refuseFuture(day: CalendarDate, today: CalendarDate): void {
  if (day > today) throw dateInFuture({ day, today });
}

function refuseNegative(value: number | null, field: string): void {
  if (value !== null && !(value >= 0 && value <= 1_000_000))
    throw badInput({ field, reason: { en: 'expected 0 to 1,000,000', zh: '应为 0 至 1,000,000' } });
}
