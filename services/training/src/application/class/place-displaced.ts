import type { Applicant } from '../../domain/class/applicant.ts';
import { byDisplacement } from '../../domain/class/enrolment.ts';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import type { OpenClass } from '../../domain/class/class-state.ts';
import { helpsInTime } from '../../domain/need/training-need.ts';
import { PLACINGS } from './place-needs.ts';
import { takePlaces } from './take-places.ts';

type Deps = Parameters<typeof takePlaces>[0];

/** Those whom a class left, in the one that takes its place, before anybody else: enrolled for a post, else offered it. */
export async function placeDisplaced(
  deps: Deps,
  group: OpenClass,
  displaced: readonly Enrolment[],
): Promise<{ readonly group: OpenClass; readonly placed: ReadonlySet<string> }> {
  const applicants = displaced
    .toSorted(byDisplacement)
    .map(asApplicant)
    .filter(({ deadline }) => helpsInTime(group, deadline));
  const placed = new Set<string>();
  let taking = group;
  for (const placing of PLACINGS[group.kind === 'PRE_JOB' ? 'PRE_JOB' : 'EXAM_PREP']) {
    const left = applicants.filter(({ workerId }) => !placed.has(workerId));
    const taken = await takePlaces(deps, taking, left, placing);
    taking = taken.group;
    for (const { workerId } of taken.places) placed.add(workerId);
  }
  return { group: taking, placed };
}

function asApplicant(place: Enrolment): Applicant {
  const { workerId, postingId, source, countyCode, employerAgencyId, organiserAgencyId } = place;
  const { certifiedLocal, deadline, waitingSince, concerns, needAgencyId = organiserAgencyId } = place;
  const from = { workerId, postingId, source, countyCode, employerAgencyId, needAgencyId };
  return { ...from, certifiedLocal, deadline, waitingSince, concerns };
}
