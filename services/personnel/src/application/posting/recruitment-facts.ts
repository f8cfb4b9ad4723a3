import type { Actor, CalendarDate } from '@qianshou/kernel';
import { overdueSince } from '../../domain/qualification/certificate-clock.ts';
import { candidateFor } from '../../domain/posting/candidate.ts';
import { postingWorkplaceClosed } from '../../domain/posting/errors.ts';
import type { CentreId, PostingId, StationId, WorkerId } from '../../domain/ids.ts';
import { mostAtOnce, overlap, type Period } from '../../domain/posting/overlaps.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { type PostingRole, NO_LOCAL_POLICY, type Workplace } from '../../domain/reference/workplace.ts';
import type { RecruitmentFacts, Substituted } from '../../domain/posting/posting-recruitment.ts';
import { centrePlace, stationPlace } from '../../domain/reference/replicas.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';
import { seenWorker } from '../reference/seen.ts';

type Deps = Pick<Ports, 'policies' | 'postings' | 'unitOfWork' | 'workers'>;

export type WorkplaceKey = { readonly stationId: StationId } | { readonly centreId: CentreId };

export async function workplaceOf(
  { stations, centres }: Pick<Ports, 'centres' | 'stations'>,
  key: WorkplaceKey,
): Promise<Workplace> {
  if ('stationId' in key) return stationPlace(await stations.get(key.stationId));
  return centrePlace(await centres.get(key.centreId));
}

/** What was proposed before its workplace closed is neither signed nor started any more. */
export async function requireWorkplaceOpen(
  { stations, centres }: Pick<Ports, 'centres' | 'stations'>,
  { stationId, centreId }: Pick<Workplace, 'centreId' | 'stationId'>,
): Promise<void> {
  const [place] =
    stationId === null
      ? await centres.findMany(centreId === null ? [] : [centreId])
      : await stations.findMany([stationId]);
  if (place?.closed === true) throw postingWorkplaceClosed();
}

export interface SeatQuestion {
  readonly workerId: WorkerId;
  readonly role: PostingRole;
  readonly place: Workplace;
  readonly on: CalendarDate;
  /** Of a post that began before the platform knew of it: who held seats, and where the worker was, on its days. */
  readonly window?: Period;
  /** Somebody on leave for whom the worker stands in. */
  readonly substituteFor?: PostingId | null;
}

/**
 * Reads what the rules of recruitment count, and holds worker and place, so that of two proposals for one seat or one
 * worker the second sees the first. Only inside a unit of work.
 */
export function recruitmentFacts(
  deps: Deps,
  question: SeatQuestion,
  actor: Actor,
): Promise<RecruitmentFacts & { readonly worker: SocialWorker }> {
  return recruitmentFactsOf(deps, question, (workerId) => seenWorker(deps.workers, workerId, actor));
}

export async function recruitmentFactsOf(
  { postings, policies, unitOfWork }: Omit<Deps, 'workers'>,
  question: SeatQuestion,
  load: (workerId: WorkerId) => Promise<SocialWorker>,
): Promise<RecruitmentFacts & { readonly worker: SocialWorker }> {
  const { workerId, place, on } = question;
  await unitOfWork.hold(`worker:${workerId}`);
  await unitOfWork.hold(`workplace:${place.stationId ?? place.centreId}`);
  const worker = await load(workerId);
  const [policy = NO_LOCAL_POLICY] = await policies.inForce([place.countyCode], on);
  const substituted = await substitutedBy(postings, question);
  return {
    worker,
    candidate: candidateFor(worker, place.countyCode),
    place,
    policy,
    substituted,
    occupied: substituted === null ? await seatsTaken(postings, question) : 0,
    fullTimePostingId: await otherFullTime(postings, question),
    overdueSince: overdueSince(await postings.listClocked(workerId, place.countyCode), on),
  };
}

async function substitutedBy(
  postings: Ports['postings'],
  { substituteFor = null }: SeatQuestion,
): Promise<Substituted | null> {
  if (substituteFor === null) return null;
  const substitutes = await postings.listSubstitutes(substituteFor);
  return { posting: await postings.get(substituteFor), substitutes: substitutes.length };
}

/** PER-1, PER-3: today, or on the days of a post of before. */
async function seatsTaken(
  postings: Ports['postings'],
  { place, role, window }: Pick<SeatQuestion, 'place' | 'role' | 'window'>,
): Promise<number> {
  if (window === undefined) return postings.countSeatsTaken(place, role);
  return mostAtOnce((await postings.listSeatsEver(place, role)).map(periodOf), window);
}

/** PER-14 */
async function otherFullTime(
  postings: Ports['postings'],
  { workerId, window }: Pick<SeatQuestion, 'window' | 'workerId'>,
): Promise<PostingId | null> {
  if (window === undefined) return (await postings.findFullTime(workerId))?.id ?? null;
  const others = await postings.listFullTimeEver(workerId);
  return others.find((each) => overlap(periodOf(each), window))?.id ?? null;
}

/** A post that was never begun holds its seat from the day that was agreed. */
export function periodOf({ startedOn, startsOn, endedOn }: Posting): Period {
  return { from: startedOn ?? startsOn, to: endedOn };
}
