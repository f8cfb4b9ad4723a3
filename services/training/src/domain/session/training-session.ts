import {
  badInput,
  type CalendarDate,
  type Change,
  chinaDay,
  type Grounds,
  type PublicText,
  type Recorded,
  type RegionCode,
  requireDifference,
  type Struck,
  requireNotStruck,
  struckOut,
  wholeWithin,
} from '@qianshou/kernel';
import { requireInProgress } from '../class/training-class.ts';
import type { TrainingClass } from '../class/class-state.ts';
import { sessionBeyondClassHours, sessionNotHeld } from '../class/session-errors.ts';
import type { AgencyId, ClassId, SessionId } from '../ids.ts';
import type { TrainingKind } from '../programme/programme.ts';

/** What was taught at one sitting of a class: only what took place is recorded. */
export interface TrainingSession {
  readonly id: SessionId;
  readonly version: number;
  readonly classId: ClassId;
  readonly kind: TrainingKind;
  readonly regionCode: RegionCode;
  readonly organiserAgencyId: AgencyId | null;
  readonly heldOn: CalendarDate;
  readonly hours: number;
  readonly topic: PublicText | null;
  readonly recordedAt: Date;
  readonly recorded?: Recorded | null;
  readonly struck: Struck | null;
  readonly corrections: readonly SessionBefore[];
}

/** What stood before a correction, with its day and reason. */
export interface SessionBefore extends SittingFacts, Struck {}

interface SittingFacts {
  readonly heldOn: CalendarDate;
  readonly hours: number;
  readonly topic: PublicText | null;
}

export interface SessionInput extends SittingFacts {
  readonly id: SessionId;
}

export type SessionEvent =
  | { readonly type: 'session.held' }
  | { readonly type: 'session.struck' }
  | { readonly type: 'session.corrected'; readonly hoursBefore: number };

const LONGEST_SITTING = 24;

/** The hours of a class's other sessions that stand. */
export interface HeldFacts {
  readonly heldHours: number;
  readonly at: Date;
}

export function holdSession(
  group: TrainingClass,
  input: SessionInput,
  facts: HeldFacts,
): Change<TrainingSession, SessionEvent> {
  const begun = requireInProgress(group);
  refuseImpossible(begun, input, facts);
  const { id: classId, kind, regionCode, organiserAgencyId } = begun;
  const ofClass = { classId, kind, regionCode, organiserAgencyId };
  const state = { ...input, ...ofClass, version: 0, recordedAt: facts.at, struck: null, corrections: [] };
  return { state, events: [{ type: 'session.held' }] };
}

export function strikeSession(
  session: TrainingSession,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<TrainingSession, SessionEvent> {
  requireNotStruck(session);
  return {
    state: { ...session, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'session.struck' }],
  };
}

export function correctSession(
  session: TrainingSession,
  corrected: Partial<SittingFacts>,
  facts: HeldFacts & Grounds & { readonly group: TrainingClass },
): Change<TrainingSession, SessionEvent> {
  requireNotStruck(session);
  requireDifference<TrainingSession>(session, corrected);
  const right = { ...session, ...corrected };
  refuseImpossible(requireInProgress(facts.group), right, facts);
  const { heldOn, hours, topic } = session;
  const { reason, evidence, at } = facts;
  const before = { on: chinaDay(at), reason, evidence, heldOn, hours, topic };
  return {
    state: { ...right, corrections: [...session.corrections, before] },
    events: [{ type: 'session.corrected', hoursBefore: hours }],
  };
}

function refuseImpossible(
  { startsOn, endsOn, hours: planned }: TrainingClass,
  { heldOn, hours }: SittingFacts,
  { heldHours, at }: HeldFacts,
): void {
  const today = chinaDay(at);
  if (heldOn > today) throw sessionNotHeld({ heldOn });
  if (heldOn < startsOn || heldOn > endsOn) {
    throw badInput({
      field: 'heldOn',
      reason: {
        en: `expected a day from ${startsOn} to ${endsOn}`,
        zh: `应为 ${startsOn} 至 ${endsOn} 之间的日期`,
      },
    });
  }
  wholeWithin(hours, 'hours', 1, LONGEST_SITTING);
  if (heldHours + hours > planned) throw sessionBeyondClassHours({ planned, heldHours, hours });
}
