import { type CalendarDate, type Change, daysBetween, laterOf } from '@qianshou/kernel';
import type { CertificateFacts } from '../qualification/certificate-facts.ts';
import {
  type CertificateClock,
  deadlineOf,
  exceptionOf,
  isOverdue,
  nextReviewAfter,
  signUpDue,
  startClock,
  warningDue,
  type WarningRule,
} from '../qualification/certificate-clock.ts';
import {
  isOnDuty,
  type Posting,
  type PostingEvent,
  type PostingOnDuty,
  type PressedPosting,
  postNamed,
  standingOf,
} from './posting.ts';

/** PER-8, PER-9: the county's rule of the day; its years are null where it has none. */
export interface CertificateRule extends WarningRule {
  readonly certificateYears: number | null;
}

export interface ReviewFacts extends CertificateFacts, CertificateRule {}

export type Reviewed<State extends Posting = Posting> = Change<State, PostingEvent>;

/**
 * PER-8, PER-9: brings one posting up to the day. It warns and marks, and it never ends a posting: what follows a
 * missed deadline is the bureau's decision (PER-10).
 */
export function review(posting: Posting, facts: ReviewFacts, today: CalendarDate): Reviewed {
  if (!isReviewDue(posting, today)) return unchanged(posting);
  if (facts.certified) return meetRequirement(posting);
  return pressed(
    posting.clock === null ? startedClock(posting, facts, today) : unchanged(posting),
    facts,
    today,
  );
}

/**
 * PER-8: the years are those of the policy that rules today; the day from which they run is the person's. Another
 * policy, or none, moves or stops a clock that runs, and what follows of the new deadline follows at once.
 */
export function remeasure(posting: Posting, rule: CertificateRule, today: CalendarDate): Reviewed {
  if (!isOnDuty(posting) || posting.certificate !== 'RUNNING' || posting.clock === null) {
    return unchanged(posting);
  }
  const { certificateYears } = rule;
  const { startedOn, deadline: before } = posting.clock;
  const exception = exceptionOf(posting.clock);
  const deadline = certificateYears === null ? null : deadlineOf(startedOn, certificateYears, exception);
  if (deadline === before) return unchanged(posting);
  const event = {
    type: 'certificate.clock-moved',
    ...postNamed(posting),
    startedOn,
    deadline,
    standingBefore: standingOf(posting),
  } as const;
  if (deadline === null) {
    const stopped = { ...posting, status: 'ON_DUTY', certificate: 'WAITING', clock: null } as const;
    return { state: { ...stopped, reviewFrom: today }, events: [event] };
  }
  const clock = { startedOn, deadline, warnedAt: null, ...exception };
  const reviewFrom = nextReviewAfter(clock, rule, today);
  const moved = { ...posting, status: 'ON_DUTY', clock, reviewFrom } as const;
  return pressed({ state: moved, events: [event] }, rule, today);
}

/**
 * PER-9: the day on which a running clock is looked at next, where other thresholds bring it nearer; null where it stays.
 * What a wider plan looks at too early says nothing.
 */
export function broughtNearer(
  posting: Posting,
  rule: CertificateRule,
  today: CalendarDate,
): CalendarDate | null {
  const { clock, reviewFrom } = posting;
  if (clock === null || reviewFrom === null) return null;
  const next = nextReviewAfter(clock, rule, today);
  return next < reviewFrom ? next : null;
}

/** PER-8 is met, in time or later: the posting is an ordinary one again, for good. */
export function meetRequirement(posting: Posting): Reviewed {
  if (posting.certificate !== 'WAITING' && posting.certificate !== 'RUNNING') return unchanged(posting);
  if (posting.status === 'LEFT') return unchanged(posting);
  return {
    state: { ...posting, status: 'ON_DUTY', certificate: 'HELD', clock: null, reviewFrom: null },
    events: [
      { type: 'certificate.requirement-met', ...postNamed(posting), standingBefore: standingOf(posting) },
    ],
  };
}

/** The certificate that met the requirement counts no more: the two years run as if it had never been there. */
export function reopenRequirement(posting: Posting, facts: ReviewFacts, today: CalendarDate): Reviewed {
  if (!isOnDuty(posting) || posting.certificate !== 'HELD') return unchanged(posting);
  const { carried = null } = facts;
  const waiting: PostingOnDuty = {
    ...posting,
    status: 'ON_DUTY',
    certificate: carried === null ? 'WAITING' : 'RUNNING',
    clock: carried,
    reviewFrom: today,
  };
  const reopened = {
    type: 'certificate.requirement-reopened',
    ...postNamed(posting),
    standingBefore: standingOf(posting),
  } as const;
  const { state, events } = review(waiting, facts, today);
  return { state, events: [reopened, ...events] };
}

function isReviewDue(posting: Posting, today: CalendarDate): posting is PostingOnDuty {
  return posting.reviewFrom !== null && posting.reviewFrom <= today;
}

function startedClock(
  posting: PostingOnDuty,
  facts: ReviewFacts,
  today: CalendarDate,
): Reviewed<PostingOnDuty> {
  const { eligibleFrom, certificateYears } = facts;
  if (certificateYears === null || eligibleFrom === null) return unchanged(posting);
  if (laterOf(posting.startedOn, eligibleFrom) > today) return unchanged(posting);
  const clock = startClock(posting.startedOn, eligibleFrom, certificateYears);
  const { startedOn, deadline } = clock;
  return {
    state: {
      ...posting,
      status: 'ON_DUTY',
      certificate: 'RUNNING',
      clock,
      reviewFrom: nextReviewAfter(clock, facts, today),
    },
    events: [{ type: 'certificate.clock-started', ...postNamed(posting), deadline, startedOn }],
  };
}

/** What follows of a running clock today: a warning, or that it has run out. */
export function pressed(
  { state, events }: Reviewed<PostingOnDuty>,
  rule: WarningRule,
  today: CalendarDate,
): Reviewed<PostingOnDuty> {
  const { clock } = state;
  if (clock === null) return { state, events };
  const { deadline } = clock;
  const named = { ...postNamed(state), deadline, standingBefore: standingOf(state) };
  if (isOverdue(clock, today)) {
    const overdue: PressedPosting = { ...state, status: 'CERT_OVERDUE', clock, reviewFrom: null };
    return { state: overdue, events: [...events, { type: 'certificate.overdue', ...named }] };
  }
  return signedUp(warned({ state, events }, clock, { rule, today }), {
    rule,
    today,
    awaited: state.reviewFrom,
  });
}

interface Told {
  readonly rule: WarningRule;
  readonly today: CalendarDate;
}

/** PER-9: as many days before the deadline as the county says, each once. */
function warned(
  { state, events }: Reviewed<PostingOnDuty>,
  clock: CertificateClock,
  { rule, today }: Told,
): Reviewed<PostingOnDuty> {
  const threshold = warningDue(clock, rule, today);
  if (threshold === null) return { state, events };
  const after = { ...clock, warnedAt: threshold, warnedOn: today };
  const { deadline } = clock;
  const near = {
    type: 'certificate.deadline-near',
    ...postNamed(state),
    deadline,
    standingBefore: standingOf(state),
    daysLeft: daysBetween(today, deadline),
    threshold,
  } as const;
  return { state: pressing(state, after, { rule, today }), events: [...events, near] };
}

/** The exam is held once a year: any warning can be too late to sit the last one that helps, so its sign-up is said. */
function signedUp(
  { state, events }: Reviewed<PostingOnDuty>,
  { rule, today, awaited }: Told & { readonly awaited: CalendarDate | null },
): Reviewed<PostingOnDuty> {
  const { clock } = state;
  const exam = clock === null ? null : signUpDue(clock, today, awaited);
  if (clock === null || exam === null) return { state, events };
  const { examYear, signUpFrom, signUpTo } = exam;
  const open = {
    type: 'certificate.last-exam-near',
    ...postNamed(state),
    deadline: clock.deadline,
    standingBefore: standingOf(state),
    examYear,
    signUpFrom,
    signUpTo,
  } as const;
  return {
    state: pressing(state, { ...clock, examWarned: examYear }, { rule, today }),
    events: [...events, open],
  };
}

function pressing(state: PostingOnDuty, clock: CertificateClock, { rule, today }: Told): PressedPosting {
  return { ...state, status: 'CERT_WARNING', clock, reviewFrom: nextReviewAfter(clock, rule, today) };
}

export function unchanged<State extends Posting>(posting: State): Reviewed<State> {
  return { state: posting, events: [] };
}
