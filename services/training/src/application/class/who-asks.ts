import { type Applicant, applicantFor, concernsOf, volunteer } from '../../domain/class/applicant.ts';
import type { OpenClass, TrainingClass } from '../../domain/class/class-state.ts';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { enrolmentWithoutPosting } from '../../domain/class/errors.ts';
import type { WorkerId } from '../../domain/ids.ts';
import type { TrainingNeed } from '../../domain/need/training-need.ts';
import type { WorkerReplica } from '../../domain/reference/worker-replica.ts';
import { recipientSides } from './applicants-for.ts';
import type { Ports } from '../ports.ts';

type Deps = Parameters<typeof recipientSides>[0] & Pick<Ports, 'workers' | 'enrolments' | 'needs' | 'clock'>;

/** What the rules read of those who want into a class. */
export interface WhoAsks {
  readonly workers: ReadonlyMap<WorkerId, WorkerReplica>;
  /** Their places in it, if they have any. */
  readonly live: Map<WorkerId, Enrolment>;
  readonly recipientSide: ReadonlyMap<WorkerId, boolean>;
  /** The needs of theirs that it answers. */
  readonly needs: ReadonlyMap<WorkerId, TrainingNeed>;
}

/** Read once, however many they are. */
export async function whoAsks(
  deps: Deps,
  group: TrainingClass,
  workerIds: readonly WorkerId[],
): Promise<WhoAsks> {
  const ids = [...new Set(workerIds)];
  const known = (await deps.workers.findMany(ids)).flatMap((worker) => worker ?? []);
  const places = await deps.enrolments.listLive(group.id, ids);
  const sides = await recipientSides(
    deps,
    known.map(({ countyCode, employerAgencyId: agencyId }) => ({ countyCode, agencyId })),
  );
  const needs = group.kind === 'PRE_JOB' ? await deps.needs.listPreJobOf(ids, group) : [];
  return {
    workers: new Map(known.map((worker) => [worker.id, worker])),
    live: new Map(places.map((place) => [place.workerId, place])),
    recipientSide: new Map(known.map(({ id }, at) => [id, sides[at] === true])),
    needs: new Map(needs.map((need) => [need.workerId, need])),
  };
}

/** TRA-2: into pre-job training only those come who wait for a post of its organiser. */
export function applicantOf(
  { needs, recipientSide }: WhoAsks,
  { kind, organiserAgencyId, regionCode }: OpenClass,
  worker: WorkerReplica,
  at: Date,
): Applicant {
  const { id: workerId, examEligible } = worker;
  const concerns = concernsOf(kind, { examEligible, recipientSide: recipientSide.get(workerId) === true });
  if (organiserAgencyId === null) return volunteer(worker, regionCode, concerns, at);
  const need = needs.get(workerId);
  if (need === undefined) throw enrolmentWithoutPosting({ workerId });
  return applicantFor(need, worker, concerns);
}
