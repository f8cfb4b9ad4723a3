import { type Actor, type Each, ifMade, type Outcome } from '@qianshou/kernel';
import { counting, type Roll } from '../../domain/class/enrolment.ts';
import type { LiveEnrolment } from '../../domain/class/enrolment-state.ts';
import type { ClassId, WorkerId } from '../../domain/ids.ts';
import { mayPlace } from '../../domain/policy.ts';
import { requireOpen, settleSeats } from '../../domain/class/training-class.ts';
import { classKey } from './hold-class.ts';
import type { Ports } from '../ports.ts';
import { keepPlaces, type Standing, takeIn } from './take-in.ts';
import { whoAsks } from './who-asks.ts';

type Deps = Parameters<typeof whoAsks>[0] & Pick<Ports, 'classes' | 'newId' | 'unitOfWork'>;

export interface EnrolWorkerInput {
  readonly classId: ClassId;
  readonly workerId: WorkerId;
}

export interface Enrolled {
  readonly enrolment: LiveEnrolment;
}

type Asked = EnrolWorkerInput & { readonly actor: Actor };

/** Hundreds come at once for the seats of a class: those who wait for it are taken in together, each for themselves. */
export const enrolWorker =
  (deps: Deps) =>
  (input: EnrolWorkerInput, actor: Actor): Promise<Enrolled> =>
    deps.unitOfWork.grouped({
      key: classKey(input.classId),
      asked: { ...input, actor },
      decideAll: (all: readonly Asked[], each) => enrolAll(deps, input.classId, { all, each }),
    });

interface Group {
  readonly all: readonly Asked[];
  readonly each: Each;
}

/** TRA-7: in the order of their coming, as long as there is room. */
async function enrolAll(
  deps: Deps,
  classId: ClassId,
  { all, each }: Group,
): Promise<readonly Outcome<Enrolled>[]> {
  const { classes, enrolments } = deps;
  const group = await classes.get(classId);
  const who = await whoAsks(
    deps,
    group,
    all.map(({ workerId }) => workerId),
  );
  let roll: Roll = await enrolments.tallyOf(classId);
  let filledBy = 0;
  const decided = all.map((asked, at) => {
    const outcome = each(at, () => decide(deps, { group, who, roll }, asked));
    if (!('made' in outcome)) return outcome;
    const { state } = outcome.made;
    roll = counting(roll, state);
    who.live.set(state.workerId, state);
    if (state.status === 'SEATED') filledBy = at;
    return outcome;
  });
  const changes = decided.flatMap((outcome) => ('made' in outcome ? [outcome.made] : []));
  const places = await keepPlaces(deps, changes);
  const settled = each(filledBy, () => settleSeats(requireOpen(group), roll.seated));
  if (changes.length > 0 && 'made' in settled) await classes.save(settled.made);
  const saved = new Map(places.map((place) => [place.id, place]));
  return decided.map((outcome) =>
    ifMade(outcome, ({ state }) => ({ enrolment: saved.get(state.id) ?? state })),
  );
}

function decide(deps: Deps, standing: Standing, { workerId, actor }: Asked): ReturnType<typeof takeIn> {
  const { group, who } = standing;
  return takeIn(deps, standing, mayPlace(actor, group, workerId, who.workers.get(workerId) ?? null));
}
