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

/** What a county's checklist of village rooms may ask for: whose people and activities serve a room are its station's. */
export const ROOM_HAVES = ['SITE', 'FUNCTION', 'REGIME'] as const satisfies readonly Have[];
export type RoomHave = (typeof ROOM_HAVES)[number];

export function isRoomHave(have: Have): have is RoomHave {
  return ROOM_HAVES.some((each) => each === have);
}

/** Whether records can prove it at all. */
export function isProvable(have: Have): boolean {
  return HAVES.some((each) => each === have);
}
