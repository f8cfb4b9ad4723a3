import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { AgencyId, PostingId, WorkerId } from '../ids.ts';
import type { PostingRole } from '../reference/workplace.ts';
import { type ClockStanding, PERSON_CLOCK_KINDS } from './person-clock.ts';

export const DEADLINE_KINDS = ['CERTIFICATE', ...PERSON_CLOCK_KINDS] as const;

export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** A clock that runs, of whichever kind, in the one list of them all. */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  /** Of the post; what is due of the person is due of the county. */
  readonly townshipCode: RegionCode | null;
  /** The operator of the post, or whoever employs the person. */
  readonly agencyId: AgencyId | null;
  /** The post on which the certificate is due. */
  readonly postingId: PostingId | null;
  /** Of that post. */
  readonly role: PostingRole | null;
  readonly subjectId: string;
  readonly startedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly standing: ClockStanding;
}
