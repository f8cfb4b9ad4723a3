import { type Command, decision, type PublicText } from '@qianshou/kernel';
import { cancelClass, type TrainingClass } from '../../domain/class/training-class.ts';
import { type ClassChangeInput, onClass } from './class-decision.ts';
import { lapsePlaces } from './return-needs.ts';

type Deps = Parameters<typeof lapsePlaces>[0];
type CancelClassInput = ClassChangeInput & { readonly reason: PublicText };

/** Everybody's place lapses; who was sent here waits for another class again. */
export const cancelTrainingClass = (deps: Deps): Command<CancelClassInput, TrainingClass> =>
  decision(deps.unitOfWork, {
    ...onClass(deps),
    decide: (group, { reason }) => cancelClass(group, reason, deps.clock.now()),
    save: async (change) => {
      const cancelled = await deps.classes.save(change);
      await lapsePlaces(deps, cancelled.id, ['OFFERED', 'WAITING', 'SEATED']);
      return cancelled;
    },
  });
