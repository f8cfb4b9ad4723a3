import type { Actor, CalendarDate } from '@qianshou/kernel';
import { overdueSince } from '../../domain/qualification/certificate-clock.ts';
import { candidateFor } from '../../domain/posting/candidate.ts';
import { postingWorkplaceClosed } from '../../domain/posting/errors.ts';
import type { CentreId, StationId, WorkerId } from '../../domain/ids.ts';
import { type PostingRole, NO_LOCAL_POLICY, type Workplace } from '../../domain/reference/workplace.ts';
import type { RecruitmentFacts } from '../../domain/posting/posting-recruitment.ts';
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
  { workerId, role, place, on }: SeatQuestion,
  load: (workerId: WorkerId) => Promise<SocialWorker>,
): Promise<RecruitmentFacts & { readonly worker: SocialWorker }> {
  await unitOfWork.hold(`worker:${workerId}`);
  await unitOfWork.hold(`workplace:${place.stationId ?? place.centreId}`);
  const worker = await load(workerId);
  const [policy = NO_LOCAL_POLICY] = await policies.inForce([place.countyCode], on);
  const fullTime = await postings.findFullTime(workerId);
  return {
    worker,
    candidate: candidateFor(worker, place.countyCode),
    place,
    policy,
    occupied: await postings.countSeatsTaken(place, role),
    fullTimePostingId: fullTime?.id ?? null,
    overdueSince: overdueSince(await postings.listClocked(workerId, place.countyCode), on),
  };
}
