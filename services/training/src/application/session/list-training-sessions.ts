import type { Page, PageRequest } from '@qianshou/kernel';
import type { TrainingSession } from '../../domain/session/training-session.ts';
import type { Ports } from '../ports.ts';
import type { SessionDirection, SessionFilter } from './ports.ts';

/** Public: what was taught when; who was there is on each enrolment. */
export const listTrainingSessions =
  ({ sessions }: Pick<Ports, 'sessions'>) =>
  (filter: SessionFilter, direction: SessionDirection, page: PageRequest): Promise<Page<TrainingSession>> =>
    sessions.list(filter, direction, page);
