import type { Actor } from '@qianshou/kernel';
import {
  type Applicant,
  applicantFor,
  concernsOf,
  isForThem,
  volunteer,
} from '../../domain/class/applicant.ts';
import { enrol, isListFull, requireAbsent } from '../../domain/class/enrolment.ts';
import type { LiveEnrolment } from '../../domain/class/enrolment-state.ts';
import { classListFull } from '../../domain/class/class-errors.ts';
import { enrolmentOutsideAudience, enrolmentWithoutPosting } from '../../domain/class/errors.ts';
import type { ClassId, WorkerId } from '../../domain/ids.ts';
import { mayPlace } from '../../domain/policy.ts';
import { mostOnList } from '../../domain/class/class-limits.ts';
import type { OpenClass } from '../../domain/class/class-state.ts';
import { requireOpen } from '../../domain/class/training-class.ts';
import type { WorkerReplica } from '../../domain/reference/worker-replica.ts';
import { recipientSides } from './applicants-for.ts';
import { holdClass } from './hold-class.ts';
import type { Ports } from '../ports.ts';
import { type Placing, takePlaces } from './take-places.ts';

type Deps = Parameters<typeof takePlaces>[0] &
  Parameters<typeof recipientSides>[0] &
  Pick<Ports, 'needs' | 'unitOfWork' | 'workers'>;

export interface EnrolWorkerInput {
  readonly classId: ClassId;
  readonly workerId: WorkerId;
}

const ENROLLING: Placing = { decide: enrol, isFull: isListFull };

export const enrolWorker =
  (deps: Deps) =>
  (input: EnrolWorkerInput, actor: Actor): Promise<LiveEnrolment> =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, input.classId);
      const { workerId } = input;
      const worker = mayPlace(actor, group, workerId, await deps.workers.find(workerId));
      const open = requireOpen(group);
      requireAbsent(await deps.enrolments.findLive(open.id, worker.id));
      const applicant = await applicantOf(deps, open, worker);
      if (!isForThem(open, applicant)) throw enrolmentOutsideAudience({ workerId });
      const { places } = await takePlaces(deps, open, [applicant], ENROLLING);
      const [place] = places;
      if (place === undefined) throw classListFull({ most: mostOnList(open) });
      if (place.postingId !== null) await deps.needs.remove('PRE_JOB', place.postingId);
      return place;
    });

/** TRA-2: into pre-job training only those come who wait for a post of its organiser. */
async function applicantOf(deps: Deps, group: OpenClass, worker: WorkerReplica): Promise<Applicant> {
  const { kind, organiserAgencyId } = group;
  const side = { countyCode: worker.countyCode, agencyId: worker.employerAgencyId };
  const [recipientSide = false] = await recipientSides(deps, [side]);
  const concerns = concernsOf(kind, { examEligible: worker.examEligible, recipientSide });
  if (organiserAgencyId === null) return volunteer(worker, group.regionCode, concerns, deps.clock.now());
  const need = await deps.needs.findPreJobOf(worker.id, group);
  if (need === null) throw enrolmentWithoutPosting({ workerId: worker.id });
  return applicantFor(need, worker, concerns);
}
