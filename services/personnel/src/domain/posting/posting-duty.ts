import {
  addYears,
  badInput,
  type CalendarDate,
  type Change,
  laterOf,
  type PublicText,
} from '@qianshou/kernel';
import type { CertificateFacts } from '../qualification/certificate-facts.ts';
import {
  postingAlreadyLeft,
  postingDateInFuture,
  postingEndsBeforeStart,
  postingHistoryLacksTraining,
  postingLacksPreJobTraining,
  postingNotProposed,
} from './errors.ts';
import { requireWorkingAge } from '../worker/possible-life.ts';
import {
  isOnDuty,
  type LeftPosting,
  needsPreJobTraining,
  type Posting,
  type PostingEvent,
  postFacts,
  postNamed,
  type PreJobTraining,
  type ProposedPosting,
  type RegularPosting,
  standingOf,
  type TraineePosting,
} from './posting.ts';
import { draft, proposedEvent, type ProposalInput, type RecruitmentFacts } from './posting-recruitment.ts';
import { requireOverdueDecision, requireSuitable } from './suitability.ts';

type Started = Change<RegularPosting, PostingEvent>;

/** PER-7: officials and centre workers start so; whoever needs training starts by passing it. */
export function start(
  posting: Posting,
  startedOn: CalendarDate,
  facts: CertificateFacts,
  today: CalendarDate,
): Started {
  const awaited = posting.status === 'PROPOSED' || posting.status === 'IN_PRE_JOB_TRAINING';
  if (awaited && needsPreJobTraining(posting.role)) throw postingLacksPreJobTraining();
  if (posting.status !== 'PROPOSED') throw postingNotProposed({ status: posting.status });
  requirePast(startedOn, today);
  refuseLongBefore(startedOn, posting.startsOn);
  return begin(posting, startedOn, facts);
}

/** PER-7: the training is passed, and duty begins; not before the day that was agreed. */
export function startTrained(
  posting: TraineePosting,
  training: PreJobTraining & { readonly passedOn: CalendarDate },
  facts: CertificateFacts,
): Started {
  const trained = { ...posting, preJobTraining: training };
  return begin(trained, laterOf(posting.startsOn, training.passedOn), facts);
}

/** PER-7: the certificate was cancelled. Who is on duty stays there, is warned of, and passes the training again. */
export function voidTraining(
  posting: Posting,
  certificateNo: string,
  today: CalendarDate,
): Change<Posting, PostingEvent> {
  const { preJobTraining, operatorAgencyId } = posting;
  const stands = preJobTraining !== null && (preJobTraining.voidedOn ?? null) === null;
  if (!isOnDuty(posting) || !stands || preJobTraining.certificateNo !== certificateNo) {
    return { state: posting, events: [] };
  }
  const certifiedLocal = posting.candidateRank === 'CERTIFIED_LOCAL';
  return {
    state: { ...posting, preJobTraining: { ...preJobTraining, voidedOn: today } },
    events: [{ type: 'posting.training-voided', ...postFacts(posting), operatorAgencyId, certifiedLocal }],
  };
}

export function renewTraining(posting: Posting, training: PreJobTraining): Change<Posting, PostingEvent> {
  if (!isOnDuty(posting) || (posting.preJobTraining?.voidedOn ?? null) === null) {
    return { state: posting, events: [] };
  }
  return {
    state: { ...posting, preJobTraining: training },
    events: [{ type: 'posting.training-renewed', ...postFacts(posting) }],
  };
}

export interface PastPostingInput extends Omit<ProposalInput, 'startsOn'> {
  readonly startedOn: CalendarDate;
  readonly preJobCertificateNo: string | null;
  /** The bureau's file that the entry rests on. */
  readonly source: PublicText;
  /** Of a post that is over already. */
  readonly ended?: EndInput | null;
}

/** A bureau enters a post that began before the platform knew of it: the same rules, the signatures are in its file. */
export function recordPast(
  input: PastPostingInput,
  facts: RecruitmentFacts,
  certificate: CertificateFacts,
  today: CalendarDate,
): Change<RegularPosting | LeftPosting, PostingEvent> {
  const { startedOn, preJobCertificateNo, source, ended = null, ...proposal } = input;
  requirePast(startedOn, today);
  requireWorkingAge(facts.candidate.birthYear, startedOn);
  // Of a head who has left, nobody can tell by today's offices whether they directed one.
  requireSuitable(input.role, input.educationException, { ...facts, acting: ended !== null });
  requireOverdueDecision(input.role, input.overdueDecision ?? null, facts);
  if (needsPreJobTraining(input.role) && preJobCertificateNo === null) throw postingHistoryLacksTraining();
  const drafted: ProposedPosting = {
    ...draft({ ...proposal, startsOn: startedOn }, facts, { origin: 'HISTORY', historySource: source }),
    preJobTraining:
      preJobCertificateNo === null ? null : { certificateNo: preJobCertificateNo, passedOn: null },
  };
  const { operatorAgencyId } = drafted;
  const { state, events } = begin(drafted, startedOn, certificate);
  const over = ended === null ? { state, events: [] } : end(state, ended, today);
  return {
    state: over.state,
    events: [
      { type: 'posting.drafted', ...postFacts(drafted), operatorAgencyId, startsOn: startedOn },
      proposedEvent(drafted, false),
      ...events,
      ...over.events,
    ],
  };
}

export interface EndInput {
  readonly endedOn: CalendarDate;
  readonly reason: PublicText;
}

export function end(
  posting: Posting,
  { endedOn, reason }: EndInput,
  today: CalendarDate,
): Change<LeftPosting, PostingEvent> {
  if (posting.status === 'LEFT') throw postingAlreadyLeft({ endedOn: posting.endedOn });
  requirePast(endedOn, today);
  if (posting.startedOn !== null && endedOn < posting.startedOn) {
    throw postingEndsBeforeStart({ startedOn: posting.startedOn, endedOn });
  }
  return {
    state: { ...posting, status: 'LEFT', endedOn, endReason: reason, reviewFrom: null },
    events: [
      {
        type: 'posting.ended',
        ...postFacts(posting),
        endedOn,
        wasOnDuty: isOnDuty(posting),
        standingBefore: standingOf(posting),
      },
    ],
  };
}

function begin(
  posting: ProposedPosting | TraineePosting,
  startedOn: CalendarDate,
  facts: CertificateFacts,
): Started {
  const state: RegularPosting = {
    ...posting,
    status: 'ON_DUTY',
    startedOn,
    ...certificateAtStart(posting, startedOn, facts),
  };
  const started = {
    type: 'posting.started',
    ...postFacts(state),
    startedOn,
    standing: standingOf(state),
  } as const;
  return { state, events: [started, ...clockGoesOn(state)] };
}

/** PER-8 has a hold on residents alone, and only until they are certified. */
function certificateAtStart(
  { role }: Posting,
  startedOn: CalendarDate,
  { certified, eligibleFrom, carried = null }: CertificateFacts,
): Pick<RegularPosting, 'certificate' | 'clock' | 'reviewFrom'> {
  if (role !== 'RESIDENT') return { certificate: 'NOT_REQUIRED', clock: null, reviewFrom: null };
  if (certified) return { certificate: 'HELD', clock: null, reviewFrom: null };
  if (carried !== null) return { certificate: 'RUNNING', clock: carried, reviewFrom: startedOn };
  return { certificate: 'WAITING', clock: null, reviewFrom: laterOf(startedOn, eligibleFrom ?? startedOn) };
}

/** PER-9: the two years run on from an earlier post. */
function clockGoesOn(state: RegularPosting): readonly PostingEvent[] {
  if (state.clock === null) return [];
  const { startedOn, deadline } = state.clock;
  return [{ type: 'certificate.clock-started', ...postNamed(state), deadline, startedOn }];
}

/** Earlier than was agreed, but not by years: the clock of the certificate would run from there (PER-9). */
function refuseLongBefore(day: CalendarDate, agreed: CalendarDate): void {
  const earliest = addYears(agreed, -1);
  if (day >= earliest) return;
  throw badInput({
    field: 'startedOn',
    reason: {
      en: `more than a year before ${agreed}, the day that was agreed; who has long been on duty is entered by recordPastPosting`,
      zh: `早于约定到岗日 ${agreed} 一年以上；已长期在岗的请用 recordPastPosting 补录`,
    },
  });
}

function requirePast(day: CalendarDate, today: CalendarDate): void {
  if (day > today) throw postingDateInFuture({ day });
}
