import { type Command, decision } from '@qianshou/kernel';
import { startClass } from '../../domain/class/training-class.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { type ClassChangeInput, onClass } from './class-decision.ts';
import { lapsePlaces } from './return-needs.ts';

type Deps = Parameters<typeof lapsePlaces>[0];

/** The class begins with those who have a seat; offers and waiting places lapse. */
export const startTrainingClass = (deps: Deps): Command<ClassChangeInput, TrainingClass> => {
  const { classes, enrolments, clock, unitOfWork } = deps;
  return decision(unitOfWork, {
    ...onClass(deps),
    decide: async (group) => startClass(group, (await enrolments.tallyOf(group.id)).seated, clock.now()),
    save: async (change) => {
      const started = await classes.save(change);
      await lapsePlaces(deps, started.id, ['OFFERED', 'WAITING'], 'CLASS_BEGAN');
      return started;
    },
  });
};
