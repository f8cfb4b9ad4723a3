import type { Actor } from '@qianshou/kernel';
import { recordAttendance as record } from '../../domain/class/assessment.ts';
import type { Enrolment } from '../../domain/class/enrolment.ts';
import type { ClassId, EnrolmentId } from '../../domain/ids.ts';
import { mayRun } from '../../domain/policy.ts';
import { requireInProgress, type TrainingClass } from '../../domain/class/training-class.ts';
import { getParticipants } from './get-participants.ts';
import { holdClass } from './hold-class.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'unitOfWork'>;

export interface RecordAttendanceInput {
  readonly classId: ClassId;
  readonly attendances: readonly { readonly enrolmentId: EnrolmentId; readonly attendedHours: number }[];
}

export interface ClassAndEnrolments {
  readonly trainingClass: TrainingClass;
  readonly enrolments: readonly Enrolment[];
}

/** The hours of one participant, some or all of them: together or not at all. */
export const recordAttendance =
  (deps: Deps) =>
  (input: RecordAttendanceInput, actor: Actor): Promise<ClassAndEnrolments> =>
    deps.unitOfWork.run(async () => {
      const group = await holdClass(deps, input.classId);
      mayRun(actor, group);
      const inProgress = requireInProgress(group);
      const rows = await getParticipants(deps, group.id, input.attendances);
      const changes = rows.map(({ enrolment, row }) => record(inProgress, enrolment, row.attendedHours));
      return { trainingClass: group, enrolments: await deps.enrolments.saveMany(changes) };
    });
