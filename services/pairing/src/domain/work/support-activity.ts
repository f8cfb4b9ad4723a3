import {
  badInput,
  type CalendarDate,
  type Change,
  publicAddress,
  publicText,
  type PublicText,
  type Grounds,
  requireDifference,
  type Struck,
  struckOut,
  text,
  type Versioned,
  wholeWithin,
  type Written,
  requireNotStruck,
} from '@qianshou/kernel';
import type { ActivityId } from '../ids.ts';
import type { TaskGroup } from '../application/pairing-application.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { Pairing } from '../pairing/pairing.ts';
import {
  type Confirmable,
  type Confirmation,
  refuseSameVerdict,
  type Verdict,
  verdictOn,
} from './confirmation.ts';
import { type Before, type Mistake, noted } from '../reference/corrections.ts';
import { activityStruck } from './errors.ts';
import { requireBegun, requireWithin, requireWithinBegun } from './work-span.ts';

export const ACTIVITY_KINDS = [
  'ONSITE_STAY',
  'REMOTE_GUIDANCE',
  'SUPERVISION',
  'THEMATIC_TRAINING',
  'RESOURCE_LINKING',
  'EXCHANGE',
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** One thing that was done for a task group (PAIR-11). */
export interface SupportActivity extends PairingRecord, Versioned, Confirmable {
  readonly id: ActivityId;
  readonly taskGroup: TaskGroup;
  readonly kind: ActivityKind;
  readonly onsite: boolean;
  readonly heldOn: CalendarDate;
  readonly hours: number;
  readonly participants: number;
  /** Documents of rules that came of it: what BUILD_SYSTEM is counted by. */
  readonly documentsIssued: number;
  readonly evidenceUrls: readonly PublicText[];
  readonly note: PublicText | null;
  readonly struck: Struck | null;
  /** What it said before it was corrected, oldest first; absent in records of before. */
  readonly corrections?: readonly ActivityCorrection[];
}

export type ActivityCorrection = Before<ActivityFacts>;

export type ActivityFacts = Pick<SupportActivity, (typeof SAID)[number]>;

/** What somebody says of an activity, and may have said wrongly. */
const SAID = [
  'taskGroup',
  'kind',
  'onsite',
  'heldOn',
  'hours',
  'participants',
  'documentsIssued',
  'evidenceUrls',
  'note',
] as const;

export interface ActivityLogged {
  readonly type: 'activity.logged';
  readonly activityId: ActivityId;
}

export interface ActivityWasStruck {
  readonly type: 'activity.struck';
  readonly activityId: ActivityId;
  readonly verdictBefore: Verdict | null;
}

/** It happened otherwise: what was counted of it before. */
export interface ActivityCorrected {
  readonly type: 'activity.corrected';
  readonly activityId: ActivityId;
  readonly before: ActivityFacts;
  readonly verdictBefore: Verdict | null;
}

/** The side that is helped said whether it was so. */
export interface ActivityJudged {
  readonly type: 'activity.judged';
  readonly activityId: ActivityId;
  readonly verdictBefore: Verdict | null;
}

export type ActivityEvent = ActivityLogged | ActivityWasStruck | ActivityCorrected | ActivityJudged;

export type ActivityEntry = Written<ActivityFacts>;

const MOST_LINKS = 10;
const MOST_PARTICIPANTS = 100_000;
const MOST_HOURS = 240;

export function logActivity(
  id: ActivityId,
  pairing: Pairing,
  entry: ActivityEntry,
  { record, today }: { readonly record: PairingRecord; readonly today: CalendarDate },
): Change<SupportActivity, ActivityLogged> {
  requireWithin(pairing, 'heldOn', entry.heldOn, today);
  const state = {
    ...record,
    id,
    version: 0,
    ...checked(entry),
    struck: null,
    corrections: [],
    confirmation: null,
  };
  return { state, events: [{ type: 'activity.logged', activityId: id }] };
}

/** What is written down of it, within what can be. */
function checked(entry: ActivityEntry): ActivityFacts {
  const { taskGroup, kind, onsite, heldOn } = entry;
  return {
    taskGroup,
    kind,
    onsite,
    heldOn,
    hours: halves(entry.hours),
    participants: wholeWithin(entry.participants, 'participants', 0, MOST_PARTICIPANTS),
    documentsIssued: wholeWithin(entry.documentsIssued, 'documentsIssued', 0, 1_000),
    evidenceUrls: links(entry.evidenceUrls),
    note: entry.note === null ? null : publicText(entry.note, 'note', 2_000),
  };
}

/** It happened otherwise: judged as if it were logged now, and what stood before is kept with the reason. */
export function correctActivity(
  activity: SupportActivity,
  pairing: Pairing,
  corrected: Partial<ActivityEntry>,
  { today, ...grounds }: Grounds & { readonly today: CalendarDate },
): Change<SupportActivity, ActivityCorrected> {
  requireNotStruck(activity, activityStruck);
  requireDifference<ActivityEntry>(activity, corrected);
  const right = checked({ ...activity, ...corrected });
  requireWithinBegun(pairing, 'heldOn', right.heldOn, today);
  const before = noted(activity, SAID, grounds, today);
  const { on: _on, reason: _reason, evidence: _evidence, ...said } = before;
  return {
    state: {
      ...activity,
      ...right,
      corrections: [...(activity.corrections ?? []), before],
      confirmation: null,
    },
    events: [
      {
        type: 'activity.corrected',
        activityId: activity.id,
        before: said,
        verdictBefore: verdictOn(activity),
      },
    ],
  };
}

/** As long as the pairing is not over: what it was judged by stays. */
export function strikeActivity(
  activity: SupportActivity,
  pairing: Pairing,
  { reason, evidence = null, today }: Mistake,
): Change<SupportActivity, ActivityWasStruck> {
  requireNotStruck(activity, activityStruck);
  requireBegun(pairing);
  return {
    state: { ...activity, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'activity.struck', activityId: activity.id, verdictBefore: verdictOn(activity) }],
  };
}

/** As long as the pairing is not over: what is told stands beside what is confirmed. */
export function judgeActivity(
  activity: SupportActivity,
  pairing: Pairing,
  confirmation: Confirmation,
): Change<SupportActivity, ActivityJudged> {
  requireNotStruck(activity, activityStruck);
  requireBegun(pairing);
  refuseSameVerdict(activity, confirmation);
  return {
    state: { ...activity, confirmation },
    events: [{ type: 'activity.judged', activityId: activity.id, verdictBefore: verdictOn(activity) }],
  };
}

/** Half hours are as fine as anybody writes down, and they add up without error. */
function halves(hours: number): number {
  if (!Number.isInteger(hours * 2) || hours <= 0 || hours > MOST_HOURS)
    throw badInput({
      field: 'hours',
      reason: {
        en: `expected half hours, up to ${MOST_HOURS}`,
        zh: `应以半小时为单位，不超过 ${MOST_HOURS}`,
      },
    });
  return hours;
}

function links(urls: readonly string[]): readonly PublicText[] {
  if (urls.length > MOST_LINKS)
    throw badInput({
      field: 'evidenceUrls',
      reason: { en: `name at most ${MOST_LINKS} links`, zh: `最多 ${MOST_LINKS} 个链接` },
    });
  return urls.map((url) => httpsLink(url, 'evidenceUrls'));
}

/** A link that others will follow: encrypted, without credentials, and nothing that a browser would run. */
export function httpsLink(raw: string, field: string): PublicText {
  const link = text(raw, field, 1_000);
  if (!/^https:\/\/[^\s/@?#"'<>\\]+\.[^\s/@?#"'<>\\]+([/?#][^\s"'<>\\]*)?$/.test(link))
    throw badInput({
      field,
      reason: { en: 'expected a link that starts with https://', zh: '应为以 https:// 开头的链接' },
    });
  return publicAddress(link, field);
}
