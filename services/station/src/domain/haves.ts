import type { Station } from './station.ts';

/** The five haves (五有): 有场地, 有人员, 有功能, 有制度, 有活动 (article). */
export const HAVES = ['SITE', 'STAFF', 'FUNCTION', 'REGIME', 'ACTIVITY'] as const;

/** What a county's checklist may ask for: the five haves, and what only a checker can see (设备, 工作流程). */
export const CHECKLIST_CODES = [...HAVES, 'EQUIPMENT', 'WORKFLOW'] as const;
export type Have = (typeof CHECKLIST_CODES)[number];

/** The six management regimes (管理制度). */
export const REGIMES = ['PERSONNEL', 'FINANCE', 'PROJECT', 'VOLUNTEER', 'SAFETY', 'ARCHIVE'] as const;
export type Regime = (typeof REGIMES)[number];

/** The four mechanisms (机制): pledge, complaint, supervision, evaluation. */
export const MECHANISMS = ['SERVICE_PLEDGE', 'COMPLAINT', 'SUPERVISION', 'EVALUATION'] as const;
export type Mechanism = (typeof MECHANISMS)[number];

export const ROOM_KINDS = ['CASE_ROOM', 'GROUP_ROOM', 'MULTI_ROOM'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** Whether records can prove it at all. */
export function isProvable(have: Have): boolean {
  return HAVES.some((each) => each === have);
}

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
