import {
  badInput,
  type CalendarDate,
  calendarDate,
  type Change,
  type Grounds,
  publicName,
  publicText,
  type PublicText,
  requireDifference,
  type Struck,
  struckOut,
  type Versioned,
  type Written,
} from '@qianshou/kernel';
import { outsideOpenPhase, phaseNotClosed, phaseNotOpen, phaseOverlaps } from '../reference/errors.ts';
import { type PhaseId, phaseId } from '../ids.ts';

/** A run of days in which the programme takes pairings; what opened it is part of it. */
export interface ProgrammePhase extends Versioned {
  readonly id: PhaseId;
  readonly name: PublicText;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** The document that set the phase up, or who says so. */
  readonly source: PublicText;
  readonly status: 'OPEN' | 'CLOSED';
  /** Each with why a closed phase was opened again; absent in records of before. */
  readonly reopenings?: readonly Struck[];
  /** What stood there before, earliest first; absent in records of before. */
  readonly corrections?: readonly (Struck & PhaseWords)[];
}

/** What is said of a phase and decides nothing. */
export type PhaseWords = Pick<ProgrammePhase, 'name' | 'source'>;

export interface PhaseOpened {
  readonly type: 'phase.opened';
  readonly phaseId: PhaseId;
  readonly name: PublicText;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly source: PublicText;
}

export interface PhaseClosed {
  readonly type: 'phase.closed';
  readonly phaseId: PhaseId;
}

export interface PhaseReopened {
  readonly type: 'phase.reopened';
  readonly phaseId: PhaseId;
}

export interface PhaseCorrected {
  readonly type: 'phase.corrected';
  readonly phaseId: PhaseId;
}

export type PhaseEvent = PhaseOpened | PhaseClosed | PhaseReopened | PhaseCorrected;

export type PhaseOpening = Written<Omit<ProgrammePhase, 'version' | 'status' | 'reopenings' | 'corrections'>>;

/** The days that a pairing takes. */
export interface Span {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** The plan's own phase (PAIR-3). It ended with 2025; its pairings stay readable. */
export const PLAN_OF_2021: PhaseOpening = {
  id: phaseId('pha_017df778-5c00-7000-8000-000000000001'),
  name: '“十四五”牵手计划 2021–2025',
  startsOn: calendarDate('2021-01-01'),
  endsOn: calendarDate('2025-12-31'),
  source: '民发〔2021〕105号《“十四五”时期社会工作服务机构“牵手计划”实施方案》',
};

export function openPhase(
  opening: PhaseOpening,
  others: readonly ProgrammePhase[],
): Change<ProgrammePhase, PhaseOpened> {
  const { id, startsOn, endsOn } = opening;
  const name = publicName(opening.name, 'name', 100);
  const source = publicText(opening.source, 'source', 300);
  if (endsOn <= startsOn)
    throw badInput({ field: 'endsOn', reason: { en: 'must lie after startsOn', zh: '应晚于 startsOn' } });
  const overlapped = others.find((other) => other.startsOn <= endsOn && other.endsOn >= startsOn);
  if (overlapped !== undefined) throw phaseOverlaps({ phaseId: overlapped.id, name: overlapped.name });
  return {
    state: { id, version: 0, name, startsOn, endsOn, source, status: 'OPEN' },
    events: [{ type: 'phase.opened', phaseId: id, name, startsOn, endsOn, source }],
  };
}

export function closePhase(phase: ProgrammePhase): Change<ProgrammePhase, PhaseClosed> {
  if (phase.status !== 'OPEN') throw phaseNotOpen({ phaseId: phase.id });
  return { state: { ...phase, status: 'CLOSED' }, events: [{ type: 'phase.closed', phaseId: phase.id }] };
}

/** It was closed by mistake: it takes pairings again, and keeps why. */
export function reopenPhase(
  phase: ProgrammePhase,
  reason: string,
  today: CalendarDate,
): Change<ProgrammePhase, PhaseReopened> {
  const reopening = struckOut(reason, today);
  if (phase.status !== 'CLOSED') throw phaseNotClosed({ phaseId: phase.id });
  return {
    state: { ...phase, status: 'OPEN', reopenings: [...(phase.reopenings ?? []), reopening] },
    events: [{ type: 'phase.reopened', phaseId: phase.id }],
  };
}

/** Its words, at any time; its days decide which pairings lie in it and are never rewritten. */
export function correctPhase(
  phase: ProgrammePhase,
  corrected: Partial<Written<PhaseWords>>,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<ProgrammePhase, PhaseCorrected> {
  const { name, source, corrections = [] } = phase;
  const right = {
    name: publicName(corrected.name ?? name, 'name', 100),
    source: publicText(corrected.source ?? source, 'source', 300),
  };
  requireDifference<PhaseWords>(phase, right);
  const before = { ...struckOut(reason, today, evidence), name, source };
  return {
    state: { ...phase, ...right, corrections: [...corrections, before] },
    events: [{ type: 'phase.corrected', phaseId: phase.id }],
  };
}

/** PAIR-3: a pairing lies, from its first to its last day, in one phase that is open. */
export function requireOpenPhase(span: Span, phases: readonly ProgrammePhase[]): void {
  const covered = phases.some(
    (phase) => phase.status === 'OPEN' && phase.startsOn <= span.startsOn && span.endsOn <= phase.endsOn,
  );
  if (!covered) throw outsideOpenPhase({ startsOn: span.startsOn, endsOn: span.endsOn });
}

/** PAIR-3, before the days are agreed on: some open phase reaches into the year, else nothing can begin in it. */
export function requireOpenYear(year: number, phases: readonly ProgrammePhase[]): void {
  const first = `${year}-01-01`;
  const last = `${year}-12-31`;
  const reached = phases.some(
    (phase) => phase.status === 'OPEN' && phase.startsOn <= last && phase.endsOn >= first,
  );
  if (!reached) throw outsideOpenPhase({ startsOn: first, endsOn: last });
}
