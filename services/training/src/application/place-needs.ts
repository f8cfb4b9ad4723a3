import { type Applicant, applicantFor, concernsOf } from '../domain/applicant.ts';
import { enrol, isListFull, type LiveEnrolment, offer } from '../domain/enrolment.ts';
import { MOST_ON_LIST, type OpenClass } from '../domain/training-class.ts';
import { matchingKey, type TrainingNeed } from '../domain/training-need.ts';
import { isRecipientSide } from './is-recipient-side.ts';
import type { Ports } from './ports.ts';
import { takePlaces } from './take-places.ts';

type Deps = Pick<
  Ports,
  | 'classes'
  | 'enrolments'
  | 'needs'
  | 'workers'
  | 'agencies'
  | 'recipientCounties'
  | 'unitOfWork'
  | 'clock'
  | 'newId'
>;

/** A need meets the classes that are open: the first that can take it does; without one it waits for the next. */
export async function placeNeed(deps: Deps, need: TrainingNeed): Promise<LiveEnrolment | null> {
  const { classes, enrolments, needs, unitOfWork } = deps;
  await unitOfWork.hold(matchingKey(need));
  for (const group of await classes.listOpenFor(need)) {
    await unitOfWork.hold(`class:${group.id}`);
    const tried = await enrolments.hadPlace(group.id, need);
    if (tried || isListFull(await enrolments.tallyOf(group.id))) continue;
    const { places } = await takePlaces(deps, group, [await toApplicant(deps, need)], decisionFor(need));
    const [place] = places;
    if (place === undefined) continue;
    await needs.remove(need.kind, need.postingId);
    return place;
  }
  await needs.put(need);
  return null;
}

/** A class that opens meets the needs that wait: by priority, as many as its list holds (TRA-7). */
export async function placeWaitingNeeds(deps: Deps, group: OpenClass): Promise<OpenClass> {
  const { kind, regionCode: countyCode, organiserAgencyId: agencyId } = group;
  if (kind !== 'PRE_JOB' && kind !== 'EXAM_PREP') return group;
  await deps.unitOfWork.hold(matchingKey({ kind, agencyId, countyCode }));
  if (kind === 'PRE_JOB') await deps.unitOfWork.hold(matchingKey({ kind, agencyId: null, countyCode }));
  const waiting = await deps.needs.listFor(group, MOST_ON_LIST);
  const tried = new Set(
    await deps.enrolments.postingsTried(
      group.id,
      waiting.map(({ postingId }) => postingId),
    ),
  );
  const applicants: Applicant[] = [];
  for (const need of waiting) {
    if (!tried.has(need.postingId)) applicants.push(await toApplicant(deps, need));
  }
  const taken = await takePlaces(deps, group, applicants, decisionFor({ kind }));
  const placed = taken.places.flatMap(({ postingId }) => (postingId === null ? [] : [postingId]));
  await deps.needs.remove(kind, ...placed);
  return taken.group;
}

/** Needs that come back together: each looks for the next class, and those that find none are kept with one write. */
export async function placeNeeds(deps: Deps, found: readonly TrainingNeed[]): Promise<void> {
  const kept: TrainingNeed[] = [];
  const classesFor = new Map<string, readonly OpenClass[]>();
  for (const need of found) {
    const key = matchingKey(need);
    if (!classesFor.has(key)) {
      await deps.unitOfWork.hold(key);
      classesFor.set(key, await deps.classes.listOpenFor(need));
    }
    if (classesFor.get(key)?.length === 0) kept.push(need);
    else await placeNeed(deps, need);
  }
  await deps.needs.put(...kept);
}

/** Pre-job training is a duty: the worker is enrolled. The exam is the worker's own: the class is offered. */
function decisionFor({ kind }: Pick<TrainingNeed, 'kind'>): typeof enrol | typeof offer {
  return kind === 'PRE_JOB' ? enrol : offer;
}

async function toApplicant(deps: Deps, need: TrainingNeed): Promise<Applicant> {
  const worker = await deps.workers.find(need.workerId);
  const recipientSide = await isRecipientSide(deps, need.countyCode, worker?.employerAgencyId ?? null);
  // The two years run only for those who meet the exam's conditions, so a deadline says it.
  const examEligible = need.kind === 'EXAM_PREP' || worker?.examEligible === true;
  return applicantFor(need, worker, concernsOf(need.kind, { examEligible, recipientSide }));
}
