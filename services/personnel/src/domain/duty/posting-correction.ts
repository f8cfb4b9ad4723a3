import {
  type CalendarDate,
  type Change,
  type Grounds,
  laterOf,
  publicLine,
  requireDifference,
  requireNotStruck,
  struckOut,
} from '@qianshou/kernel';
import type { PostingId } from '../ids.ts';
import { requireWorkingAge } from '../worker/possible-life.ts';
import {
  postingDateInFuture,
  postingEndsBeforeStart,
  postingWorkerAlreadyFullTime,
} from '../posting/errors.ts';
import { leavesOf, type PostingDays } from '../posting/life.ts';
import {
  isOnDuty,
  type LeftPosting,
  type Posting,
  type PostingEvent,
  postFacts,
} from '../posting/posting.ts';
import { end } from '../posting/posting-duty.ts';
import { requireFreeSeat, type SeatsThen } from '../posting/suitability.ts';
import { postingLeaveOutside, postingNotOnDuty } from './errors.ts';

export interface CorrectedDays {
  readonly startedOn?: CalendarDate;
  /** Of a post that is over. */
  readonly endedOn?: CalendarDate;
}

/** What counts on the days as they are right. */
export interface DaysFacts extends SeatsThen {
  readonly birthYear: number;
  /** Another full-time post of the worker on some of these days. */
  readonly fullTimePostingId: PostingId | null;
}

interface Correcting extends Grounds {
  readonly corrected: CorrectedDays;
  readonly today: CalendarDate;
}

/** PER-1, PER-3, PER-14 hold of the days that were, as they do of those that come. */
export function correctDays(
  posting: Posting,
  { corrected, reason, evidence, today }: Correcting,
  facts: DaysFacts,
): Change<Posting, PostingEvent> {
  requireNotStruck(posting);
  const { startedOn, endedOn } = posting;
  const isOver = posting.status === 'LEFT';
  if (startedOn === null || (corrected.endedOn !== undefined && !isOver))
    throw postingNotOnDuty({ status: posting.status });
  requireDifference({ startedOn, endedOn }, corrected);
  const right = { startedOn, endedOn, ...corrected };
  refuseImpossible(posting, right, today);
  requireWorkingAge(facts.birthYear, right.startedOn);
  requireFreeSeat(posting.role, facts);
  if (posting.fullTime && facts.fullTimePostingId !== null)
    throw postingWorkerAlreadyFullTime({ postingId: facts.fullTimePostingId });
  const before = { on: today, reason, evidence, startedOn, endedOn };
  const state = { ...posting, ...right, daysBefore: [...(posting.daysBefore ?? []), before] } as Posting;
  const said = { type: 'posting.corrected', ...postFacts(state), ...right, before: { startedOn, endedOn } };
  return { state, events: [said as PostingEvent] };
}

function refuseImpossible(posting: Posting, { startedOn, endedOn }: PostingDays, today: CalendarDate): void {
  const last = endedOn ?? today;
  if (laterOf(startedOn, last) > today) throw postingDateInFuture({ day: laterOf(startedOn, last) });
  if (last < startedOn) throw postingEndsBeforeStart({ startedOn, endedOn: last });
  const outside = leavesOf(posting).some(
    ({ from, to }) => from < startedOn || (endedOn !== null && to > endedOn),
  );
  if (outside) throw postingLeaveOutside({ startedOn });
}

const STRUCK = publicLine('STRUCK', 'reason');

/** It never was: whoever holds it leaves, seats and clocks are free of it. */
export function strikePosting(
  posting: Posting,
  { reason, evidence, today }: Grounds & { readonly today: CalendarDate },
): Change<LeftPosting, PostingEvent> {
  requireNotStruck(posting);
  const endedOn = laterOf(today, posting.startedOn ?? today);
  const over =
    posting.status === 'LEFT'
      ? { state: posting, events: [] }
      : end(posting, { endedOn, reason: STRUCK }, endedOn);
  return {
    state: { ...over.state, struck: struckOut(reason, today, evidence) },
    events: [...over.events, { type: 'posting.struck', ...postFacts(posting), wasOnDuty: isOnDuty(posting) }],
  };
}
