import {
  addDays,
  badInput,
  type CalendarDate,
  type Change,
  chinaDay,
  daysBetween,
  type PublicText,
  requireDifference,
  wholeWithin,
} from '@qianshou/kernel';
import {
  classCapacityBelowSeated,
  classNotCancellable,
  classNotPostponable,
  classNotRevisable,
} from './class-errors.ts';
import type { ClassId } from '../ids.ts';
import { MOST_HOURS } from '../programme/programme.ts';
import { requirePossibleDays, seatsWithin } from './class-limits.ts';
import type {
  CancelledClass,
  ClassEvent,
  ClassInProgress,
  InterruptedClass,
  OpenClass,
  PlannedClass,
  Tally,
  TrainingClass,
} from './class-state.ts';
import { requireInProgress } from './training-class.ts';

type Announced = PlannedClass | OpenClass;

/** What may be said otherwise before a class is over; what is not named stays. */
export type Revision = Partial<
  Pick<TrainingClass, 'startsOn' | 'endsOn' | 'venue' | 'delivery' | 'hours' | 'capacity'>
>;

/** The days, the place, the hours and the seats; never fewer seats than are taken (TRA-7). */
export function reviseClass(
  group: TrainingClass,
  revision: Revision,
  { seated }: Pick<Tally, 'seated'>,
  at: Date,
): Change<Announced | ClassInProgress, ClassEvent> {
  const before = requireRevisable(group, revision);
  requireDifference<TrainingClass>(before, revision);
  const state = { ...before, ...revision } as Announced | ClassInProgress;
  requirePossibleDays(state, chinaDay(at));
  wholeWithin(state.hours, 'hours', 1, MOST_HOURS);
  const capacity = seatsWithin(state.delivery, state.capacity);
  if (capacity < seated) throw classCapacityBelowSeated({ capacity, seated });
  return { state, events: [{ type: 'class.revised' }] };
}

function requireRevisable(group: TrainingClass, { startsOn }: Revision): Announced | ClassInProgress {
  if (isAnnounced(group)) return group;
  if (group.status === 'IN_PROGRESS' && (startsOn ?? group.startsOn) === group.startsOn) return group;
  throw classNotRevisable({ status: group.status });
}

/** It is held later, as long as it was to last: everybody keeps their place. */
export function postponeClass(
  group: TrainingClass,
  { startsOn, endsOn }: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate | null },
  at: Date,
): Change<Announced, ClassEvent> {
  if (!isAnnounced(group)) throw classNotPostponable({ status: group.status });
  const today = chinaDay(at);
  if (startsOn <= group.startsOn || startsOn < today) {
    throw badInput({
      field: 'startsOn',
      reason: {
        en: `expected a day after ${group.startsOn} and not before ${today}`,
        zh: `应晚于 ${group.startsOn} 且不早于 ${today}`,
      },
    });
  }
  const days = { startsOn, endsOn: endsOn ?? addDays(startsOn, daysBetween(group.startsOn, group.endsOn)) };
  requirePossibleDays(days, today);
  const from = group.startsOn;
  return {
    state: { ...group, ...days, postponedFrom: group.postponedFrom ?? from },
    events: [{ type: 'class.postponed', from }],
  };
}

export interface Interruption {
  readonly reason: PublicText;
  readonly on: CalendarDate | null;
  readonly at: Date;
}

/** What began and cannot go on: the hours so far stay on record, and it leads to no result (TRA-3). */
export function interruptClass(
  group: TrainingClass,
  { reason, on, at }: Interruption,
): Change<InterruptedClass, ClassEvent> {
  const begun = requireInProgress(group);
  const today = chinaDay(at);
  const interruptedOn = on ?? today;
  if (interruptedOn < begun.startsOn || interruptedOn > today) {
    throw badInput({
      field: 'interruptedOn',
      reason: {
        en: `expected a day from ${begun.startsOn} to ${today}`,
        zh: `应为 ${begun.startsOn} 至 ${today} 之间的日期`,
      },
    });
  }
  return {
    state: { ...begun, status: 'INTERRUPTED', interruptedAt: at, interruptedOn, interruptReason: reason },
    events: [{ type: 'class.interrupted', interruptedOn }],
  };
}

export interface Cancellation {
  readonly reason: PublicText;
  readonly at: Date;
  /** Nobody's attendance or result has been recorded. */
  readonly untouched: boolean;
  readonly replacementClassId: ClassId | null;
}

/** Before it begins, or on the day itself as long as nothing was held. */
export function cancelClass(
  group: TrainingClass,
  { reason, at, untouched, replacementClassId }: Cancellation,
): Change<CancelledClass, ClassEvent> {
  if (!isAnnounced(group) && !(untouched && beganToday(group, at))) {
    throw classNotCancellable({ status: group.status });
  }
  return {
    state: { ...group, status: 'CANCELLED', cancelledAt: at, cancelReason: reason },
    events: [{ type: 'class.cancelled', replacementClassId }],
  };
}

export function isAnnounced(group: TrainingClass): group is Announced {
  return group.status === 'PLANNED' || group.status === 'OPEN' || group.status === 'FULL';
}

function beganToday(group: TrainingClass, at: Date): group is ClassInProgress {
  return group.status === 'IN_PROGRESS' && chinaDay(group.startedAt) === chinaDay(at);
}
