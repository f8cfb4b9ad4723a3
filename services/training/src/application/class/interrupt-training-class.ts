import { type Actor, expectVersion } from '@qianshou/kernel';
import { interruptClass, type Interruption } from '../../domain/class/class-changes.ts';
import { interrupt } from '../../domain/class/enrolment.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { mayRun } from '../../domain/policy.ts';
import { holdClass } from './hold-class.ts';
import type { ClassChangeInput } from './class-decision.ts';
import { returnNeeds } from './return-needs.ts';

type Deps = Parameters<typeof returnNeeds>[0];

/** Results that are in stand; nobody else has one, and who was sent here waits for another class. */
export const interruptTrainingClass =
  (deps: Deps) =>
  (input: ClassChangeInput & Omit<Interruption, 'at'>, actor: Actor): Promise<TrainingClass> =>
    deps.unitOfWork.run(async () => {
      const { reason, on } = input;
      const group = await holdClass(deps, input.classId);
      mayRun(actor, group);
      expectVersion(group, input.expectedVersion);
      const at = deps.clock.now();
      const interrupted = await deps.classes.save(interruptClass(group, { reason, on, at }));
      const places = await deps.enrolments.listOfClass(group.id, ['SEATED']);
      const left = places.flatMap((place) => (place.status === 'SEATED' ? [interrupt(place, at)] : []));
      await returnNeeds(deps, await deps.enrolments.saveMany(left));
      return interrupted;
    });
