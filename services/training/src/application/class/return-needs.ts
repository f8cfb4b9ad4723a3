import { type Enrolment, isLive, lapse, type LiveStatus } from '../../domain/class/enrolment.ts';
import type { ClassId } from '../../domain/ids.ts';
import { needLeftBy } from '../../domain/class/need-left-by.ts';
import { placeNeeds } from './place-needs.ts';
import type { Ports } from '../ports.ts';

type Deps = Parameters<typeof placeNeeds>[0];

/** Places that led to nothing give their needs back, and each need looks for the next class at once. */
export async function returnNeeds(deps: Deps, ended: readonly Enrolment[]): Promise<void> {
  const at = deps.clock.now();
  await placeNeeds(
    deps,
    ended.flatMap((place) => needLeftBy(place, at) ?? []),
  );
}

/** The class goes on, or not at all, without these people. */
export async function lapsePlaces(
  deps: Deps & Pick<Ports, 'enrolments'>,
  classId: ClassId,
  status: readonly LiveStatus[],
): Promise<void> {
  const places = await deps.enrolments.listOfClass(classId, status);
  const at = deps.clock.now();
  await returnNeeds(
    deps,
    await deps.enrolments.saveMany(places.filter(isLive).map((place) => lapse(place, at))),
  );
}
