import { type Command, decision } from '@qianshou/kernel';
import type { OpenClass, TrainingClass } from '../../domain/class/class-state.ts';
import { openClass } from '../../domain/class/training-class.ts';
import type { Ports } from '../ports.ts';
import { type ClassChangeInput, onClass } from './class-decision.ts';
import { placeDisplaced } from './place-displaced.ts';
import { placeWaitingNeeds } from './place-needs.ts';

type Deps = Parameters<typeof placeWaitingNeeds>[0] & Pick<Ports, 'enrolments'>;

/** Opens a class, and places whoever waited for it. */
export const openTrainingClass = (deps: Deps): Command<ClassChangeInput, TrainingClass> =>
  decision(deps.unitOfWork, {
    ...onClass(deps),
    decide: (group) => openClass(group, deps.clock.now()),
    save: async (change) => fillOpened(deps, await deps.classes.save(change)),
  });

/** First those whose class it replaces, then whoever waits. */
export async function fillOpened(deps: Deps, opened: OpenClass): Promise<OpenClass> {
  const { replacesClassId = null } = opened;
  if (replacesClassId === null) return placeWaitingNeeds(deps, opened);
  const displaced = await deps.enrolments.listOfClass(replacesClassId, ['LAPSED', 'INTERRUPTED']);
  const { group, placed } = await placeDisplaced(deps, opened, displaced);
  const kind = opened.kind === 'PRE_JOB' ? 'PRE_JOB' : 'EXAM_PREP';
  const postings = displaced.flatMap(({ workerId, postingId }) =>
    postingId !== null && placed.has(workerId) ? [postingId] : [],
  );
  await deps.needs.remove(kind, ...postings);
  return placeWaitingNeeds(deps, group);
}
