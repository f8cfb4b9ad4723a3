import { type Applicant, isForThem } from '../../domain/class/applicant.ts';
import { enrol, isListFull, isSeatless, offer } from '../../domain/class/enrolment.ts';
import { MOST_ON_LIST } from '../../domain/class/class-limits.ts';
import type { OpenClass } from '../../domain/class/class-state.ts';
import {
  byNeedPriority,
  helpsInTime,
  matchingKey,
  type NeedKind,
  type TrainingNeed,
} from '../../domain/need/training-need.ts';
import { applicantsFor } from './applicants-for.ts';
import type { Ports } from '../ports.ts';
import { type Placing, takePlaces } from './take-places.ts';

type Deps = Parameters<typeof takePlaces>[0] &
  Parameters<typeof applicantsFor>[0] &
  Pick<Ports, 'needs' | 'unitOfWork'>;

/** While a class has seats, then while its list has room. Pre-job training is a duty: the worker is enrolled. */
const ENROLLING: readonly Placing[] = [
  { decide: enrol, isFull: isSeatless },
  { decide: enrol, isFull: isListFull },
];

/** The exam is the worker's own: the class is offered, which takes no seat. */
const OFFERING: readonly Placing[] = [{ decide: offer, isFull: isListFull }];

export const PLACINGS: Readonly<Record<NeedKind, readonly Placing[]>> = {
  PRE_JOB: ENROLLING,
  EXAM_PREP: OFFERING,
};

/**
 * Needs meet the classes that are open, by priority (TRA-7): the first class with a seat takes them, then the first whose
 * list has room. Who finds none waits for the next class.
 */
export async function placeNeeds(deps: Deps, found: readonly TrainingNeed[]): Promise<void> {
  const left: TrainingNeed[] = [];
  for (const [key, alike] of Map.groupBy(found, matchingKey)) {
    await deps.unitOfWork.hold(key);
    left.push(...(await placeAlike(deps, alike.toSorted(byNeedPriority))));
  }
  await deps.needs.put(...left);
}

/** A class that opens meets the needs that wait: by priority, as many as its list holds (TRA-7). */
export async function placeWaitingNeeds(deps: Deps, group: OpenClass): Promise<OpenClass> {
  const { kind, regionCode: countyCode, organiserAgencyId: agencyId } = group;
  if (kind !== 'PRE_JOB' && kind !== 'EXAM_PREP') return group;
  await deps.unitOfWork.hold(matchingKey({ kind, agencyId, countyCode }));
  if (kind === 'PRE_JOB') await deps.unitOfWork.hold(matchingKey({ kind, agencyId: null, countyCode }));
  const waiting = await deps.needs.listFor(group, MOST_ON_LIST);
  let met: Met = { group, left: await applicantsFor(deps, waiting) };
  for (const placing of PLACINGS[kind]) met = await meet(deps, met, kind, placing);
  return met.group;
}

/** Of needs that the same classes answer, those that found no place. */
async function placeAlike(deps: Deps, alike: readonly TrainingNeed[]): Promise<readonly TrainingNeed[]> {
  const [first] = alike;
  const open = first === undefined ? [] : [...(await deps.classes.listOpenFor(first))];
  if (first === undefined || open.length === 0) return alike;
  let left = await applicantsFor(deps, alike);
  for (const placing of PLACINGS[first.kind]) {
    for (const [at, group] of open.entries()) {
      const met = await meet(deps, { group, left }, first.kind, placing);
      open[at] = met.group;
      left = met.left;
    }
  }
  const still = new Set(left.map(({ postingId }) => postingId));
  return alike.filter(({ postingId }) => still.has(postingId));
}

/** A class, and those who have found no place yet. */
interface Met {
  readonly group: OpenClass;
  readonly left: readonly Applicant[];
}

/** Nobody is placed into a class twice on their own. */
async function meet(deps: Deps, { group, left }: Met, kind: NeedKind, placing: Placing): Promise<Met> {
  if (left.length === 0) return { group, left };
  await deps.unitOfWork.hold(`class:${group.id}`);
  const postings = left.flatMap(({ postingId }) => postingId ?? []);
  const tried = new Set(await deps.enrolments.postingsTried(group.id, postings));
  const fresh = left.filter(
    (each) =>
      each.postingId !== null &&
      !tried.has(each.postingId) &&
      helpsInTime(group, each.deadline) &&
      isForThem(group, each),
  );
  const { group: after, places } = await takePlaces(deps, group, fresh, placing);
  const placed = new Set(places.flatMap(({ postingId }) => postingId ?? []));
  await deps.needs.remove(kind, ...placed);
  return {
    group: after,
    left: left.filter(({ postingId }) => postingId === null || !placed.has(postingId)),
  };
}
