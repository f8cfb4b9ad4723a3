import {
  badInput,
  CORRECTION_DAYS,
  DEFAULT_GRADES,
  DEFAULT_SUPERVISIONS_PER_QUARTER,
  type GradeThresholds,
  RECRUITING_DAYS,
  requireGradesInOrder,
  wholeWithin,
} from '@qianshou/kernel';
import { CHECKLIST_CODES, type Have, isRoomHave, ROOM_HAVES, type RoomHave } from '../reference/haves.ts';

/** One line of the acceptance checklist, in the county's own words. */
export interface ChecklistItem {
  readonly have: Have;
  readonly zh: string;
  readonly en: string;
}

/** What a county may decide for itself about its stations, beside the numbers of its plan. */
export interface StationRules {
  readonly checklist: readonly ChecklistItem[];
  /** STA-8: what its village rooms are measured by. */
  readonly roomChecklist: readonly ChecklistItem[];
  readonly grades: GradeThresholds;
  /** Days in which an operator files its rectification plan (STA-13). */
  readonly rectificationPlanDays: number;
  /** Days in which a complaint is handled. */
  readonly complaintDays: number;
  /** Days in which whoever recorded a fact may put it right. */
  readonly correctionDays: number;
  /** Days after which a station is to be visited again by those who supervise it. */
  readonly visitDays: number;
  /** Days of public notice before the three sign for whom they recruited (PER-4). */
  readonly recruitmentNoticeDays: number;
  /** Days after the end of a recruitment until who was not taken is erased. */
  readonly applicantDays: number;
  /** Days in which a vacant post is to be filled. */
  readonly vacancyDays: number;
  /** TRA-8: sessions of supervision that each station gets in a quarter. */
  readonly supervisionsPerQuarter: number;
  /** Days of public notice before a demonstration station is confirmed. */
  readonly noticeDays: number;
  /** Demonstration by application, recommendation, evaluation and notice only; else the bureau may choose directly. */
  readonly demonstrationBySteps: boolean;
  /** STA-4: whether the mix of an operator's stations is watched. */
  readonly warnsOperatorMix: boolean;
}

/** The five haves (五有) of the article. */
const FIVE_HAVES: readonly ChecklistItem[] = [
  { have: 'SITE', zh: '有场地', en: 'Premises' },
  { have: 'STAFF', zh: '有人员', en: 'People' },
  { have: 'FUNCTION', zh: '有功能', en: 'Function' },
  { have: 'REGIME', zh: '有制度', en: 'Regimes' },
  { have: 'ACTIVITY', zh: '有活动', en: 'Activities' },
];

/** Lighter than that of the station whose people and activities serve the room; ours. */
const OF_A_ROOM: readonly ChecklistItem[] = FIVE_HAVES.filter(({ have }) => isRoomHave(have));

/** Ours. */
export const DEFAULT_VISIT_DAYS = 90;

/** What holds where a county decided nothing. The checklist of stations is the article's; that of rooms, thresholds and days are ours. */
export const DEFAULT_STATION_RULES: StationRules = {
  checklist: FIVE_HAVES,
  roomChecklist: OF_A_ROOM,
  grades: DEFAULT_GRADES,
  rectificationPlanDays: 15,
  complaintDays: 15,
  correctionDays: CORRECTION_DAYS,
  visitDays: DEFAULT_VISIT_DAYS,
  ...RECRUITING_DAYS,
  supervisionsPerQuarter: DEFAULT_SUPERVISIONS_PER_QUARTER,
  noticeDays: 5,
  demonstrationBySteps: false,
  warnsOperatorMix: true,
};

/** The rules of a county, by the policy in force or by default, as is what a policy of before could not say yet. */
export function stationRulesOf(policy: { readonly stationRules: StationRules } | null): StationRules {
  return { ...DEFAULT_STATION_RULES, ...policy?.stationRules };
}

export function checklistOf({ checklist }: StationRules): readonly Have[] {
  return checklist.map(({ have }) => have);
}

export function roomChecklistOf({ roomChecklist }: StationRules): readonly RoomHave[] {
  return roomChecklist.map(({ have }) => have).filter(isRoomHave);
}

const DAYS = [
  'rectificationPlanDays',
  'complaintDays',
  'correctionDays',
  'visitDays',
  'noticeDays',
  'recruitmentNoticeDays',
  'applicantDays',
  'vacancyDays',
] as const;

export function refuseImpossibleRules(rules: StationRules): void {
  for (const field of DAYS) wholeWithin(rules[field], field, 1, 365);
  wholeWithin(rules.supervisionsPerQuarter, 'supervisionsPerQuarter', 0, 90);
  requireGradesInOrder(rules.grades);
  refuseImpossibleList('checklist', rules.checklist, CHECKLIST_CODES);
  refuseImpossibleList('roomChecklist', stationRulesOf({ stationRules: rules }).roomChecklist, ROOM_HAVES);
}

function refuseImpossibleList(
  field: string,
  checklist: readonly ChecklistItem[],
  codes: readonly Have[],
): void {
  const haves = checklist.map(({ have }) => have);
  if (haves.length === 0 || new Set(haves).size !== haves.length) {
    throw badInput({
      field,
      reason: { en: 'expected at least one item and none twice', zh: '至少一项且不得重复' },
    });
  }
  const unknown = haves.filter((have) => !codes.includes(have));
  if (unknown.length > 0)
    throw badInput({
      field,
      reason: { en: `unknown: ${unknown.join(', ')}`, zh: `未知项：${unknown.join('、')}` },
    });
}
