import { type Command, decision } from '@qianshou/kernel';
import { openClass, type TrainingClass } from '../../domain/class/training-class.ts';
import { type ClassChangeInput, onClass } from './class-decision.ts';
import { placeWaitingNeeds } from './place-needs.ts';

type Deps = Parameters<typeof placeWaitingNeeds>[0];

/** Opens a class, and places whoever waited for it. */
export const openTrainingClass = (deps: Deps): Command<ClassChangeInput, TrainingClass> =>
  decision(deps.unitOfWork, {
    ...onClass(deps),
    decide: (group) => openClass(group, deps.clock.now()),
    save: async (change) => placeWaitingNeeds(deps, await deps.classes.save(change)),
  });
