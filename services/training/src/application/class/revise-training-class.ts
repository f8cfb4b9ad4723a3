import { type Actor, expectVersion } from '@qianshou/kernel';
import { type Revision, reviseClass } from '../../domain/class/class-changes.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { mayRun } from '../../domain/policy.ts';
import { holdClass } from './hold-class.ts';
import { lapseTooLate } from './lapse-too-late.ts';
import type { ClassChangeInput } from './class-decision.ts';
import { settleClass } from './settle-class.ts';

type Deps = Parameters<typeof lapseTooLate>[0];

/** With more seats those who wait move up (TRA-7); with later days offers that help nobody any more lapse (TRA-5). */
export const reviseTrainingClass =
  (deps: Deps) =>
  (input: ClassChangeInput & { readonly revision: Revision }, actor: Actor): Promise<TrainingClass> =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, input.classId);
      mayRun(actor, group);
      expectVersion(group, input.expectedVersion);
      const roll = await deps.enrolments.tallyOf(group.id);
      const revised = await deps.classes.save(reviseClass(group, input.revision, roll, deps.clock.now()));
      await lapseTooLate(deps, revised);
      return revised.status === 'IN_PROGRESS' ? revised : settleClass(deps, revised);
    });
