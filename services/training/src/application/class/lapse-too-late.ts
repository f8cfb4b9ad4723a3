import type { TrainingClass } from '../../domain/class/class-state.ts';
import { helpsInTime } from '../../domain/need/training-need.ts';
import type { Ports } from '../ports.ts';
import { endPlaces, returnNeeds } from './return-needs.ts';

type Deps = Parameters<typeof returnNeeds>[0] & Pick<Ports, 'enrolments'>;

/** TRA-5: offers of a class that now ends after their deadline lapse, and their needs wait for another. */
export async function lapseTooLate(deps: Deps, group: TrainingClass): Promise<void> {
  const offers = await deps.enrolments.listOfClass(group.id, ['OFFERED']);
  const late = offers.filter(({ deadline }) => !helpsInTime(group, deadline));
  if (late.length > 0) await returnNeeds(deps, await endPlaces(deps, late, 'CLASS_MOVED'));
}
