import type { Change } from '@qianshou/kernel';
import { isForThem } from '../../domain/class/applicant.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { enrol, requireAbsent, type Roll } from '../../domain/class/enrolment.ts';
import type { EnrolmentEvent, LiveEnrolment } from '../../domain/class/enrolment-state.ts';
import { enrolmentOutsideAudience } from '../../domain/class/errors.ts';
import { requireOpen } from '../../domain/class/training-class.ts';
import type { WorkerReplica } from '../../domain/reference/worker-replica.ts';
import type { Ports } from '../ports.ts';
import { applicantOf, type WhoAsks } from './who-asks.ts';

/** A class that is held, who wants into it, and who is on its list by now. */
export interface Standing {
  readonly group: TrainingClass;
  readonly who: WhoAsks;
  readonly roll: Roll;
}

export type Taken = Change<LiveEnrolment, EnrolmentEvent>;

/** One of them, wherever their name came from. */
export function takeIn(
  { clock, newId }: Pick<Ports, 'clock' | 'newId'>,
  { group, who, roll }: Standing,
  worker: WorkerReplica,
): Taken {
  const { id: workerId } = worker;
  const open = requireOpen(group);
  requireAbsent(who.live.get(workerId) ?? null);
  const at = clock.now();
  const applicant = applicantOf(who, open, worker, at);
  if (!isForThem(open, applicant)) throw enrolmentOutsideAudience({ workerId });
  return enrol(open, applicant, roll, { id: newId('enr'), at });
}

/** All of them at once; whoever came into pre-job training waits for it no more. */
export async function keepPlaces(
  { enrolments, needs }: Pick<Ports, 'enrolments' | 'needs'>,
  changes: readonly Taken[],
): Promise<readonly LiveEnrolment[]> {
  const places = (await enrolments.saveMany(changes)) as readonly LiveEnrolment[];
  await needs.remove('PRE_JOB', ...places.flatMap(({ postingId }) => postingId ?? []));
  return places;
}
