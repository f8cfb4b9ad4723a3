import { type Actor, expectVersion } from '@qianshou/kernel';
import { follow } from '../../domain/class/session-attendance.ts';
import {
  correctSession,
  type SessionInput,
  type TrainingSession,
} from '../../domain/session/training-session.ts';
import type { Ports } from '../ports.ts';
import { sessionToPutRight } from './hold-session.ts';
import { seatsWithoutResult } from './seats-without-result.ts';
import type { SessionChangeInput } from './strike-training-session.ts';

type Deps = Pick<Ports, 'classes' | 'enrolments' | 'policies' | 'sessions' | 'unitOfWork' | 'clock'>;

export interface CorrectTrainingSessionInput extends SessionChangeInput {
  readonly corrected: Partial<Omit<SessionInput, 'id'>>;
}

/** It took place otherwise: who attended all of it attended as long as it lasted. */
export const correctTrainingSession =
  (deps: Deps) =>
  (input: CorrectTrainingSessionInput, actor: Actor): Promise<TrainingSession> =>
    deps.unitOfWork.run(async () => {
      const { session, group, heldHours } = await sessionToPutRight(deps, input.sessionId, actor);
      expectVersion(session, input.expectedVersion);
      const { reason, evidence } = input;
      const facts = { heldHours, at: deps.clock.now(), reason, evidence, group };
      const change = correctSession(session, input.corrected, facts);
      if (change.state.hours !== session.hours) {
        const seats = await seatsWithoutResult(deps, group.id, session.id);
        await deps.enrolments.saveMany(seats.map((seat) => follow(seat, change.state, session.hours)));
      }
      return deps.sessions.save(change);
    });
