import { type Enrolment, isLive, lapse, type LiveStatus, needLeftBy } from '../domain/enrolment.ts';
import type { ClassId } from '../domain/ids.ts';
import { placeNeed } from './place-needs.ts';
import type { Ports } from './ports.ts';

type Deps = Parameters<typeof placeNeed>[0];

/** A place that led to nothing gives its need back, and the need looks for the next class at once. */
export async function returnNeed(deps: Deps, ended: Enrolment): Promise<void> {
  const need = needLeftBy(ended, deps.clock.now());
  if (need !== null) await placeNeed(deps, need);
}

/** The class goes on, or not at all, without these people. */
export async function lapsePlaces(
  deps: Deps & Pick<Ports, 'enrolments'>,
  classId: ClassId,
  status: readonly LiveStatus[],
): Promise<void> {
  const places = await deps.enrolments.listOfClass(classId, status);
  for (const place of places.filter(isLive)) {
    await returnNeed(deps, await deps.enrolments.save(lapse(place, deps.clock.now())));
  }
}
