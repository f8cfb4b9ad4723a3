import {
  badInput,
  type CalendarDate,
  type Change,
  earlierOf,
  laterOf,
  notFarAhead,
  publicLine,
  type PublicText,
} from '@qianshou/kernel';
import { postingAlreadyLeft } from '../posting/errors.ts';
import { isOnDuty, type Posting, type PostingEvent, postFacts } from '../posting/posting.ts';
import { end } from '../posting/posting-duty.ts';
import { postingResignedAlready } from './errors.ts';

/** What ended a post that nobody ended: a code, which screens put into words. */
const RESIGNED = publicLine('RESIGNED', 'reason');
const TERM_OVER = publicLine('TERM_OVER', 'reason');

/** The worker's own word: the post ends with the day that the worker names, and at once where duty never began. */
export function resign(
  posting: Posting,
  lastDay: CalendarDate,
  today: CalendarDate,
): Change<Posting, PostingEvent> {
  if (posting.status === 'LEFT') throw postingAlreadyLeft({ endedOn: posting.endedOn });
  refuseResignation(posting, lastDay, today);
  const { endsOn = null } = posting;
  const last = earlierOf(endsOn ?? lastDay, lastDay);
  const state = { ...posting, resignation: { submittedOn: today, lastDay }, endsOn: last };
  const resigned = { type: 'posting.resigned', ...postFacts(posting), lastDay } as const;
  if (isOnDuty(posting) && lastDay > today) return { state, events: [resigned] };
  const ended = end(state, { endedOn: today, reason: RESIGNED }, today);
  return { state: ended.state, events: [resigned, ...ended.events] };
}

function refuseResignation(
  { resignation = null }: Posting,
  lastDay: CalendarDate,
  today: CalendarDate,
): void {
  if (resignation !== null) throw postingResignedAlready({ lastDay: resignation.lastDay });
  if (lastDay < today)
    throw badInput({
      field: 'lastDay',
      reason: { en: 'expected today or a day to come', zh: '应为今日或以后的日期' },
    });
  notFarAhead(lastDay, 'lastDay', { from: today, years: 1 });
}

/** Who stands in, acts, or has resigned leaves with the last day that was known. */
export function endWhenDue(posting: Posting, today: CalendarDate): Change<Posting, PostingEvent> {
  const { endsOn = null, startedOn } = posting;
  if (posting.status === 'LEFT' || endsOn === null || endsOn >= today) return { state: posting, events: [] };
  return end(posting, { endedOn: laterOf(endsOn, startedOn ?? endsOn), reason: reasonOf(posting) }, today);
}

function reasonOf({ resignation = null }: Posting): PublicText {
  return resignation === null ? TERM_OVER : RESIGNED;
}
