import { type Actor, chinaDay, expectVersion, type Grounds } from '@qianshou/kernel';
import { forgetSession } from '../../domain/class/session-attendance.ts';
import { requireInProgress } from '../../domain/class/training-class.ts';
import type { SessionId } from '../../domain/ids.ts';
import { strikeSession, type TrainingSession } from '../../domain/session/training-session.ts';
import type { Ports } from '../ports.ts';
import { sessionToPutRight } from './hold-session.ts';
import { seatsWithoutResult } from './seats-without-result.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'policies' | 'sessions' | 'unitOfWork' | 'clock'>;

export interface SessionChangeInput extends Grounds {
  readonly sessionId: SessionId;
  readonly expectedVersion: number | null;
}

/** It never took place: nobody attended an hour of it. */
export const strikeTrainingSession =
  (deps: Deps) =>
  (input: SessionChangeInput, actor: Actor): Promise<TrainingSession> =>
    deps.unitOfWork.run(async () => {
      const { session, group } = await sessionToPutRight(deps, input.sessionId, actor);
      expectVersion(session, input.expectedVersion);
      const change = strikeSession(session, input, chinaDay(deps.clock.now()));
      requireInProgress(group);
      const seats = await seatsWithoutResult(deps, group.id, session.id);
      await deps.enrolments.saveMany(seats.map((seat) => forgetSession(seat, session.id)));
      return deps.sessions.save(change);
    });
