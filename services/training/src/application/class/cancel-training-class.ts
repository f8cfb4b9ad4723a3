import { type Actor, expectVersion, type PublicText } from '@qianshou/kernel';
import { mayRun } from '../../domain/policy.ts';
import { cancelClass, type TrainingClass } from '../../domain/class/training-class.ts';
import { holdClass } from './hold-class.ts';
import type { ClassChangeInput } from './open-training-class.ts';
import { lapsePlaces } from './return-needs.ts';

type Deps = Parameters<typeof lapsePlaces>[0];

/** Everybody's place lapses; who was sent here waits for another class again. */
export const cancelTrainingClass =
  (deps: Deps) =>
  (input: ClassChangeInput & { readonly reason: PublicText }, actor: Actor): Promise<TrainingClass> =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, input.classId);
      mayRun(actor, group);
      expectVersion(group, input.expectedVersion);
      const cancelled = await deps.classes.save(cancelClass(group, input.reason, deps.clock.now()));
      await lapsePlaces(deps, group.id, ['OFFERED', 'WAITING', 'SEATED']);
      return cancelled;
    });
