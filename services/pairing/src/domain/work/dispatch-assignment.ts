import { type CalendarDate, type Change, daysBetween, type Struck, type Versioned } from '@qianshou/kernel';
import type { DispatchId, WorkerId } from '../ids.ts';
import { requireActive } from '../pairing/pairing-life-cycle.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { Confirmable } from './confirmation.ts';
import type { Before } from '../reference/corrections.ts';
import type { DispatchEnded, DispatchEvent } from './dispatch-events.ts';
import { dispatchDatesInvalid, dispatchEnded, dispatchOverlaps, dispatchStruck } from './errors.ts';
import { requireWithin } from './work-span.ts';

export const DISPATCH_ROLES = ['TEAM_LEADER', 'SUPERVISOR', 'SOCIAL_WORKER'] as const;

export type DispatchRole = (typeof DISPATCH_ROLES)[number];

export const DISPATCH_MODES = ['ONSITE', 'REMOTE'] as const;

export type DispatchMode = (typeof DISPATCH_MODES)[number];

interface DispatchFacts extends PairingRecord, Versioned, Confirmable {
  readonly id: DispatchId;
  /** A reference to personnel: who it is, is known there alone. */
  readonly workerId: WorkerId;
  readonly role: DispatchRole;
  readonly mode: DispatchMode;
  readonly arrivedOn: CalendarDate;
  /** What it said before it was corrected, oldest first; absent in records of before. */
  readonly corrections?: readonly Before<StayFacts>[];
}

/** What somebody says of a stay, and may have said wrongly; who it was is another stay. */
export interface StayFacts {
  readonly role: DispatchRole;
  readonly mode: DispatchMode;
  readonly arrivedOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly workingDays: number | null;
}

export interface CurrentDispatch extends DispatchFacts {
  readonly status: 'PRESENT';
  readonly leftOn: null;
  readonly workingDays: null;
  readonly struck: null;
}

export interface EndedDispatch extends DispatchFacts {
  readonly status: 'ENDED';
  readonly leftOn: CalendarDate;
  /** Null where the stay ended with its pairing, until somebody says how many they were. */
  readonly workingDays: number | null;
  readonly struck: null;
}

/** Recorded by mistake: it keeps what it said and counts for nothing. */
export interface StruckDispatch extends DispatchFacts {
  readonly status: 'STRUCK';
  readonly leftOn: CalendarDate | null;
  readonly workingDays: number | null;
  readonly struck: Struck;
}

export type StandingDispatch = CurrentDispatch | EndedDispatch;

export type DispatchAssignment = StandingDispatch | StruckDispatch;

export interface Arrival {
  readonly workerId: WorkerId;
  readonly role: DispatchRole;
  readonly mode: DispatchMode;
  readonly arrivedOn: CalendarDate;
  /** Of a stay that is entered after it was over. */
  readonly departure: Departure | null;
}

export interface ArrivalFacts {
  readonly record: PairingRecord;
  /** Every stay that the worker has had, in whichever pairing. */
  readonly others: readonly DispatchAssignment[];
  readonly firstOfYear: boolean;
  readonly daysBefore: number;
  readonly today: CalendarDate;
}

/** A worker is at one place at a time: whoever is dispatched, or was on one of these days, cannot arrive elsewhere. */
export function startDispatch(
  id: DispatchId,
  pairing: Pairing,
  arrival: Arrival,
  { record, others, firstOfYear, daysBefore, today }: ArrivalFacts,
): Change<StandingDispatch, DispatchEvent> {
  requireActive(pairing);
  const { workerId, role, mode, arrivedOn, departure } = arrival;
  requireWithin(pairing, 'arrivedOn', arrivedOn, today);
  const overlapped = others.find((other) => overlaps(other, arrival));
  if (overlapped !== undefined)
    throw dispatchOverlaps({ workerId, dispatchId: overlapped.id, arrivedOn: overlapped.arrivedOn });
  const still = { workerId, role, mode, arrivedOn, leftOn: null, workingDays: null, struck: null } as const;
  const started: Change<CurrentDispatch, DispatchEvent> = {
    state: { ...record, ...still, id, version: 0, status: 'PRESENT' },
    events: [{ type: 'dispatch.started', dispatchId: id, arrivedOn, firstOfYear }],
  };
  if (departure === null) return started;
  const ended = endDispatch(started.state, departure, { daysBefore, lastDay: pairing.endsOn, today });
  return { state: ended.state, events: [...started.events, ...ended.events] };
}

/** Still open, a stay reaches from its arrival to any later day. */
export function overlaps(
  other: DispatchAssignment,
  { arrivedOn, departure }: Pick<Arrival, 'arrivedOn' | 'departure'>,
): boolean {
  if (other.status === 'STRUCK') return false;
  const endsBefore = other.leftOn !== null && other.leftOn < arrivedOn;
  const beginsAfter = departure !== null && departure.leftOn < other.arrivedOn;
  return !endsBefore && !beginsAfter;
}

export interface Departure {
  readonly leftOn: CalendarDate;
  readonly workingDays: number;
}

export interface DepartureFacts {
  /** The worker's working days of the year in this pairing, without those of this stay. */
  readonly daysBefore: number;
  /** Of the pairing. */
  readonly lastDay: CalendarDate | null;
  readonly today: CalendarDate;
}

/** Ended, and it is known how many days were worked. */
export function isAccountedFor({ status, workingDays }: DispatchAssignment): boolean {
  return status === 'ENDED' && workingDays !== null;
}

/** A stay is over with its pairing; how many days were worked, the record does not tell. */
export function endWithPairing(
  dispatch: CurrentDispatch,
  lastDay: CalendarDate,
  days: number,
): Change<EndedDispatch, DispatchEnded> {
  const told = { dispatchId: dispatch.id, leftOn: lastDay, workingDays: 0, again: false };
  return {
    state: { ...dispatch, status: 'ENDED', leftOn: lastDay },
    events: [{ type: 'dispatch.ended', ...told, workerDaysBefore: days, workerDays: days }],
  };
}

/** People leave whatever became of the pairing, so a stay can be ended in every status of it. */
export function endDispatch(
  dispatch: DispatchAssignment,
  { leftOn, workingDays }: Departure,
  { daysBefore, lastDay, today }: DepartureFacts,
): Change<EndedDispatch, DispatchEnded> {
  if (dispatch.status === 'STRUCK') throw dispatchStruck({ on: dispatch.struck.on });
  if (isAccountedFor(dispatch)) throw dispatchEnded({ leftOn: dispatch.leftOn ?? dispatch.arrivedOn });
  const { arrivedOn, id: dispatchId } = dispatch;
  requireDeparture({ leftOn, workingDays }, { arrivedOn, lastDay, today });
  const days = { workerDaysBefore: daysBefore, workerDays: daysBefore + workingDays };
  return {
    state: { ...dispatch, status: 'ENDED', leftOn, workingDays },
    events: [
      {
        type: 'dispatch.ended',
        dispatchId,
        leftOn,
        workingDays,
        again: dispatch.status === 'ENDED',
        ...days,
      },
    ],
  };
}

export function requireDeparture(
  { leftOn, workingDays }: Departure,
  {
    arrivedOn,
    lastDay,
    today,
  }: Pick<DepartureFacts, 'lastDay' | 'today'> & { readonly arrivedOn: CalendarDate },
): void {
  if (leftOn < arrivedOn)
    throw dispatchDatesInvalid({
      field: 'leftOn',
      reason: { en: `before ${arrivedOn}, the day of arrival`, zh: `早于到达日 ${arrivedOn}` },
    });
  if (leftOn > today)
    throw dispatchDatesInvalid({ field: 'leftOn', reason: { en: 'in the future', zh: '晚于今天' } });
  if (lastDay !== null && leftOn > lastDay)
    throw dispatchDatesInvalid({ field: 'leftOn', reason: pastLast(lastDay) });
  const most = daysBetween(arrivedOn, leftOn) + 1;
  if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > most)
    throw dispatchDatesInvalid({
      field: 'workingDays',
      reason: { en: `the stay has ${most} days`, zh: `派驻期间仅有 ${most} 天` },
    });
}

function pastLast(lastDay: CalendarDate) {
  return { en: `after the last day of the pairing, ${lastDay}`, zh: `晚于结对最后一日 ${lastDay}` };
}
