import type { EventData, EventTypeOf } from '@qianshou/events';
import type { RegionCode } from '@qianshou/kernel';
import type { FigureDelta, Fold } from '@qianshou/service-kit/figures';
import type { StationStatus } from '../domain/station/station.ts';
import { served } from './service-record/service-figures.ts';
import type { Grade } from '../domain/station/grade.ts';

type Own = EventTypeOf<'station'>;
type Folds = { readonly [Type in Own]?: (data: EventData<Type>) => readonly FigureDelta[] };

/** What each fact adds to its region and to everything above it; a fact that is not named adds nothing. */
const FOLDS: Folds = {
  'qianshou.station.planned.v1': (data) => [inUnit(data, { stationsPlanned: 1 })],
  'qianshou.station.opened.v1': (data) => [inUnit(data, { stationsOperating: 1 })],
  'qianshou.station.taken-over.v1': (data) => [inUnit(data, { stationsPlanned: 1, stationsOperating: 1 })],
  'qianshou.station.haves-changed.v1': (data) => [inUnit(data, { havesComplete: data.complete ? 1 : -1 })],
  'qianshou.station.tier-changed.v1': (data) => [
    inUnit(data, { demonstrationStations: data.to === 'DEMONSTRATION' ? 1 : -1 }),
  ],
  'qianshou.station.suspended.v1': (data) => [moved(data, data.from, 'SUSPENDED')],
  'qianshou.station.resumed.v1': (data) => [moved(data, 'SUSPENDED', data.to)],
  'qianshou.station.closed.v1': (data) => [
    moved(data, data.from, 'CLOSED'),
    noLongerOverdue(data),
    inUnit(data, { havesComplete: data.hadAllHaves === true ? -1 : 0 }),
    regraded(data, data.grade, null),
  ],
  'qianshou.station.acceptance-struck.v1': (data) => movedIf(data),
  'qianshou.station.acceptance-corrected.v1': (data) => movedIf(data),
  'qianshou.station.graded.v1': (data) => [regraded(data, data.from, data.to)],
  'qianshou.station.rectification-ordered.v1': (data) => [moved(data, 'OPERATING', 'RECTIFYING')],
  'qianshou.station.rectification-planned.v1': (data) => [noLongerOverdue(data)],
  'qianshou.station.rectified.v1': (data) => [moved(data, 'RECTIFYING', 'OPERATING'), noLongerOverdue(data)],
  'qianshou.station.rectification-overdue.v1': (data) => [inUnit(data, { rectificationsOverdue: 1 })],
  'qianshou.station.service-recorded.v1': (data) => served(data, 1),
  'qianshou.station.service-record-struck.v1': (data) => served(data, -1),
  'qianshou.station.service-record-corrected.v1': (data) => [
    ...served({ ...data, ...data.before }, -1),
    ...served(data, 1),
  ],
  'qianshou.station.complaint-received.v1': (data) => [
    inUnit(data, { complaintsReceived: 1, complaintsOpen: 1 }),
  ],
  'qianshou.station.complaint-overdue.v1': (data) => [inUnit(data, { complaintsOverdue: 1 })],
  'qianshou.station.complaint-struck.v1': (data) => [
    inUnit(data, { complaintsReceived: -1, complaintsOpen: -1, complaintsOverdue: data.wasOverdue ? -1 : 0 }),
  ],
  'qianshou.station.complaint-handled.v1': (data) => [
    inUnit(data, { complaintsOpen: -1, complaintsOverdue: data.wasOverdue ? -1 : 0 }),
  ],
  'qianshou.station.village-room-opened.v1': (data) => [inUnit(data, { villageRooms: 1 })],
  'qianshou.station.village-room-chosen.v1': (data) => [inUnit(data, { demonstrationRooms: 1 })],
  'qianshou.station.village-room-closed.v1': (data) => [
    inUnit(data, {
      villageRooms: -1,
      demonstrationRooms: data.wasDemonstration ? -1 : 0,
      ...noLongerToStandard(data),
    }),
  ],
  'qianshou.station.village-room-struck.v1': (data) => [
    inUnit(data, {
      villageRooms: data.wasOperating ? -1 : 0,
      demonstrationRooms: data.wasDemonstration ? -1 : 0,
      ...noLongerToStandard(data),
    }),
  ],
  'qianshou.station.village-room-equipped.v1': (data) => [
    inUnit(data, { roomsToStandard: Number(data.meetsStandard) - Number(data.before.meetsStandard) }),
  ],
  'qianshou.station.village-room-choice-struck.v1': (data) => [inUnit(data, { demonstrationRooms: -1 })],
  'qianshou.station.centre-opened.v1': ({ countyCode }) => [
    { regionCode: countyCode, figures: { centresOpen: 1 } },
  ],
  'qianshou.station.centre-struck.v1': ({ countyCode, from }) => [
    { regionCode: countyCode, figures: { centresOpen: from === 'OPERATING' ? -1 : 0 } },
  ],
  'qianshou.station.centre-closed.v1': ({ countyCode, from }) => [
    { regionCode: countyCode, figures: { centresOpen: from === 'OPERATING' ? -1 : 0 } },
  ],
  'qianshou.station.coverage-changed.v1': ({ countyCode, unitsCovered, unitsTakenOut = 0, replaces }) => [
    {
      regionCode: countyCode,
      figures: {
        unitsCovered: unitsCovered - replaces.unitsCovered,
        ...(unitsTakenOut === (replaces.unitsTakenOut ?? 0)
          ? {}
          : { unitsOutOfScope: unitsTakenOut - (replaces.unitsTakenOut ?? 0) }),
      },
    },
  ],
  'qianshou.station.relocated.v1': ({ townshipCode, before, counted: standing }) => [
    inUnit(before, countedOf(standing, -1)),
    inUnit({ townshipCode }, countedOf(standing, 1)),
  ],
  'qianshou.station.village-room-relocated.v1': ({ townshipCode, before, ...room }) => [
    inUnit(before, countedRoom(room, -1)),
    inUnit({ townshipCode }, countedRoom(room, 1)),
  ],
  // Only policies of before counties followed them by day say what they replace.
  'qianshou.station.policy-adopted.v1': ({ countyCode, replaces, ...adopted }) =>
    replaces === undefined ? [] : [counted(countyCode, adopted, replaces)],
  'qianshou.station.policy-in-force-changed.v1': ({ countyCode, replaces, ...ruling }) => [
    counted(countyCode, ruling, replaces),
  ],
};

export const foldStationEvent: Fold<'station'> = ({ type, data }) => {
  const fold = FOLDS[type] as ((fact: typeof data) => readonly FigureDelta[]) | undefined;
  return fold?.(data) ?? [];
};

type Standing = EventData<'qianshou.station.relocated.v1'>['counted'];

/** All that is counted of a station where it stands. */
function countedOf(
  { status, tier, hasAllHaves, grade, rectificationOverdue }: Standing,
  by: 1 | -1,
): FigureDelta['figures'] {
  const names = [
    'stationsPlanned',
    COUNTED[status],
    GRADED[grade ?? ''],
    hasAllHaves ? 'havesComplete' : undefined,
    tier === 'DEMONSTRATION' ? 'demonstrationStations' : undefined,
    rectificationOverdue ? 'rectificationsOverdue' : undefined,
  ];
  return Object.fromEntries(names.filter((name) => name !== undefined).map((name) => [name, by]));
}

function countedRoom(
  { demonstration, meetsStandard }: { readonly demonstration: boolean; readonly meetsStandard: boolean },
  by: 1 | -1,
): FigureDelta['figures'] {
  return {
    villageRooms: by,
    ...(demonstration ? { demonstrationRooms: by } : {}),
    ...(meetsStandard ? { roomsToStandard: by } : {}),
  };
}

function noLongerToStandard({ metStandard }: { readonly metStandard?: boolean | undefined }) {
  return metStandard === true ? { roomsToStandard: -1 } : {};
}

interface Counted {
  readonly demonstrationStations: number | null;
  readonly demonstrationRooms: number | null;
  readonly unitsOutOfScope: number;
}

function counted(regionCode: RegionCode, now: Counted, before: Counted): FigureDelta {
  return {
    regionCode,
    figures: {
      demonstrationStationsPlanned: (now.demonstrationStations ?? 0) - (before.demonstrationStations ?? 0),
      demonstrationRoomsPlanned: (now.demonstrationRooms ?? 0) - (before.demonstrationRooms ?? 0),
      unitsOutOfScope: now.unitsOutOfScope - before.unitsOutOfScope,
    },
  };
}

interface Placed {
  readonly townshipCode: RegionCode;
}

function inUnit({ townshipCode }: Placed, figures: FigureDelta['figures']): FigureDelta {
  return { regionCode: townshipCode, figures };
}

/** The status values that are counted; a station in preparation is in none of them. */
const COUNTED: Readonly<Record<string, string>> = {
  OPERATING: 'stationsOperating',
  RECTIFYING: 'stationsRectifying',
  SUSPENDED: 'stationsSuspended',
  CLOSED: 'stationsClosed',
} satisfies Partial<Record<StationStatus, string>>;

function moved(placed: Placed, from: string, to: string): FigureDelta {
  return shifted(placed, COUNTED[from], COUNTED[to]);
}

/** Most corrections leave the status as it is. */
function movedIf(data: Placed & { readonly from: string; readonly to: string }): readonly FigureDelta[] {
  return data.from === data.to ? [] : [moved(data, data.from, data.to)];
}

/** One less of the first, one more of the second, where each is counted at all. */
function shifted(placed: Placed, leaves: string | undefined, enters: string | undefined): FigureDelta {
  return inUnit(placed, {
    ...(leaves === undefined ? {} : { [leaves]: -1 }),
    ...(enters === undefined ? {} : { [enters]: 1 }),
  });
}

function noLongerOverdue({
  townshipCode,
  wasOverdue,
}: Placed & { readonly wasOverdue: boolean }): FigureDelta {
  return { regionCode: townshipCode, figures: wasOverdue ? { rectificationsOverdue: -1 } : {} };
}

const GRADED: Readonly<Record<string, string>> = {
  EXCELLENT: 'gradedExcellent',
  GOOD: 'gradedGood',
  BARELY_QUALIFIED: 'gradedBarelyQualified',
  UNQUALIFIED: 'gradedUnqualified',
} satisfies Record<Grade, string>;

/** Each station counts with its latest grade; a closed one no more. */
function regraded(placed: Placed, from: string | null, to: string | null): FigureDelta {
  if (from === to) return inUnit(placed, {});
  return shifted(placed, GRADED[from ?? ''], GRADED[to ?? '']);
}
