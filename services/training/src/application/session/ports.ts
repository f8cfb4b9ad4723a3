import type { Page, PageRequest } from '@qianshou/kernel';
import type { ClassId, SessionId } from '../../domain/ids.ts';
import type { SessionEvent, TrainingSession } from '../../domain/session/training-session.ts';
import type { Repository } from '../reference/ports.ts';

export interface SessionFilter {
  readonly classId: ClassId;
  readonly from: string | null;
  readonly to: string | null;
  readonly struck: boolean;
}

export type SessionDirection = 'ASC' | 'DESC';

export interface Sessions extends Repository<SessionId, TrainingSession, SessionEvent> {
  /** Those of one class by their days; what was struck only when asked for. */
  readonly list: (
    filter: SessionFilter,
    direction: SessionDirection,
    page: PageRequest,
  ) => Promise<Page<TrainingSession>>;
  /** The hours held of each class, null where no session is recorded; in the order asked for. */
  readonly heldHoursOf: (classIds: readonly ClassId[]) => Promise<readonly (number | null)[]>;
  /** Those of a class that stand, by their days. */
  readonly listStanding: (classId: ClassId) => Promise<readonly TrainingSession[]>;
}
