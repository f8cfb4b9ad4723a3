import { type Actor, expectVersion, requireNotStruck } from '@qianshou/kernel';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { type Attended, correctAttendance } from '../../domain/class/session-attendance.ts';
import { requireInProgress } from '../../domain/class/training-class.ts';
import { enrolmentNotInClass } from '../../domain/class/errors.ts';
import type { EnrolmentId, SessionId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';
import { sessionToPutRight } from './hold-session.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'policies' | 'sessions' | 'unitOfWork' | 'clock'>;

export interface CorrectSessionAttendanceInput extends Attended {
  readonly sessionId: SessionId;
  readonly enrolmentId: EnrolmentId;
  readonly expectedVersion: number | null;
}

/** One participant was there otherwise than was recorded, before the results. */
export const correctSessionAttendance =
  (deps: Deps) =>
  (input: CorrectSessionAttendanceInput, actor: Actor): Promise<Enrolment> =>
    deps.unitOfWork.run(async () => {
      const { enrolmentId } = input;
      const found = await deps.enrolments.get(enrolmentId);
      const { session, group } = await sessionToPutRight(deps, input.sessionId, actor, found);
      requireNotStruck(session);
      requireInProgress(group);
      const enrolment = await deps.enrolments.get(enrolmentId);
      if (enrolment.classId !== group.id) throw enrolmentNotInClass({ enrolmentIds: [enrolmentId] });
      expectVersion(enrolment, input.expectedVersion);
      return deps.enrolments.save(correctAttendance(enrolment, session, input));
    });
