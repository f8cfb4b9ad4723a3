import { type Actor, type CalendarDate, expectVersion } from '@qianshou/kernel';
import { postponeClass } from '../../domain/class/class-changes.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { mayRun } from '../../domain/policy.ts';
import { holdClass } from './hold-class.ts';
import { lapseTooLate } from './lapse-too-late.ts';
import type { ClassChangeInput } from './class-decision.ts';

type Deps = Parameters<typeof lapseTooLate>[0];

export interface PostponeTrainingClassInput extends ClassChangeInput {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
}

export const postponeTrainingClass =
  (deps: Deps) =>
  (input: PostponeTrainingClassInput, actor: Actor): Promise<TrainingClass> =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, input.classId);
      mayRun(actor, group);
      expectVersion(group, input.expectedVersion);
      const postponed = await deps.classes.save(postponeClass(group, input, deps.clock.now()));
      await lapseTooLate(deps, postponed);
      return postponed;
    });
