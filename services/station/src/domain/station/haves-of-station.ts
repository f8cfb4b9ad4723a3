import type { Station } from './station.ts';
import { type Have, REGIMES, MECHANISMS, ROOM_KINDS, type RoomKind } from '../reference/haves.ts';

export type HaveFinding = { readonly [Key in Have]: readonly string[] };

/**
 * What each have still lacks, by the records alone; an empty list means that the records carry it, or that there are
 * none that could: equipment and workflow are the checker's alone.
 */
export function whatIsMissing(station: Station): HaveFinding {
  return {
    SITE: missingSite(station),
    STAFF: missingStaff(station),
    FUNCTION: station.rooms.length === 0 ? ['ROOM'] : [],
    REGIME: missingDocuments(station),
    ACTIVITY: station.activitiesHeld > 0 ? [] : ['ACTIVITY'],
    EQUIPMENT: [],
    WORKFLOW: [],
  };
}

/** Premises that replaced checked ones are premises once they were checked as well. */
function missingSite({ site, siteUnchecked }: Pick<Station, 'site' | 'siteUnchecked'>): readonly string[] {
  if (site === null) return ['SITE'];
  return siteUnchecked === true ? ['SITE_CHECK'] : [];
}

/** STA-11: a head and a resident on duty; in a demonstration station also a deputy. */
export function missingStaff({ staff, tier }: Pick<Station, 'staff' | 'tier'>): readonly string[] {
  const needed = ['STATION_HEAD', 'RESIDENT', ...(tier === 'DEMONSTRATION' ? ['DEPUTY_HEAD'] : [])];
  return needed.filter((role) => !staff.some((member) => member.role === role));
}

/** STA-10: all six regimes and four mechanisms have a document. */
export function missingDocuments({ documents }: Pick<Station, 'documents'>): readonly string[] {
  return [...REGIMES, ...MECHANISMS].filter(
    (subject) => !documents.some((document) => document.subject === subject),
  );
}

/** STA-9: one room of each kind, for which a multi-use room may stand. Rooms follow needs, so this only warns. */
export function missingRoomKinds({ rooms }: Pick<Station, 'rooms'>): readonly RoomKind[] {
  if (rooms.some(({ kind }) => kind === 'MULTI_ROOM')) return [];
  return ROOM_KINDS.filter((kind) => !rooms.some((room) => room.kind === kind));
}
