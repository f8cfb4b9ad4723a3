import type { CalendarDate } from '@qianshou/kernel';
import { CENTRE_WORKERS_NEEDED } from '../centre/guidance-centre.ts';
import { missingDocuments, missingRoomKinds, missingStaff } from './haves-of-station.ts';
import { isOverdue } from './rectification.ts';
import { annualGradeOf } from './annual-grade.ts';
import type { Rectification } from './rectification-order.ts';
import type { Station } from './station.ts';
import { unmetHaves } from './station-acceptance.ts';
import { coversItsUnit } from './station-life-cycle.ts';
import { checklistOf } from '../county/station-rules.ts';
import { markedTexts, type StoppedAt, type TextRecord } from './stored-texts.ts';
import { isBalanced, type StationStanding } from './station-standing.ts';

/** What one rule says about a station now. */
export interface RuleCheck {
  readonly rule: string;
  /** Null where the rule says nothing about a station in this state. */
  readonly passed: boolean | null;
  /** The records that it rests on, as codes and numbers. */
  readonly evidence: string;
  /** Since when, where the records tell it. */
  readonly since: CalendarDate | null;
}

type Finding = Omit<RuleCheck, 'rule'>;
/** Beside how the station stands: its activities whose texts point at a person, the first of them. */
export interface CheckedStanding extends StationStanding {
  readonly markedActivities: readonly TextRecord[];
  /** Where more lies than was read. */
  readonly unread?: readonly StoppedAt[];
}

type Check = (station: Station, standing: CheckedStanding) => Finding;

const finding = (passed: boolean | null, evidence: string, since: CalendarDate | null = null): Finding => ({
  passed,
  evidence,
  since,
});

const lackingOr = (missing: readonly string[], since: CalendarDate | null = null): Finding =>
  finding(missing.length === 0, missing.length === 0 ? 'complete' : `missing: ${missing.join(', ')}`, since);

const latestOf = (days: readonly CalendarDate[]): CalendarDate | null =>
  days.toSorted((a, b) => (a < b ? -1 : 1)).at(-1) ?? null;

const centreCheck: Check = (_station, { centre }) => {
  if (centre === null) return finding(false, 'no guidance centre');
  const { workers, expertTeam, openedOn } = centre;
  const passed = workers.length >= CENTRE_WORKERS_NEEDED && expertTeam !== null;
  return finding(passed, `workers: ${workers.length}, expert team: ${expertTeam ?? 'none'}`, openedOn);
};

const mixCheck: Check = (_station, { rules, operatorMix }) => {
  if (operatorMix === null || !rules.warnsOperatorMix) return finding(null, 'not watched');
  const { demonstrations, ordinary } = operatorMix;
  return finding(isBalanced(operatorMix), `demonstration: ${demonstrations}, ordinary: ${ordinary}`);
};

const gradeCheck: Check = (station) => {
  const { rectification } = station;
  const gradedBy = annualGradeOf(station) ?? station.gradedBy;
  if (gradedBy === null) return finding(null, 'not evaluated');
  const passed = annualGradeOf(station)?.grade !== 'UNQUALIFIED' && isOnItsWay(rectification);
  const dueOn = rectification === null ? '' : `, rectification due: ${rectification.dueOn}`;
  return finding(
    passed,
    `${gradedBy.grade} ${gradedBy.score} (${gradedBy.year})${dueOn}`,
    gradedBy.evaluatedOn,
  );
};

function isOnItsWay(rectification: Rectification | null): boolean {
  return rectification === null || (rectification.plan !== null && !isOverdue(rectification));
}

/** Not passed where some of it was not read: nobody knows what stands there. */
const textCheck: Check = (station, { markedActivities, unread = [] }) => {
  const marked = [station, ...markedActivities]
    .flatMap(markedTexts)
    .map(({ field, id, marks }) => `${field} of ${id}: ${marks.join(', ')}`);
  const found = marked.length === 0 ? ['no text points at a person'] : marked;
  const stopped = unread.map(({ kind, read }) => `only the first ${read} of ${kind} were read`);
  const passed = stopped.length === 0 ? true : null;
  return finding(marked.length === 0 ? passed : false, [...found, ...stopped].join('; '));
};

const CHECKS: Readonly<Record<string, Check>> = {
  'STA-1': (station) =>
    finding(coversItsUnit(station), `${station.townshipCode} ${station.status}`, station.openedOn),
  'STA-2': (station, { rules }) =>
    lackingOr(unmetHaves(station, checklistOf(rules)), station.checks.at(-1)?.checkedOn ?? null),
  'STA-3': ({ signage }, { expectedSignage }) => finding(signage === expectedSignage, signage),
  'STA-4': mixCheck,
  'STA-5': ({ tier, openedOn, demonstrationSince }) =>
    tier === 'ORDINARY'
      ? finding(null, tier)
      : finding(openedOn !== null, `opened: ${openedOn ?? 'not yet'}`, demonstrationSince),
  'STA-6': centreCheck,
  'STA-7': ({ site }) => finding(site === null ? null : site.source !== 'OTHER', site?.source ?? 'no site'),
  'STA-8': ({ status, openedOn }) =>
    openedOn === null
      ? finding(null, 'no village rooms before the opening')
      : finding(status === 'OPERATING', `the station its rooms follow is ${status}`, openedOn),
  'STA-9': (station) => lackingOr(missingRoomKinds(station)),
  'STA-10': (station) =>
    lackingOr(missingDocuments(station), latestOf(station.documents.map(({ filedOn }) => filedOn))),
  'STA-11': (station) => lackingOr(missingStaff(station)),
  'STA-12': textCheck,
  'STA-13': gradeCheck,
};

/** STA-1 to STA-13, each with what it says about this station now. */
export function ruleChecks(station: Station, standing: CheckedStanding): readonly RuleCheck[] {
  return Object.entries(CHECKS).map(([rule, check]) => ({ rule, ...check(station, standing) }));
}
