import { type Actor, type Each, ifMade, type Outcome } from '@qianshou/kernel';
import { isForThem } from '../../domain/class/applicant.ts';
import { counting, enrol, requireAbsent, type Roll } from '../../domain/class/enrolment.ts';
import type { LiveEnrolment } from '../../domain/class/enrolment-state.ts';
import { enrolmentOutsideAudience } from '../../domain/class/errors.ts';
import type { ClassId, WorkerId } from '../../domain/ids.ts';
import { mayPlace } from '../../domain/policy.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { requireOpen, settleSeats } from '../../domain/class/training-class.ts';
import { classKey } from './hold-class.ts';
import type { Ports } from '../ports.ts';
import { applicantOf, type WhoAsks, whoAsks } from './who-asks.ts';

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
  const { classes, enrolments, needs } = deps;
  const group = await classes.get(classId);
  const who = await whoAsks(
    deps,
    group,
    all.map(({ workerId }) => workerId),
  );
  let roll: Roll = await enrolments.tallyOf(classId);
  let filledBy = 0;
  const decided = all.map((asked, at) => {
    const outcome = each(at, () => decide(deps, group, { ...asked, who, roll }));
    if (!('made' in outcome)) return outcome;
    const { state } = outcome.made;
    roll = counting(roll, state);
    who.live.set(state.workerId, state);
    if (state.status === 'SEATED') filledBy = at;
    return outcome;
  });
  const changes = decided.flatMap((outcome) => ('made' in outcome ? [outcome.made] : []));
  const places = (await enrolments.saveMany(changes)) as readonly LiveEnrolment[];
  await needs.remove('PRE_JOB', ...places.flatMap(({ postingId }) => postingId ?? []));
  const settled = each(filledBy, () => settleSeats(requireOpen(group), roll.seated));
  if (changes.length > 0 && 'made' in settled) await classes.save(settled.made);
  const saved = new Map(places.map((place) => [place.id, place]));
  return decided.map((outcome) =>
    ifMade(outcome, ({ state }) => ({ enrolment: saved.get(state.id) ?? state })),
  );
}

interface Standing extends Asked {
  readonly who: WhoAsks;
  readonly roll: Roll;
}

function decide(
  { clock, newId }: Deps,
  group: TrainingClass,
  { workerId, actor, who, roll }: Standing,
): ReturnType<typeof enrol> {
  const worker = mayPlace(actor, group, workerId, who.workers.get(workerId) ?? null);
  const open = requireOpen(group);
  requireAbsent(who.live.get(workerId) ?? null);
  const applicant = applicantOf(who, open, worker, clock.now());
  if (!isForThem(open, applicant)) throw enrolmentOutsideAudience({ workerId });
  return enrol(open, applicant, roll, { id: newId('enr'), at: clock.now() });
}
