import type { Actor, CalendarDate } from '@qianshou/kernel';
import type { Result } from '../../domain/class/assessment.ts';
import type { EnrolmentId } from '../../domain/ids.ts';
import { mayAssess } from '../../domain/policy.ts';
import { assessClass } from './assess-class.ts';
import type { ClassAndEnrolments } from './record-attendance.ts';

type Deps = Parameters<typeof assessClass>[0];

export interface AssessEnrolmentInput extends Result {
  readonly enrolmentId: EnrolmentId;
  readonly assessedOn: CalendarDate | null;
}

/** One participant's result. */
export const assessEnrolment =
  (deps: Deps) =>
  async (input: AssessEnrolmentInput, actor: Actor): Promise<ClassAndEnrolments> => {
    const { assessedOn, ...result } = input;
    const enrolment = await deps.enrolments.get(input.enrolmentId);
    const { classId } = enrolment;
    mayAssess(actor, await deps.classes.get(classId), enrolment);
    return assessClass(deps)({ classId, assessedOn, results: [result] }, actor);
  };
