import { type Command, decision } from '@qianshou/kernel';
import { recordAttendance as record } from '../../domain/class/assessment.ts';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { attendanceBySession } from '../../domain/class/session-errors.ts';
import type { ClassId, EnrolmentId } from '../../domain/ids.ts';
import { requireInProgress } from '../../domain/class/training-class.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import { heldHours } from './held-hours.ts';
import { onClass } from './class-decision.ts';
import { getParticipants } from './get-participants.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'sessions' | 'unitOfWork'>;

export interface RecordAttendanceInput {
  readonly classId: ClassId;
  readonly attendances: readonly { readonly enrolmentId: EnrolmentId; readonly attendedHours: number }[];
}

export interface ClassAndEnrolments {
  readonly trainingClass: TrainingClass;
  readonly enrolments: readonly Enrolment[];
}

/** The hours of one participant, some or all of them: together or not at all. */
export const recordAttendance = (deps: Deps): Command<RecordAttendanceInput, ClassAndEnrolments> =>
  decision(deps.unitOfWork, {
    ...onClass(deps),
    decide: async (group, { attendances }) => {
      const inProgress = requireInProgress(group);
      if ((await heldHours(deps, group.id)) !== null) throw attendanceBySession();
      const rows = await getParticipants(deps, group.id, attendances);
      return rows.map(({ enrolment, row }) => record(inProgress, enrolment, row.attendedHours));
    },
    save: async (changes, { state: trainingClass }) => ({
      trainingClass,
      enrolments: await deps.enrolments.saveMany(changes),
    }),
  });
