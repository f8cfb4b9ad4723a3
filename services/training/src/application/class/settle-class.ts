import { byPriority, grantSeat } from '../../domain/class/enrolment.ts';
import { concludeWhenAssessed, settleSeats } from '../../domain/class/training-class.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'clock'>;

/** After somebody left: who waits moves up (TRA-7), and a class in progress may have no result outstanding any more. */
export async function settleClass(deps: Deps, group: TrainingClass): Promise<TrainingClass> {
  const { classes, enrolments, clock } = deps;
  if (group.status === 'IN_PROGRESS') {
    return classes.save(concludeWhenAssessed(group, await enrolments.tallyOf(group.id), clock.now()));
  }
  if (group.status !== 'OPEN' && group.status !== 'FULL') return group;
  const { seated } = await enrolments.tallyOf(group.id);
  return classes.save(settleSeats(group, seated + (await moveUp(deps, group, group.capacity - seated))));
}

async function moveUp({ enrolments, clock }: Deps, group: TrainingClass, free: number): Promise<number> {
  const places = await enrolments.listOfClass(group.id, ['WAITING']);
  const waiting = places.filter((place) => place.status === 'WAITING').toSorted(byPriority);
  const next = waiting.slice(0, Math.max(free, 0));
  const at = clock.now();
  await enrolments.saveMany(next.map((place) => grantSeat(place, at)));
  return next.length;
}
