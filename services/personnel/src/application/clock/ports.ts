import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { ClockEvent } from '../../domain/clock/clock-events.ts';
import type { Deadline, DeadlineKind } from '../../domain/clock/deadline.ts';
import type { ClockStanding, PersonClocks } from '../../domain/clock/person-clock.ts';
import type { AgencyId, ClocksId, WorkerId } from '../../domain/ids.ts';
import type { PostingRole } from '../../domain/reference/workplace.ts';
import type { ReadScope } from '../../domain/policy.ts';
import type { Repository } from '../reference/ports.ts';

export interface ClocksOfPersons extends Repository<ClocksId, PersonClocks, ClockEvent> {
  readonly findOf: (workerId: WorkerId) => Promise<PersonClocks | null>;
  /** Those on which that day changes something. */
  readonly listDue: (on: CalendarDate, page: PageRequest) => Promise<Page<PersonClocks>>;
  /** Those of them who have clocks. */
  readonly clockedAmong: (workerIds: readonly WorkerId[]) => Promise<ReadonlySet<WorkerId>>;
}

/** Clocks that run: who has to do what by when. */
export interface DeadlineFilter {
  readonly within: RegionCode | null;
  readonly workerId: WorkerId | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly kinds: readonly DeadlineKind[] | null;
  readonly standings: readonly ClockStanding[] | null;
  /** Of the post on which a certificate is due. */
  readonly roles: readonly PostingRole[] | null;
  /** The operator of the post, or whoever employs the person. */
  readonly agencyId: AgencyId | null;
}

export interface Deadlines {
  /** In the order of their days. */
  readonly list: (scope: ReadScope, filter: DeadlineFilter, page: PageRequest) => Promise<Page<Deadline>>;
}
