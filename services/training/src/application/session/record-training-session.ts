import type { Actor } from '@qianshou/kernel';
import type { ClassId } from '../../domain/ids.ts';
import { mayRun } from '../../domain/policy.ts';
import {
  holdSession,
  type SessionInput,
  type TrainingSession,
} from '../../domain/session/training-session.ts';
import { holdClass } from '../class/hold-class.ts';
import type { Ports } from '../ports.ts';
import { hoursOf } from './hold-session.ts';

type Deps = Pick<Ports, 'classes' | 'sessions' | 'unitOfWork' | 'clock' | 'newId'>;

export interface RecordTrainingSessionInput extends Omit<SessionInput, 'id'> {
  readonly classId: ClassId;
}

/** What was taught; who was there is recorded on it. */
export const recordTrainingSession =
  (deps: Deps) =>
  ({ classId, ...sitting }: RecordTrainingSessionInput, actor: Actor): Promise<TrainingSession> =>
    deps.unitOfWork.run(async () => {
      const { sessions, clock, newId } = deps;
      const group = await holdClass(deps, classId);
      mayRun(actor, group);
      const facts = { heldHours: hoursOf(await sessions.listStanding(classId)), at: clock.now() };
      return sessions.save(holdSession(group, { ...sitting, id: newId('ses') }, facts));
    });
