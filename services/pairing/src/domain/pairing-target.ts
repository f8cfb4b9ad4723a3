import { type CalendarDate, type Change, text, type Versioned } from '@qianshou/kernel';
import type { TargetId } from './ids.ts';
import { whole } from './numbers.ts';
import type { TaskGroup } from './pairing-application.ts';
import { requireOpen } from './pairing-life-cycle.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { Pairing } from './pairing.ts';
import { targetOutsidePlan } from './work-errors.ts';

/** What a pairing wants to reach in one of its task groups. */
export interface PairingTarget extends PairingRecord, Versioned {
  readonly id: TargetId;
  readonly taskGroup: TaskGroup;
  readonly indicator: string;
  readonly unit: string;
  readonly targetValue: number;
  readonly achievedValue: number;
  readonly dueOn: CalendarDate;
}

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

export type TargetEvent = TargetSet | TargetProgressed;

export type TargetSetting = Pick<PairingTarget, 'taskGroup' | 'indicator' | 'unit' | 'targetValue' | 'dueOn'>;

const LARGEST = 1_000_000;

export function setTarget(
  id: TargetId,
  setting: TargetSetting,
  pairing: Pairing,
  record: PairingRecord,
): Change<PairingTarget, TargetSet> {
  requireOpen(pairing);
  const { taskGroup, dueOn } = setting;
  if (!pairing.taskGroups.includes(taskGroup)) throw targetOutsidePlan({ taskGroup });
  const targetValue = whole(setting.targetValue, 'targetValue', 1, LARGEST);
  return {
    state: {
      ...record,
      id,
      version: 0,
      taskGroup,
      indicator: text(setting.indicator, 'indicator', 100),
      unit: text(setting.unit, 'unit', 20),
      targetValue,
      achievedValue: 0,
      dueOn,
    },
    events: [{ type: 'target.set', targetId: id, taskGroup, targetValue, dueOn }],
  };
}

export function recordProgress(
  target: PairingTarget,
  achievedValue: number,
): Change<PairingTarget, TargetProgressed> {
  const state = { ...target, achievedValue: whole(achievedValue, 'achievedValue', 0, LARGEST) };
  if (achievedValue === target.achievedValue) return { state: target, events: [] };
  return {
    state,
    events: [
      {
        type: 'target.progressed',
        targetId: target.id,
        taskGroup: target.taskGroup,
        achievedValue,
        wasMet: isMet(target),
        isMet: isMet(state),
      },
    ],
  };
}

export function isMet({ achievedValue, targetValue }: PairingTarget): boolean {
  return achievedValue >= targetValue;
}
