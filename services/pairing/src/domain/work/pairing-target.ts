import {
  badInput,
  type CalendarDate,
  type Change,
  publicLine,
  type PublicText,
  type Struck,
  type Versioned,
  wholeWithin,
  type Written,
  requireNotStruck,
} from '@qianshou/kernel';
import type { TargetId } from '../ids.ts';
import type { TaskGroup } from '../application/pairing-application.ts';
import { requireOpen } from '../pairing/pairing-life-cycle.ts';
import { pairingDatesInvalid } from '../pairing/errors.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { Before } from '../reference/corrections.ts';
import { targetOutsidePlan, targetStruck } from './errors.ts';

/** What was reached of a target, as it was recorded on a day. */
export interface ProgressEntry {
  /** From 1 on, in the order of recording. */
  readonly no: number;
  readonly achievedValue: number;
  readonly recordedOn: CalendarDate;
  readonly struck: Struck | null;
  /** What it said before it was corrected, oldest first; absent in records of before. */
  readonly corrections?: readonly Before<Pick<ProgressEntry, 'achievedValue'>>[];
}

/** What a pairing wants to reach in one of its task groups. */
export interface PairingTarget extends PairingRecord, Versioned {
  readonly id: TargetId;
  readonly taskGroup: TaskGroup;
  readonly indicator: PublicText;
  readonly unit: PublicText;
  readonly targetValue: number;
  /** What the last entry says that stands. */
  readonly achievedValue: number;
  readonly progress: readonly ProgressEntry[];
  readonly dueOn: CalendarDate;
  /** Set by mistake: it keeps what it said and counts no more; absent in records of before. */
  readonly struck?: Struck | null;
  readonly corrections?: readonly Before<TargetFacts>[];
}

export type TargetFacts = Pick<PairingTarget, 'taskGroup' | 'indicator' | 'unit' | 'targetValue' | 'dueOn'>;

export interface TargetSet {
  readonly type: 'target.set';
  readonly targetId: TargetId;
  readonly taskGroup: TaskGroup;
  readonly targetValue: number;
  readonly dueOn: CalendarDate;
}

export interface TargetProgressed {
  readonly type: 'target.progressed';
  readonly targetId: TargetId;
  readonly taskGroup: TaskGroup;
  readonly achievedValue: number;
  readonly wasMet: boolean;
  readonly isMet: boolean;
}

export interface ProgressWasStruck extends Omit<TargetProgressed, 'type'> {
  readonly type: 'target.progress-struck';
}

export interface ProgressCorrected extends Omit<TargetProgressed, 'type'> {
  readonly type: 'target.progress-corrected';
}

/** It counts no more, in its task group and among those that are met. */
export interface TargetWasStruck {
  readonly type: 'target.struck';
  readonly targetId: TargetId;
  readonly taskGroup: TaskGroup;
  readonly wasMet: boolean;
}

export interface TargetCorrected {
  readonly type: 'target.corrected';
  readonly targetId: TargetId;
  readonly taskGroup: TaskGroup;
  readonly isMet: boolean;
  readonly before: { readonly taskGroup: TaskGroup; readonly wasMet: boolean };
}

export type TargetEvent =
  TargetSet | TargetProgressed | ProgressWasStruck | ProgressCorrected | TargetWasStruck | TargetCorrected;

export type TargetSetting = Written<TargetFacts>;

const LARGEST = 1_000_000;

export function setTarget(
  id: TargetId,
  setting: TargetSetting,
  pairing: Pairing,
  record: PairingRecord,
): Change<PairingTarget, TargetSet> {
  const facts = checkedTarget(setting, pairing);
  const { taskGroup, targetValue, dueOn } = facts;
  return {
    state: {
      ...record,
      id,
      version: 0,
      ...facts,
      achievedValue: 0,
      progress: [],
      struck: null,
      corrections: [],
    },
    events: [{ type: 'target.set', targetId: id, taskGroup, targetValue, dueOn }],
  };
}

/** Of a pairing that is open, in a task group of its plan, within its days. */
export function checkedTarget(setting: TargetSetting, pairing: Pairing): TargetFacts {
  requireOpen(pairing);
  const { taskGroup, dueOn } = setting;
  if (!pairing.taskGroups.includes(taskGroup)) throw targetOutsidePlan({ taskGroup });
  requireDue(pairing, dueOn);
  return {
    taskGroup,
    indicator: publicLine(setting.indicator, 'indicator', 100),
    unit: publicLine(setting.unit, 'unit', 20),
    targetValue: wholeWithin(setting.targetValue, 'targetValue', 1, LARGEST),
    dueOn,
  };
}

/** What a pairing wants to reach, it reaches within its days; before they are agreed on, within its cycle. */
function requireDue({ startsOn, endsOn, cycleYear }: Pairing, dueOn: CalendarDate): void {
  const first = startsOn ?? `${cycleYear}-01-01`;
  const last = endsOn ?? `${cycleYear + 1}-12-31`;
  if (dueOn >= first && dueOn <= last) return;
  throw pairingDatesInvalid({
    field: 'dueOn',
    reason: {
      en: `a target is due within the pairing, ${first} to ${last}`,
      zh: `目标期限应在结对期间 ${first} 至 ${last} 内`,
    },
  });
}

export function requireTargetStands(target: PairingTarget): void {
  requireNotStruck(target, targetStruck);
}

export function checkedValue(achievedValue: number): number {
  return wholeWithin(achievedValue, 'achievedValue', 0, LARGEST);
}

const MOST_ENTRIES = 500;

export function takesProgress({ progress }: PairingTarget): boolean {
  return progress.length < MOST_ENTRIES;
}

export function recordProgress(
  target: PairingTarget,
  achievedValue: number,
  today: CalendarDate,
): Change<PairingTarget, TargetProgressed> {
  requireTargetStands(target);
  const reached = checkedValue(achievedValue);
  if (reached === target.achievedValue) return { state: target, events: [] };
  if (!takesProgress(target))
    throw badInput({
      field: 'achievedValue',
      reason: {
        en: `a target takes at most ${MOST_ENTRIES} entries`,
        zh: `一个目标最多登记 ${MOST_ENTRIES} 条进度`,
      },
    });
  const entry = { no: target.progress.length + 1, achievedValue: reached, recordedOn: today, struck: null };
  const state = standing(target, [...target.progress, entry]);
  return { state, events: [{ type: 'target.progressed', ...progressOf(target, state) }] };
}

/** What is reached is what the last entry says that stands. */
export function standing(target: PairingTarget, progress: readonly ProgressEntry[]): PairingTarget {
  const last = progress.findLast(({ struck }) => struck === null);
  return { ...target, progress, achievedValue: last?.achievedValue ?? 0 };
}

export function progressOf(before: PairingTarget, after: PairingTarget) {
  const { id: targetId, taskGroup, achievedValue } = after;
  return { targetId, taskGroup, achievedValue, wasMet: isMet(before), isMet: isMet(after) };
}

export function isMet({ achievedValue, targetValue }: PairingTarget): boolean {
  return achievedValue >= targetValue;
}
