import type { CalendarDate, Page, PageRequest, RegionCode, RepositoryOfMany } from '@qianshou/kernel';
import type { CentreId, PostingId, StationId, WorkerId } from '../../domain/ids.ts';
import type { ReadScope } from '../../domain/policy.ts';
import type {
  LeftPosting,
  Posting,
  PostingEvent,
  PostingOnDuty,
  PostingStatus,
} from '../../domain/posting/posting.ts';
import type { PostingRole, Workplace } from '../../domain/reference/workplace.ts';
import type { PostsRun } from '../people/ports.ts';

export interface PostingFilter {
  readonly within: RegionCode | null;
  readonly status: readonly PostingStatus[] | null;
  readonly workerId: WorkerId | null;
  /** Those that were struck out, or those that stand. */
  readonly struck: boolean;
}

export interface PlaceOnDay {
  readonly place: StationId | CentreId;
  readonly on: CalendarDate;
}

export interface LastEnds {
  readonly role: PostingRole;
  readonly endedOn: readonly CalendarDate[];
}

export interface DueFilter {
  /** null: the whole nation. */
  readonly countyCode: RegionCode | null;
  readonly on: CalendarDate;
}

export interface Postings extends RepositoryOfMany<PostingId, Posting, PostingEvent>, PostsRun {
  /** Everything that ever was of these people and at these places; what was struck out never was. */
  readonly listEver: (
    workers: readonly WorkerId[],
    places: readonly (StationId | CentreId)[],
  ) => Promise<readonly Posting[]>;
  readonly list: (scope: ReadScope, filter: PostingFilter, page: PageRequest) => Promise<Page<Posting>>;
  /** Postings in this role at this place that are not over. */
  readonly countSeatsTaken: (place: Workplace, role: PostingRole) => Promise<number>;
  /** Postings that ever were in this role at this place; who stands in for somebody takes no seat. */
  readonly listSeatsEver: (
    place: Pick<Workplace, 'centreId' | 'stationId'>,
    role: PostingRole,
  ) => Promise<readonly Posting[]>;
  readonly listFullTimeEver: (workerId: WorkerId) => Promise<readonly Posting[]>;
  /** Who stands in for the holder of this post and is not over. */
  readonly listSubstitutes: (postingId: PostingId) => Promise<readonly Posting[]>;
  /** Not over, though their last day lies before this one. */
  readonly listToEnd: (before: CalendarDate, page: PageRequest) => Promise<Page<Posting>>;
  /** On duty at each station on that day, of whatever became of them; in the order asked for. */
  readonly findOnDutyOn: (asked: readonly PlaceOnDay[]) => Promise<readonly (readonly Posting[])[]>;
  /** When each post at each station or centre was left, the latest first. */
  readonly findLastEnds: (places: readonly string[]) => Promise<readonly (readonly LastEnds[])[]>;
  /** The worker's full-time posting that is not over. */
  readonly findFullTime: (workerId: WorkerId) => Promise<Posting | null>;
  /** The worker's postings on which the two-year rule has a hold, met or not (PER-8). */
  readonly listBound: (workerId: WorkerId) => Promise<readonly Posting[]>;
  /** The worker's posts in the county that are over and on which a certificate clock ran. */
  readonly listClocked: (workerId: WorkerId, countyCode: RegionCode) => Promise<readonly LeftPosting[]>;
  /** Posts of a county on which a certificate clock runs. */
  readonly listRunning: (countyCode: RegionCode) => Promise<readonly Posting[]>;
  /** Posts at a place that are not over. */
  readonly listAt: (place: Pick<Workplace, 'centreId' | 'stationId'>) => Promise<readonly Posting[]>;
  /** The running clock of this post is looked at on that day already; where it would be sooner anyway, nothing changes. */
  readonly lookAgain: (id: PostingId, on: CalendarDate) => Promise<void>;
  readonly listDueForReview: (filter: DueFilter, page: PageRequest) => Promise<Page<PostingOnDuty>>;
  /** On duty at each place, in the order asked for. */
  readonly findStationStaff: (ids: readonly StationId[]) => Promise<readonly (readonly PostingOnDuty[])[]>;
  readonly findCentreStaff: (ids: readonly CentreId[]) => Promise<readonly (readonly PostingOnDuty[])[]>;
}
