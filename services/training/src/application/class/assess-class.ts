import type { Actor, CalendarDate } from '@qianshou/kernel';
import { assessmentDay, judge, type Result, requireSeated } from '../../domain/class/assessment.ts';
import type { ClassId, EnrolmentId } from '../../domain/ids.ts';
import { mayRun } from '../../domain/policy.ts';
import { requireInProgress, type TrainingClass } from '../../domain/class/training-class.ts';
import { getParticipants } from './get-participants.ts';
import { holdClass } from './hold-class.ts';
import type { ClassAndEnrolments } from './record-attendance.ts';
import { recordVerdicts } from './record-verdicts.ts';
import { settleClass } from './settle-class.ts';

type Deps = Parameters<typeof recordVerdicts>[0];

export interface AssessClassInput {
  readonly classId: ClassId;
  readonly assessedOn: CalendarDate | null;
  readonly results: readonly (Result & { readonly enrolmentId: EnrolmentId })[];
}

/** The results of some participants or of all: together or not at all. With the last one the class is assessed. */
export const assessClass =
  (deps: Deps) =>
  (input: AssessClassInput, actor: Actor): Promise<ClassAndEnrolments> =>
    deps.unitOfWork.run(async () => {
      const group = requireInProgress(await authorised(deps, input.classId, actor));
      const day = assessmentDay(group, input.assessedOn, deps.clock.now());
      const rows = await getParticipants(deps, group.id, input.results);
      const judged = rows.map(({ enrolment, row }) => ({
        enrolment: requireSeated(enrolment),
        verdict: judge(group, enrolment, row),
      }));
      const enrolments = await recordVerdicts(deps, group, judged, day);
      return { trainingClass: await settleClass(deps, group), enrolments };
    });

async function authorised(deps: Deps, id: ClassId, actor: Actor): Promise<TrainingClass> {
  const group = await holdClass(deps, id);
  mayRun(actor, group);
  return group;
}
