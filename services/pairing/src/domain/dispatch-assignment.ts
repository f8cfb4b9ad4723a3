import { type CalendarDate, type Change, daysBetween, type Versioned } from '@qianshou/kernel';
import type { DispatchId, WorkerId } from './ids.ts';
import { requireActive } from './pairing-life-cycle.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { Pairing } from './pairing.ts';
import { dispatchDatesInvalid, dispatchEnded, dispatchOverlaps } from './work-errors.ts';
import { requireWithin } from './work-span.ts';

export const DISPATCH_ROLES = ['TEAM_LEADER', 'SUPERVISOR', 'SOCIAL_WORKER'] as const;

export type DispatchRole = (typeof DISPATCH_ROLES)[number];

export const DISPATCH_MODES = ['ONSITE', 'REMOTE'] as const;

export type DispatchMode = (typeof DISPATCH_MODES)[number];

interface DispatchFacts extends PairingRecord, Versioned {
  readonly id: DispatchId;
  /** A reference to personnel: who it is, is known there alone. */
  readonly workerId: WorkerId;
  readonly role: DispatchRole;
  readonly mode: DispatchMode;
  readonly arrivedOn: CalendarDate;
}

export interface CurrentDispatch extends DispatchFacts {
  readonly status: 'PRESENT';
  readonly leftOn: null;
  readonly workingDays: null;
}

export interface EndedDispatch extends DispatchFacts {
  readonly status: 'ENDED';
  readonly leftOn: CalendarDate;
  readonly workingDays: number;
}

export type DispatchAssignment = CurrentDispatch | EndedDispatch;

export interface DispatchStarted {
  readonly type: 'dispatch.started';
  readonly dispatchId: DispatchId;
  readonly arrivedOn: CalendarDate;
  /** The worker's first stay of the year in this pairing, so that figures count each worker once a year. */
  readonly firstOfYear: boolean;
}

export interface DispatchEnded {
  readonly type: 'dispatch.ended';
  readonly dispatchId: DispatchId;
  readonly leftOn: CalendarDate;
  readonly workingDays: number;
}

export type DispatchEvent = DispatchStarted | DispatchEnded;

export interface Arrival {
  readonly workerId: WorkerId;
  readonly role: DispatchRole;
  readonly mode: DispatchMode;
  readonly arrivedOn: CalendarDate;
}

export interface ArrivalFacts {
  readonly record: PairingRecord;
  /** Every stay that the worker has had, in whichever pairing. */
  readonly others: readonly DispatchAssignment[];
  readonly firstOfYear: boolean;
  readonly today: CalendarDate;
}

/** A worker is at one place at a time: whoever is dispatched, or was until then, cannot arrive elsewhere. */
export function startDispatch(
  id: DispatchId,
  pairing: Pairing,
  arrival: Arrival,
  { record, others, firstOfYear, today }: ArrivalFacts,
): Change<CurrentDispatch, DispatchStarted> {
  requireActive(pairing);
  const { workerId, role, mode, arrivedOn } = arrival;
  requireWithin(pairing, 'arrivedOn', arrivedOn, today);
  // Still open, the new stay reaches from its arrival to any later day.
  const overlapped = others.find(({ leftOn }) => leftOn === null || leftOn >= arrivedOn);
  if (overlapped !== undefined) throw dispatchOverlaps({ workerId, dispatchId: overlapped.id });
  const person = { workerId, role, mode, arrivedOn };
  return {
    state: { ...record, ...person, id, version: 0, status: 'PRESENT', leftOn: null, workingDays: null },
    events: [{ type: 'dispatch.started', dispatchId: id, arrivedOn, firstOfYear }],
  };
}

export interface Departure {
  readonly leftOn: CalendarDate;
  readonly workingDays: number;
}

/** People leave whatever became of the pairing, so a stay can be ended in every status of it. */
export function endDispatch(
  dispatch: DispatchAssignment,
  { leftOn, workingDays }: Departure,
  today: CalendarDate,
): Change<EndedDispatch, DispatchEnded> {
  if (dispatch.status === 'ENDED') throw dispatchEnded({ leftOn: dispatch.leftOn });
  const { arrivedOn, id } = dispatch;
  if (leftOn < arrivedOn) throw dispatchDatesInvalid({ field: 'leftOn', reason: `before ${arrivedOn}` });
  if (leftOn > today) throw dispatchDatesInvalid({ field: 'leftOn', reason: 'in the future' });
  const most = daysBetween(arrivedOn, leftOn) + 1;
  if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > most)
    throw dispatchDatesInvalid({ field: 'workingDays', reason: `the stay has ${most} days` });
  return {
    state: { ...dispatch, status: 'ENDED', leftOn, workingDays },
    events: [{ type: 'dispatch.ended', dispatchId: id, leftOn, workingDays }],
  };
}
