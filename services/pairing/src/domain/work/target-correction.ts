import { type CalendarDate, type Change, type Grounds, requireDifference, struckOut } from '@qianshou/kernel';
import { requireOpen } from '../pairing/pairing-life-cycle.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { type Mistake, noted } from '../reference/corrections.ts';
import { progressStruck, progressUnknown } from './errors.ts';
import {
  checkedTarget,
  checkedValue,
  isMet,
  type PairingTarget,
  type ProgressCorrected,
  type ProgressEntry,
  progressOf,
  type ProgressWasStruck,
  requireTargetStands,
  standing,
  type TargetCorrected,
  type TargetSetting,
  type TargetWasStruck,
} from './pairing-target.ts';

/** It was never set: it keeps what it said and counts no more. */
export function strikeTarget(
  target: PairingTarget,
  pairing: Pairing,
  { reason, evidence = null, today }: Mistake,
): Change<PairingTarget, TargetWasStruck> {
  requireTargetStands(target);
  requireOpen(pairing);
  const { id: targetId, taskGroup } = target;
  return {
    state: { ...target, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'target.struck', targetId, taskGroup, wasMet: isMet(target) }],
  };
}

const SAID = ['taskGroup', 'indicator', 'unit', 'targetValue', 'dueOn'] as const;

type Why = Grounds & { readonly today: CalendarDate };

/** It was set otherwise: judged as if it were set now, and what stood before is kept with the reason. */
export function correctTarget(
  target: PairingTarget,
  pairing: Pairing,
  corrected: Partial<TargetSetting>,
  { today, ...grounds }: Why,
): Change<PairingTarget, TargetCorrected> {
  requireTargetStands(target);
  requireDifference<TargetSetting>(target, corrected);
  const right = { ...target, ...checkedTarget({ ...target, ...corrected }, pairing) };
  const corrections = [...(target.corrections ?? []), noted(target, SAID, grounds, today)];
  const { id: targetId, taskGroup } = right;
  const before = { taskGroup: target.taskGroup, wasMet: isMet(target) };
  return {
    state: { ...right, corrections },
    events: [{ type: 'target.corrected', targetId, taskGroup, isMet: isMet(right), before }],
  };
}

interface EntryMistake extends Mistake {
  readonly entryNo: number;
}

/** An entry that was recorded wrongly is struck out; what stands then is the entry before it. */
export function strikeProgress(
  target: PairingTarget,
  pairing: Pairing,
  { entryNo, reason, evidence = null, today }: EntryMistake,
): Change<PairingTarget, ProgressWasStruck> {
  requireOpen(pairing);
  const entry = requireEntry(target, entryNo);
  const state = replaced(target, { ...entry, struck: struckOut(reason, today, evidence) });
  return { state, events: [{ type: 'target.progress-struck', ...progressOf(target, state) }] };
}

/** Another value was reached on that day. */
export function correctProgress(
  target: PairingTarget,
  pairing: Pairing,
  { entryNo, achievedValue }: { readonly entryNo: number; readonly achievedValue: number },
  { reason, evidence, today }: Why,
): Change<PairingTarget, ProgressCorrected> {
  requireOpen(pairing);
  const entry = requireEntry(target, entryNo);
  const right = { achievedValue: checkedValue(achievedValue) };
  requireDifference<Pick<ProgressEntry, 'achievedValue'>>(entry, right);
  const grounds = { reason, evidence };
  const before = noted(entry, ['achievedValue'], grounds, today);
  const state = replaced(target, { ...entry, ...right, corrections: [...(entry.corrections ?? []), before] });
  return { state, events: [{ type: 'target.progress-corrected', ...progressOf(target, state) }] };
}

function requireEntry(target: PairingTarget, entryNo: number): ProgressEntry {
  requireTargetStands(target);
  const entry = target.progress.find(({ no }) => no === entryNo);
  if (entry === undefined) throw progressUnknown({ entryNo });
  if (entry.struck !== null) throw progressStruck({ entryNo, on: entry.struck.on });
  return entry;
}

function replaced(target: PairingTarget, entry: ProgressEntry): PairingTarget {
  return standing(
    target,
    target.progress.map((each) => (each.no === entry.no ? entry : each)),
  );
}
