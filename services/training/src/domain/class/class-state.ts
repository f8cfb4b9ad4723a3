import type { CalendarDate, PublicText, Recorded, RegionCode, Struck } from '@qianshou/kernel';
import type { AgencyId, ClassId, ProgrammeId } from '../ids.ts';
import type { Delivery } from './class-limits.ts';
import type { AudienceRule, PassSettings, TrainingKind } from '../programme/programme.ts';

export interface ClassFacts {
  readonly id: ClassId;
  readonly version: number;
  readonly programmeId: ProgrammeId;
  readonly kind: TrainingKind;
  /** The class is for people of this region and everything below it. */
  readonly regionCode: RegionCode;
  /** The operator that organises it: always there for pre-job training, else null (TRA-2). */
  readonly organiserAgencyId: AgencyId | null;
  readonly delivery: Delivery;
  readonly venue: PublicText | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly hours: number;
  readonly capacity: number;
  readonly passSettings: PassSettings;
  /** TRA-7: as the programme had it when the class was planned. Absent in records of before: seven. */
  readonly offerDays?: number;
  readonly plannedAt: Date;
  /** TRA-1, and who may hold it, as the programme had them. Absent in records of before: advised, as its kind. */
  readonly audienceRule?: AudienceRule;
  readonly national?: boolean;
  readonly charged?: boolean;
  readonly recorded?: Recorded | null;
  /** Whose people are offered this class first. Absent in records of before: nobody's. */
  readonly replacesClassId?: ClassId | null;
  /** The first day that it had before it was postponed. Absent in records of before: none. */
  readonly postponedFrom?: CalendarDate | null;
  /** What stood before a correction. Absent in records of before: nothing. */
  readonly corrections?: readonly ClassBefore[];
}

export interface ClassBefore extends Struck {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly venue: PublicText | null;
}

interface Opened {
  readonly openedAt: Date;
}
interface Started extends Opened {
  readonly startedAt: Date;
}
interface AllAssessed extends Started {
  readonly assessedAt: Date;
}

export type PlannedClass = ClassFacts & { readonly status: 'PLANNED' };
/** FULL is an open class without a free seat: who comes now waits. */
export type OpenClass = ClassFacts & Opened & { readonly status: 'OPEN' | 'FULL' };
export type ClassInProgress = ClassFacts & Started & { readonly status: 'IN_PROGRESS' };
export type AssessedClass = ClassFacts & AllAssessed & { readonly status: 'ASSESSED' };
export type ClosedClass = ClassFacts & AllAssessed & { readonly status: 'CLOSED'; readonly closedAt: Date };
export type CancelledClass = ClassFacts & {
  readonly status: 'CANCELLED';
  readonly cancelledAt: Date;
  readonly cancelReason: PublicText;
};
/** It began and cannot be held to its end: the hours so far stay, nobody failed. */
export type InterruptedClass = ClassFacts &
  Started & {
    readonly status: 'INTERRUPTED';
    readonly interruptedAt: Date;
    readonly interruptedOn: CalendarDate;
    readonly interruptReason: PublicText;
  };

export type TrainingClass =
  | PlannedClass
  | OpenClass
  | ClassInProgress
  | AssessedClass
  | ClosedClass
  | CancelledClass
  | InterruptedClass;

export type ClassStatus = TrainingClass['status'];

export type ClassEvent =
  | { readonly type: 'class.planned' }
  | { readonly type: 'class.opened' }
  | { readonly type: 'class.filled' }
  | { readonly type: 'class.reopened' }
  | { readonly type: 'class.started' }
  | ({ readonly type: 'class.assessed' } & Outcomes)
  | { readonly type: 'class.closed' }
  | { readonly type: 'class.cancelled'; readonly replacementClassId: ClassId | null }
  | { readonly type: 'class.revised' }
  | { readonly type: 'class.corrected' }
  | { readonly type: 'class.resultsAwaited' }
  | { readonly type: 'class.postponed'; readonly from: CalendarDate }
  | { readonly type: 'class.interrupted'; readonly interruptedOn: CalendarDate };

export interface Outcomes {
  readonly passed: number;
  readonly failed: number;
  readonly absent: number;
}

/** How many people of a class stand where. */
export interface Tally extends Outcomes {
  readonly offered: number;
  readonly waiting: number;
  readonly seated: number;
}
