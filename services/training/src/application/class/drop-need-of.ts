import { type Enrolment, LIVE } from '../../domain/class/enrolment-state.ts';
import { isLive, lapse } from '../../domain/class/enrolment.ts';
import type { Ports } from '../ports.ts';
import { holdClass } from './hold-class.ts';
import { settleClass } from './settle-class.ts';

type Deps = Parameters<typeof settleClass>[0] & Pick<Ports, 'needs' | 'unitOfWork'>;

/** A post whose training was passed after all, or is awaited here again, needs no other place for it. */
export async function dropNeedOf(deps: Deps, { id, kind, postingId }: Enrolment): Promise<void> {
  if (postingId === null) return;
  const needed = kind === 'PRE_JOB' ? 'PRE_JOB' : 'EXAM_PREP';
  await deps.needs.remove(needed, postingId);
  const places = await deps.enrolments.listOfPosting(postingId, LIVE);
  for (const place of places.filter((other) => other.id !== id && other.kind === kind)) {
    const group = await holdClass(deps, place.classId);
    if (isLive(place)) await deps.enrolments.save(lapse(place, deps.clock.now(), 'NOT_NEEDED'));
    await settleClass(deps, group);
  }
}
