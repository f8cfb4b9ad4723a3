import { type Actor, requireNotStruck } from '@qianshou/kernel';
import { type Attended, attendSession } from '../../domain/class/session-attendance.ts';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { requireInProgress } from '../../domain/class/training-class.ts';
import { enrolmentNotFound } from '../../domain/errors.ts';
import type { EnrolmentId, SessionId } from '../../domain/ids.ts';
import { mayRun } from '../../domain/policy.ts';
import type { TrainingSession } from '../../domain/session/training-session.ts';
import { getParticipants } from '../class/get-participants.ts';
import type { Ports } from '../ports.ts';
import { holdSession } from './hold-session.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'sessions' | 'unitOfWork'>;

export interface RecordSessionAttendanceInput {
  readonly sessionId: SessionId;
  readonly attendances: readonly (Attended & { readonly enrolmentId: EnrolmentId })[];
}

export interface SessionAndEnrolments {
  readonly session: TrainingSession;
  readonly enrolments: readonly Enrolment[];
}

/** The register of one session, in one or several parts, each together or not at all. */
export const recordSessionAttendance =
  (deps: Deps) =>
  ({ sessionId, attendances }: RecordSessionAttendanceInput, actor: Actor): Promise<SessionAndEnrolments> =>
    deps.unitOfWork.run(async () => {
      const { session, group } = await holdSession(deps, sessionId, (held) => mayRun(actor, held));
      await requireKnown(deps, attendances);
      requireNotStruck(session);
      const { id } = requireInProgress(group);
      const rows = await getParticipants(deps, id, attendances);
      const changes = rows.map(({ enrolment, row }) => attendSession(enrolment, session, row));
      return { session, enrolments: await deps.enrolments.saveMany(changes) };
    });

async function requireKnown(
  { enrolments }: Pick<Ports, 'enrolments'>,
  rows: RecordSessionAttendanceInput['attendances'],
): Promise<void> {
  const ids = rows.map(({ enrolmentId }) => enrolmentId);
  const found = await enrolments.findMany(ids);
  const missing = ids.find((_id, at) => found[at] === null);
  if (missing !== undefined) throw enrolmentNotFound({ id: missing });
}
