import {
  type CalendarDate,
  type Change,
  earlierOf,
  type Grounds,
  notFarAhead,
  requireDifference,
  requireNotStruck,
  struckOut,
} from '@qianshou/kernel';
import type { LeaveId } from '../ids.ts';
import { type Leave, leavesOf, type LeaveTerms } from '../posting/life.ts';
import { overlap } from '../posting/overlaps.ts';
import {
  isOnDuty,
  type Posting,
  type PostingEvent,
  type PostingOnDuty,
  postFacts,
} from '../posting/posting.ts';
import {
  postingLeaveBackwards,
  postingLeaveOutside,
  postingLeaveOverlaps,
  postingLeaveUnknown,
  postingNotOnDuty,
} from './errors.ts';

type OnLeave = Change<Posting, PostingEvent>;

/** A leave that reaches further ahead is none. */
const LEAVE_YEARS = 2;

/** The seat is held; the post, its clock and its days go on. */
export function recordLeave(
  posting: Posting,
  { id, recorded, ...terms }: LeaveTerms & Pick<Leave, 'id' | 'recorded'>,
): OnLeave {
  requireNotStruck(posting);
  refuseImpossible(posting, terms, null);
  const leave: Leave = { ...terms, id, recorded, struck: null, corrections: [] };
  return changed({ ...posting, leaves: [...(posting.leaves ?? []), leave] }, leave, 'posting.leave-recorded');
}

export function correctLeave(
  posting: Posting,
  id: LeaveId,
  { corrected, ...why }: Grounds & { readonly corrected: Partial<LeaveTerms>; readonly on: CalendarDate },
): OnLeave {
  const leave = leaveOf(posting, id);
  requireDifference(leave, corrected);
  const { kind, from, to } = leave;
  const right = { kind, from, to, ...corrected };
  refuseImpossible(posting, right, id);
  const corrections = [...leave.corrections, { ...why, kind, from, to }];
  return replaced(posting, { ...leave, ...right, corrections }, 'posting.leave-corrected');
}

export function strikeLeave(
  posting: Posting,
  id: LeaveId,
  { reason, evidence, on }: Grounds & { readonly on: CalendarDate },
): OnLeave {
  const leave = leaveOf(posting, id);
  return replaced(posting, { ...leave, struck: struckOut(reason, on, evidence) }, 'posting.leave-struck');
}

/** Who stands in does so as long as that leave, whatever it has become, or to the last day that they gave themselves. */
export function standInTo(
  substitute: Posting,
  before: Leave,
  to: CalendarDate,
): Change<Posting, PostingEvent> {
  const { endsOn = null, resignation } = substitute;
  const stays = { state: substitute, events: [] };
  if (endsOn === null || !overlap(before, { from: endsOn, to: endsOn })) return stays;
  const last = earlierOf(to, resignation?.lastDay ?? to);
  if (last === endsOn) return stays;
  return {
    state: { ...substitute, endsOn: last },
    events: [{ type: 'posting.term-moved', ...postFacts(substitute), endsOn: last }],
  };
}

export function leaveOf(posting: Posting, id: LeaveId): Leave {
  const leave = anyLeaveOf(posting, id);
  requireNotStruck(leave);
  return leave;
}

/** Struck out or not. */
export function anyLeaveOf({ leaves = [] }: Posting, id: LeaveId): Leave {
  const leave = leaves.find((each) => each.id === id);
  if (leave === undefined) throw postingLeaveUnknown({ id });
  return leave;
}

function refuseImpossible(posting: Posting, { from, to }: LeaveTerms, own: LeaveId | null): void {
  if (!wasOnDuty(posting)) throw postingNotOnDuty({ status: posting.status });
  if (to < from) throw postingLeaveBackwards({ from });
  requireWithin(posting, { from, to });
  notFarAhead(to, 'to', { from, years: LEAVE_YEARS });
  const others = leavesOf(posting).filter(({ id }) => id !== own);
  if (others.some((each) => overlap(each, { from, to }))) throw postingLeaveOverlaps();
}

function requireWithin(
  { startedOn, endedOn, endsOn = null }: PostingOnDuty,
  { from, to }: Pick<LeaveTerms, 'from' | 'to'>,
): void {
  const last: CalendarDate | null = endedOn ?? endsOn;
  if (from < startedOn || (last !== null && to > last)) throw postingLeaveOutside({ startedOn });
}

/** A leave of a post that is over is entered as history. */
function wasOnDuty(posting: Posting): posting is PostingOnDuty {
  return isOnDuty(posting) || (posting.status === 'LEFT' && posting.startedOn !== null);
}

type LeaveEvent = 'posting.leave-recorded' | 'posting.leave-corrected' | 'posting.leave-struck';

function replaced(posting: Posting, leave: Leave, type: LeaveEvent): OnLeave {
  const leaves = (posting.leaves ?? []).map((each) => (each.id === leave.id ? leave : each));
  return changed({ ...posting, leaves }, leave, type);
}

/** Days alone: why somebody is away is told to nobody. */
function changed(state: Posting, { from, to }: Leave, type: LeaveEvent): OnLeave {
  return { state, events: [{ type, ...postFacts(state), from, to }] };
}
