import { type CalendarDate, type Change, publicLine } from '@qianshou/kernel';
import { pressed } from '../posting/certificate-review.ts';
import { postingNotOnDuty } from '../duty/errors.ts';
import {
  isOnDuty,
  type Posting,
  type PostingEvent,
  postFacts,
  postNamed,
  standingOf,
} from '../posting/posting.ts';
import { end } from '../posting/posting-duty.ts';
import { nextReviewAfter, type WarningRule } from '../qualification/certificate-clock.ts';
import type { RenewalVerdict } from './renewal.ts';

/** What ended a post that nobody ended: a code, which screens put into words. */
const NOT_RENEWED = publicLine('NOT_RENEWED', 'reason');

/** What the bureau's decision makes of the post: another day for the certificate, or the last day of duty. */
export function followVerdict(
  posting: Posting,
  { outcome, until, reason }: Pick<RenewalVerdict, 'outcome' | 'reason' | 'until'>,
  { rule, today }: { readonly rule: WarningRule; readonly today: CalendarDate },
): Change<Posting, PostingEvent> {
  if (!isOnDuty(posting)) throw postingNotOnDuty({ status: posting.status });
  if (outcome === 'NOT_RENEWED') return leave(posting, until, today);
  const startedOn = posting.clock?.startedOn ?? posting.startedOn;
  const clock = { ...posting.clock, startedOn, deadline: until, warnedAt: null, extendedTo: until };
  const moved = {
    type: 'certificate.clock-moved',
    ...postNamed(posting),
    startedOn,
    deadline: until,
    standingBefore: standingOf(posting),
  } as const;
  const reviewFrom = nextReviewAfter(clock, rule, today);
  const state = { ...posting, status: 'ON_DUTY', clock, reviewFrom, overdueDecision: reason } as const;
  return pressed({ state, events: [moved] }, rule, today);
}

function leave(posting: Posting, until: CalendarDate, today: CalendarDate): Change<Posting, PostingEvent> {
  if (until <= today) return end(posting, { endedOn: today, reason: NOT_RENEWED }, today);
  const state = { ...posting, endsOn: until };
  return { state, events: [{ type: 'posting.term-moved', ...postFacts(posting), endsOn: until }] };
}
