import { type Actor, expectVersion } from '@qianshou/kernel';
import { mayRun } from '../../domain/policy.ts';
import { startClass, type TrainingClass } from '../../domain/class/training-class.ts';
import { holdClass } from './hold-class.ts';
import type { ClassChangeInput } from './open-training-class.ts';
import { lapsePlaces } from './return-needs.ts';

type Deps = Parameters<typeof lapsePlaces>[0];

/** The class begins with those who have a seat; offers and waiting places lapse. */
export const startTrainingClass =
  (deps: Deps) =>
  (input: ClassChangeInput, actor: Actor): Promise<TrainingClass> =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, input.classId);
      mayRun(actor, group);
      expectVersion(group, input.expectedVersion);
      const { seated } = await deps.enrolments.tallyOf(group.id);
      const started = await deps.classes.save(startClass(group, seated, deps.clock.now()));
      await lapsePlaces(deps, group.id, ['OFFERED', 'WAITING']);
      return started;
    });
