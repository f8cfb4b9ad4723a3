import {
  type CalendarDate,
  type Change,
  earlierOf,
  laterOf,
  notFarAhead,
  type PublicText,
} from '@qianshou/kernel';
import type { Candidate } from './candidate.ts';
import {
  postingActingIsHead,
  postingAlreadySigned,
  postingEndsBeforeStart,
  postingNobodyOnLeave,
  postingNotProposed,
  postingSignedBySameSubject,
  postingSubstituteThere,
} from './errors.ts';
import { leaveOn, type LifeOfPost } from './life.ts';
import type { PostingId } from '../ids.ts';
import { requireWorkingAge } from '../worker/possible-life.ts';
import {
  isFullTime,
  isOnDuty,
  needsPreJobTraining,
  type Posting,
  type PostingEvent,
  type PostingOrigin,
  postFacts,
  postNamed,
  type ProposedPosting,
  type TraineePosting,
} from './posting.ts';
import { missingSignatures, type RecruitingParty, signedBySame } from './signatures.ts';
import type { PostingRole, Workplace } from '../reference/workplace.ts';
import { requireOverdueDecision, requireSuitable, type SeatFacts } from './suitability.ts';

export interface ProposalInput {
  readonly id: PostingId;
  readonly role: PostingRole;
  readonly startsOn: CalendarDate;
  readonly educationException: PublicText | null;
  /** PER-10: why the bureau hires somebody again who missed the deadline. */
  readonly overdueDecision?: PublicText | null;
  /** PER-1: the last day of somebody who heads the station without being its director. */
  readonly actingUntil?: CalendarDate | null;
}

/** Who proposes signs by it: `party` is null where the role is not recruited jointly. */
export interface Proposer {
  readonly party: RecruitingParty | null;
  readonly subject: string | null;
  readonly on: CalendarDate;
}

export interface RecruitmentFacts extends SeatFacts {
  readonly candidate: Candidate;
  readonly place: Workplace;
  /** The post of somebody on leave for whom the worker stands in; null or absent: a post of its own. */
  readonly substituted?: Substituted | null;
}

export interface Substituted {
  readonly posting: Posting;
  /** Who stands in already. */
  readonly substitutes: number;
}

type Recruited = ProposedPosting | TraineePosting;

/** PER-1 to PER-6 and PER-14 hold before anybody signs. */
export function propose(
  input: ProposalInput,
  facts: RecruitmentFacts,
  proposer: Proposer,
): Change<Recruited, PostingEvent> {
  notFarAhead(input.startsOn, 'startsOn', { from: proposer.on, years: 2 });
  requireWorkingAge(facts.candidate.birthYear, input.startsOn);
  const acting = requireTerm(input, proposer.on);
  requireSuitable(input.role, input.educationException, { ...facts, acting });
  requireOverdueDecision(input.role, input.overdueDecision ?? null, facts);
  const term = termOf(input, facts);
  const drafted = { ...draft(input, facts, { origin: 'RECRUITED', historySource: null }), ...term, acting };
  const { operatorAgencyId, startsOn } = drafted;
  const change: Change<ProposedPosting, PostingEvent> = {
    state: drafted,
    events: [{ type: 'posting.drafted', ...postFacts(drafted), operatorAgencyId, startsOn }],
  };
  return completed(proposer.party === null ? change : withSignature(change, proposer.party, proposer));
}

/** PER-4: each of the three signs once; the last signature makes the proposal whole. */
export function sign(
  posting: Posting,
  party: RecruitingParty,
  signer: Omit<Proposer, 'party'>,
): Change<Recruited, PostingEvent> {
  if (posting.status !== 'PROPOSED') throw postingNotProposed({ status: posting.status });
  if (!missingSignatures(posting).includes(party)) throw postingAlreadySigned({ party });
  if (signedBySame(posting.signatures, signer.subject)) throw postingSignedBySameSubject();
  return completed(withSignature({ state: posting, events: [] }, party, signer));
}

/** PER-1: whoever acts as head does so until a day, within a year. */
function requireTerm({ role, actingUntil = null, startsOn }: ProposalInput, today: CalendarDate): boolean {
  if (actingUntil === null) return false;
  if (role !== 'STATION_HEAD') throw postingActingIsHead({ role });
  if (actingUntil < startsOn) throw postingEndsBeforeStart({ startedOn: startsOn, endedOn: actingUntil });
  notFarAhead(actingUntil, 'actingUntil', { from: laterOf(startsOn, today), years: 1 });
  return true;
}

/** Who stands in stays as long as the leave, who acts until the day that was said. */
function termOf(
  { role, startsOn, actingUntil = null }: ProposalInput,
  { place, substituted = null }: RecruitmentFacts,
): Pick<LifeOfPost, 'endsOn' | 'substituteFor'> {
  if (substituted === null) return { endsOn: actingUntil, substituteFor: null };
  const { posting, substitutes } = substituted;
  const leave = isSamePost(posting, role, place) ? leaveOn(posting, startsOn) : null;
  if (leave === null) throw postingNobodyOnLeave({ startsOn });
  if (substitutes > 0) throw postingSubstituteThere();
  return { endsOn: earlierOf(leave.to, actingUntil ?? leave.to), substituteFor: posting.id };
}

function isSamePost(posting: Posting, role: PostingRole, { stationId, centreId }: Workplace): boolean {
  const sameSeat = posting.role === role && posting.stationId === stationId && posting.centreId === centreId;
  return sameSeat && isOnDuty(posting);
}

/** A post as it stands before any signature. */
export function draft(
  { actingUntil: _until, ...input }: ProposalInput,
  { candidate, place }: Pick<RecruitmentFacts, 'candidate' | 'place'>,
  history: { readonly origin: PostingOrigin; readonly historySource: string | null },
): ProposedPosting {
  return {
    ...input,
    ...history,
    version: 0,
    status: 'PROPOSED',
    workerId: candidate.workerId,
    stationId: place.stationId,
    centreId: place.centreId,
    townshipCode: place.townshipCode,
    countyCode: place.countyCode,
    operatorAgencyId: place.operatorAgencyId,
    fullTime: isFullTime(input.role),
    candidateRank: candidate.rank,
    signatures: [],
    preJobTraining: null,
    reviewFrom: null,
    startedOn: null,
    certificate: null,
    clock: null,
    endedOn: null,
    endReason: null,
  };
}

/** What training reads: whether, by whom and with what precedence somebody is to be trained. */
export function proposedEvent(posting: ProposedPosting, trainingNeeded: boolean): PostingEvent {
  return {
    type: 'posting.proposed',
    ...postFacts(posting),
    operatorAgencyId: posting.operatorAgencyId,
    certifiedLocal: posting.candidateRank === 'CERTIFIED_LOCAL',
    needsPreJobTraining: trainingNeeded,
    startsOn: posting.startsOn,
  };
}

function withSignature(
  { state, events }: Change<ProposedPosting, PostingEvent>,
  party: RecruitingParty,
  { subject, on }: Omit<Proposer, 'party'>,
): Change<ProposedPosting, PostingEvent> {
  const signatures = [...state.signatures, { party, signedBy: subject, signedOn: on }];
  const signed = { ...state, signatures };
  return { state: signed, events: [...events, { type: 'posting.signed', ...postNamed(signed), party }] };
}

/** Announces a proposal that nothing is missing from; PER-7 sends those who need it to training. */
function completed({
  state,
  events,
}: Change<ProposedPosting, PostingEvent>): Change<Recruited, PostingEvent> {
  if (missingSignatures(state).length > 0) return { state, events };
  const trainingNeeded = needsPreJobTraining(state.role);
  return {
    state: trainingNeeded ? { ...state, status: 'IN_PRE_JOB_TRAINING' } : state,
    events: [...events, proposedEvent(state, trainingNeeded)],
  };
}
