import type { CalendarDate, Change, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { Enrolment, EnrolmentEvent, EnrolmentStatus } from '../../domain/class/enrolment-state.ts';
import type { AgencyId, ClassId, EnrolmentId, PostingId, ProgrammeId, WorkerId } from '../../domain/ids.ts';
import type { Reach } from '../../domain/policy.ts';
import type { TrainingKind } from '../../domain/programme/programme.ts';
import type {
  ClassEvent,
  ClassStatus,
  OpenClass,
  Tally,
  TrainingClass,
} from '../../domain/class/class-state.ts';
import type { NeedMatch } from '../../domain/need/training-need.ts';
import type { Repository } from '../reference/ports.ts';

export interface ClassFilter {
  readonly within: RegionCode | null;
  readonly kind: readonly TrainingKind[] | null;
  readonly status: readonly ClassStatus[] | null;
  readonly organiserAgencyId: AgencyId | null;
  readonly programmeId: ProgrammeId | null;
  readonly startsOn: DayRange;
  /** For people of this county: its own classes and those of the regions around it. */
  readonly openTo?: RegionCode | null;
}

/** Both ends included; an end left out is open. */
export interface DayRange {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export type ClassOrder = { readonly field: 'STARTS_ON'; readonly direction: 'ASC' | 'DESC' };

export interface Classes extends Repository<ClassId, TrainingClass, ClassEvent> {
  readonly list: (filter: ClassFilter, order: ClassOrder, page: PageRequest) => Promise<Page<TrainingClass>>;
  /** Open classes that this need fits: with free seats before full ones, the earliest first. */
  readonly listOpenFor: (need: NeedMatch) => Promise<readonly OpenClass[]>;
  /** Open classes with a free seat that needs may wait for, a page at a time. */
  readonly listOpenForNeeds: (page: PageRequest) => Promise<Page<OpenClass>>;
}

export interface EnrolmentFilter {
  readonly classId: ClassId | null;
  readonly workerId: WorkerId | null;
  readonly status: readonly EnrolmentStatus[] | null;
  readonly kind: readonly TrainingKind[] | null;
  readonly within: RegionCode | null;
  readonly assessedOn: DayRange;
}

export interface Enrolments extends Repository<EnrolmentId, Enrolment, EnrolmentEvent> {
  /** All of them or none, with one write a collection; as they are afterwards, in the same order. */
  readonly saveMany: (changes: readonly Change<Enrolment, EnrolmentEvent>[]) => Promise<readonly Enrolment[]>;
  /** Only what is within reach: pages and counts obey it too. */
  readonly list: (filter: EnrolmentFilter, reach: Reach, page: PageRequest) => Promise<Page<Enrolment>>;
  readonly listOfClass: (
    classId: ClassId,
    status: readonly EnrolmentStatus[],
  ) => Promise<readonly Enrolment[]>;
  readonly listOfPosting: (
    postingId: PostingId,
    status: readonly EnrolmentStatus[],
  ) => Promise<readonly Enrolment[]>;
  /** The seats and waiting places of these people, in whatever class. */
  readonly listHeldBy: (workerIds: readonly WorkerId[]) => Promise<readonly Enrolment[]>;
  /** The places that these people hold in the class now. */
  readonly listLive: (classId: ClassId, workerIds: readonly WorkerId[]) => Promise<readonly Enrolment[]>;
  /** Offers made up to that moment that nobody answered. */
  readonly offersUntil: (at: Date) => AsyncIterable<EnrolmentId>;
  /** Those who hold a place in the class now, of those asked about. */
  readonly listedAmong: (classId: ClassId, workerIds: readonly WorkerId[]) => Promise<readonly WorkerId[]>;
  /** Posts for which the class was tried before, of those asked about: nobody is placed into it twice on their own. */
  readonly postingsTried: (
    classId: ClassId,
    postingIds: readonly PostingId[],
  ) => Promise<readonly PostingId[]>;
  readonly tallyOf: (classId: ClassId) => Promise<Tally>;
  readonly talliesOf: (classIds: readonly ClassId[]) => Promise<readonly Tally[]>;
  /** The pre-job enrolment that came last, in the order asked for. */
  readonly latestPreJobOf: (postingIds: readonly PostingId[]) => Promise<readonly (Enrolment | null)[]>;
}
