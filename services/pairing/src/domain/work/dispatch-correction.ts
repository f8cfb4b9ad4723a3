import {
  type CalendarDate,
  type Change,
  type Grounds,
  requireDifference,
  struckOut,
  yearOf,
} from '@qianshou/kernel';
import type { Pairing } from '../pairing/pairing.ts';
import { type Confirmation, refuseSameVerdict, verdictOn } from './confirmation.ts';
import { type Mistake, noted } from '../reference/corrections.ts';
import {
  type DispatchAssignment,
  isAccountedFor,
  overlaps,
  requireDeparture,
  type StandingDispatch,
  type StayFacts,
  type StruckDispatch,
} from './dispatch-assignment.ts';
import type { DispatchCorrected, DispatchJudged, DispatchWasStruck } from './dispatch-events.ts';
import { dispatchDatesInvalid, dispatchNotEnded, dispatchOverlaps, dispatchStruck } from './errors.ts';
import { requireBegun, requireWithinBegun } from './work-span.ts';

export interface StrikingFacts extends Mistake {
  readonly onlyOfYear: boolean;
  /** The worker's working days of the year in this pairing, with those of this stay. */
  readonly daysBefore: number;
}

/** As long as the pairing is not over. Of somebody else's stay that was written down, too: it is struck out and recorded anew. */
export function strikeDispatch(
  dispatch: DispatchAssignment,
  pairing: Pairing,
  { reason, evidence = null, onlyOfYear, daysBefore, today }: StrikingFacts,
): Change<StruckDispatch, DispatchWasStruck> {
  if (dispatch.status === 'STRUCK') throw dispatchStruck({ on: dispatch.struck.on });
  requireBegun(pairing);
  const days = { workerDaysBefore: daysBefore, workerDays: daysBefore - (dispatch.workingDays ?? 0) };
  const wasPresent = dispatch.status === 'PRESENT';
  return {
    state: { ...dispatch, status: 'STRUCK', struck: struckOut(reason, today, evidence) },
    events: [
      {
        type: 'dispatch.struck',
        dispatchId: dispatch.id,
        wasPresent,
        verdictBefore: verdictOn(dispatch),
        onlyOfYear,
        ...days,
      },
    ],
  };
}

const SAID = ['role', 'mode', 'arrivedOn', 'leftOn', 'workingDays'] as const;

export interface DispatchCorrectionFacts extends Grounds {
  /** Every other stay of the worker, in whichever pairing. */
  readonly others: readonly DispatchAssignment[];
  /** Working days of the worker in a year, in this pairing, without those of this stay; null: no other stay in it. */
  readonly daysOfYear: (arrivedOn: CalendarDate) => number | null;
  readonly today: CalendarDate;
}

/** It happened otherwise: judged as if it were recorded now, and what stood before is kept with the reason. */
export function correctDispatch(
  dispatch: DispatchAssignment,
  pairing: Pairing,
  corrected: Partial<StayFacts>,
  { others, daysOfYear, today, ...grounds }: DispatchCorrectionFacts,
): Change<StandingDispatch, DispatchCorrected> {
  if (dispatch.status === 'STRUCK') throw dispatchStruck({ on: dispatch.struck.on });
  requireDifference<StayFacts>(dispatch, corrected);
  const right = { ...dispatch, ...corrected } as StandingDispatch;
  requireWithinBegun(pairing, 'arrivedOn', right.arrivedOn, today);
  requireEnd(dispatch, right, { lastDay: requireBegun(pairing).endsOn, today });
  refuseOverlap(right, others);
  const { arrivedOn, leftOn, workingDays } = dispatch;
  const was = counted(workingDays, daysOfYear(arrivedOn), 'BEFORE');
  const is = counted(right.workingDays, daysOfYear(right.arrivedOn), 'AFTER');
  const moved = yearOf(arrivedOn) !== yearOf(right.arrivedOn);
  const before = { arrivedOn, leftOn, workingDays, onlyOfYear: moved && was.alone, ...was.days };
  return {
    state: {
      ...right,
      confirmation: null,
      corrections: [
        ...(dispatch.corrections ?? []),
        noted<StayFacts, keyof StayFacts>(dispatch, SAID, grounds, today),
      ],
    },
    events: [
      {
        type: 'dispatch.corrected',
        dispatchId: dispatch.id,
        firstOfYear: moved && is.alone,
        ...is.days,
        before,
        verdictBefore: verdictOn(dispatch),
      },
    ],
  };
}

/** Once its days are known, and as long as the pairing is not over. */
export function judgeDispatch(
  dispatch: DispatchAssignment,
  pairing: Pairing,
  confirmation: Confirmation,
): Change<StandingDispatch, DispatchJudged> {
  if (dispatch.status === 'STRUCK') throw dispatchStruck({ on: dispatch.struck.on });
  if (!isAccountedFor(dispatch)) throw dispatchNotEnded();
  requireBegun(pairing);
  refuseSameVerdict(dispatch, confirmation);
  return {
    state: { ...dispatch, confirmation },
    events: [{ type: 'dispatch.judged', dispatchId: dispatch.id, verdictBefore: verdictOn(dispatch) }],
  };
}

/** Taken back, the worker has the days of the other stays; put in place, these and its own. */
function counted(own: number | null, others: number | null, when: 'BEFORE' | 'AFTER') {
  const [without, withIt] = [others ?? 0, (others ?? 0) + (own ?? 0)];
  const days =
    when === 'BEFORE'
      ? { workerDaysBefore: withIt, workerDays: without }
      : { workerDaysBefore: without, workerDays: withIt };
  return { alone: others === null, days };
}

/** A stay that goes on has no end to correct; one that is over keeps one. */
function requireEnd(
  { status }: StandingDispatch,
  { arrivedOn, leftOn, workingDays }: StandingDispatch,
  days: { readonly lastDay: CalendarDate; readonly today: CalendarDate },
): void {
  if ((status === 'ENDED') === (leftOn === null))
    throw dispatchDatesInvalid({
      field: 'leftOn',
      reason: {
        en: 'the end of a stay that goes on is entered with endDispatch; one that is over keeps an end',
        zh: '未结束的派驻请用 endDispatch 登记离岗;已结束的不得取消离岗日期',
      },
    });
  if (leftOn !== null) requireDeparture({ leftOn, workingDays: workingDays ?? 0 }, { arrivedOn, ...days });
}

function refuseOverlap(right: StandingDispatch, others: readonly DispatchAssignment[]): void {
  const { workerId, arrivedOn, leftOn, workingDays } = right;
  const departure = leftOn === null ? null : { leftOn, workingDays: workingDays ?? 0 };
  const overlapped = others.find((other) => overlaps(other, { arrivedOn, departure }));
  if (overlapped !== undefined)
    throw dispatchOverlaps({ workerId, dispatchId: overlapped.id, arrivedOn: overlapped.arrivedOn });
}
