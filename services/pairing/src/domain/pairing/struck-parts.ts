import type { CalendarDate, DocumentReference, PublicText, Struck } from '@qianshou/kernel';
import type { TaskGroup } from '../application/pairing-application.ts';
import type { AgencyId, WorkerId } from '../ids.ts';

/** The day on which an agency was recorded as grown: the year whose figures count it. */
export interface GrowthDay {
  readonly agencyId: AgencyId;
  readonly on: CalendarDate;
}

/** An agency that was recorded as grown by mistake; it counts here no more, and may be recorded anew. */
export interface StruckGrowth extends Struck {
  readonly agencyId: AgencyId;
}

/** Somebody who was named to be trained by mistake. */
export interface StruckTrainee extends Struck {
  readonly workerId: WorkerId;
}

/** Both sides agreed on other tasks: what was done in a group that is given up stays done. */
export interface TaskGroupChange {
  readonly before: readonly TaskGroup[];
  readonly on: CalendarDate;
  readonly reason: PublicText;
  readonly document: DocumentReference;
}

/** A last day that was put off, with the paper that says so. */
export interface Extension {
  readonly endsOnBefore: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly documentNo: PublicText;
  readonly decidedOn: CalendarDate;
}

/** Where the record comes from. */
export interface Provenance {
  /** HISTORY: of earlier years, entered from its papers and counted apart; absent in records of before. */
  readonly origin?: 'APPLICATION' | 'HISTORY';
  readonly enteredFrom?: { readonly on: CalendarDate; readonly source: DocumentReference } | null;
}
