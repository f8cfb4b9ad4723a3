import { type Actor, expectVersion } from '@qianshou/kernel';
import type { ClassId } from '../../domain/ids.ts';
import { mayRun } from '../../domain/policy.ts';
import { openClass, type TrainingClass } from '../../domain/class/training-class.ts';
import { holdClass } from './hold-class.ts';
import { placeWaitingNeeds } from './place-needs.ts';

type Deps = Parameters<typeof placeWaitingNeeds>[0];

export interface ClassChangeInput {
  readonly classId: ClassId;
  readonly expectedVersion: number | null;
}

/** Opens a class, and places whoever waited for it. */
export const openTrainingClass =
  (deps: Deps) =>
  (input: ClassChangeInput, actor: Actor): Promise<TrainingClass> =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, input.classId);
      mayRun(actor, group);
      expectVersion(group, input.expectedVersion);
      return placeWaitingNeeds(deps, await deps.classes.save(openClass(group, deps.clock.now())));
    });
