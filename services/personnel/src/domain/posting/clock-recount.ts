import { type CalendarDate, laterOf } from '@qianshou/kernel';
import {
  type CertificateClock,
  type ClockException,
  deadlineOf,
  exceptionOf,
  nextReviewAfter,
} from '../qualification/certificate-clock.ts';
import { pressed, type Reviewed, type ReviewFacts, unchanged } from './certificate-review.ts';
import { isOnDuty, type Posting, type PostingOnDuty, postNamed, standingOf } from './posting.ts';

/** PER-9: the day on which the exam opens is another than it seemed. A clock that runs, or waits, is that of the right day. */
export function recount(posting: Posting, facts: ReviewFacts, today: CalendarDate): Reviewed {
  if (!isOnDuty(posting) || !isOpen(posting)) return unchanged(posting);
  const from = countsFrom(posting, facts);
  const exception = exceptionOf(posting.clock);
  const clock = rightClock(from, facts.certificateYears, { today, exception });
  const reviewFrom = clock === null ? lookAgainOn(from, today) : nextReviewAfter(clock, facts, today);
  return stands(posting, clock, reviewFrom)
    ? unchanged(posting)
    : pressed(counted(posting, { clock, reviewFrom, startedOn: from ?? today }), facts, today);
}

function counted(
  posting: PostingOnDuty,
  right: Pick<PostingOnDuty, 'clock' | 'reviewFrom'> & { readonly startedOn: CalendarDate },
): Reviewed<PostingOnDuty> {
  const { clock, reviewFrom, startedOn } = right;
  const event = {
    type: 'certificate.clock-moved',
    ...postNamed(posting),
    startedOn,
    deadline: clock?.deadline ?? null,
    standingBefore: standingOf(posting),
  } as const;
  const certificate = clock === null ? 'WAITING' : 'RUNNING';
  return { state: { ...posting, status: 'ON_DUTY', certificate, clock, reviewFrom }, events: [event] };
}

function lookAgainOn(from: CalendarDate | null, today: CalendarDate): CalendarDate {
  return from === null ? today : laterOf(from, today);
}

function isOpen({ certificate }: PostingOnDuty): boolean {
  return certificate === 'WAITING' || certificate === 'RUNNING';
}

function countsFrom(
  { startedOn }: PostingOnDuty,
  { eligibleFrom, carried = null }: ReviewFacts,
): CalendarDate | null {
  if (carried !== null) return carried.startedOn;
  return eligibleFrom === null ? null : laterOf(startedOn, eligibleFrom);
}

function rightClock(
  from: CalendarDate | null,
  certificateYears: number | null,
  { today, exception }: { readonly today: CalendarDate; readonly exception: ClockException },
): CertificateClock | null {
  if (from === null || certificateYears === null || from > today) return null;
  const deadline = deadlineOf(from, certificateYears, exception);
  return { startedOn: from, deadline, warnedAt: null, ...exception };
}

function stands(posting: PostingOnDuty, clock: CertificateClock | null, reviewFrom: CalendarDate): boolean {
  if (clock === null) return posting.clock === null && posting.reviewFrom === reviewFrom;
  return posting.clock?.startedOn === clock.startedOn;
}
