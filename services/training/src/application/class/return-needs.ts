import type { Enrolment, LapseCause, LiveStatus } from '../../domain/class/enrolment-state.ts';
import { isLive, lapse } from '../../domain/class/enrolment.ts';
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

/** The class goes on without these people. */
export async function lapsePlaces(
  deps: Deps,
  classId: ClassId,
  status: readonly LiveStatus[],
  cause: LapseCause,
): Promise<void> {
  await returnNeeds(deps, await endPlaces(deps, await deps.enrolments.listOfClass(classId, status), cause));
}

/** Each of them is told by an event of their own why the place ended. */
export function endPlaces(
  { enrolments, clock }: Pick<Ports, 'enrolments' | 'clock'>,
  places: readonly Enrolment[],
  cause: LapseCause,
): Promise<readonly Enrolment[]> {
  const at = clock.now();
  return enrolments.saveMany(places.filter(isLive).map((place) => lapse(place, at, cause)));
}
