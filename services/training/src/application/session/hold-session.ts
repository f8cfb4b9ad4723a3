import { type Actor, correctionTimeIn, mayPutRight } from '@qianshou/kernel';
import { puttingRight } from '../../domain/class/putting-right.ts';
import type { TrainingClass } from '../../domain/class/class-state.ts';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { maySee } from '../../domain/policy.ts';
import type { SessionId } from '../../domain/ids.ts';
import type { TrainingSession } from '../../domain/session/training-session.ts';
import { holdClass } from '../class/hold-class.ts';
import type { Ports } from '../ports.ts';

export interface HeldSession {
  readonly session: TrainingSession;
  readonly group: TrainingClass;
  readonly heldHours: number;
}

/** A session with its class held, for whoever may; and the hours that the other sessions of the class had. */
export async function holdSession(
  deps: Pick<Ports, 'classes' | 'sessions' | 'unitOfWork'>,
  id: SessionId,
  permit: (group: TrainingClass, session: TrainingSession) => unknown,
): Promise<HeldSession> {
  const { classId } = await deps.sessions.get(id);
  const group = await holdClass(deps, classId);
  const session = await deps.sessions.get(id);
  await permit(group, session);
  const standing = await deps.sessions.listStanding(classId);
  return { session, group, heldHours: hoursOf(standing.filter((other) => other.id !== id)) };
}

/** For whoever recorded the session, or oversees who did; an enrolment out of reach is as if there were none. */
export function sessionToPutRight(
  deps: Pick<Ports, 'classes' | 'policies' | 'sessions' | 'unitOfWork' | 'clock'>,
  id: SessionId,
  actor: Actor,
  enrolment: Enrolment | null = null,
): Promise<HeldSession> {
  return holdSession(deps, id, async (group, { recorded }) => {
    if (enrolment !== null) maySee(actor, group, enrolment);
    const time = await correctionTimeIn(deps, group.regionCode);
    mayPutRight(actor, puttingRight(actor, group, recorded, time));
  });
}

export function hoursOf(sessions: readonly Pick<TrainingSession, 'hours'>[]): number {
  return sessions.reduce((sum, { hours }) => sum + hours, 0);
}
