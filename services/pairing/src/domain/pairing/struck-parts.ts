import type { CalendarDate, DocumentReference, PublicText, Recorded, Struck } from '@qianshou/kernel';
import type { TaskGroup } from '../application/pairing-application.ts';
import type { AgencyId, WorkerId } from '../ids.ts';
import type { Before } from '../reference/corrections.ts';

/** The day on which an agency was recorded as grown: the year whose figures count it. */
export interface GrowthDay {
  readonly agencyId: AgencyId;
  readonly on: CalendarDate;
  /** Absent in records of before. */
  readonly recorded?: Recorded | null;
}

/** An agency of `agenciesGrown` with its day; null in records of before. */
export interface DatedGrowth {
  readonly agencyId: AgencyId;
  readonly on: CalendarDate | null;
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

/** Who named somebody to be trained. */
export interface TraineeNaming {
  readonly workerId: WorkerId;
  readonly recorded: Recorded | null;
}

/** Another agency had been recorded as grown, or on another day; what stood before, and which agency it is. */
export interface GrowthCorrection extends Before<{
  readonly agencyId: AgencyId;
  readonly grownOn: CalendarDate | null;
}> {
  readonly correctAgencyId: AgencyId;
}

/** Somebody else had been named to be trained. */
export interface TraineeCorrection extends Before<{ readonly workerId: WorkerId }> {
  readonly correctWorkerId: WorkerId;
}

/** What the agreement says, as far as it was recorded. */
export interface AgreementFacts {
  readonly agreementNo: PublicText | null;
  readonly signedOn: CalendarDate | null;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
}

/** What was put right of a pairing, and who recorded what may be put right; absent in records of before. */
export interface PutRight {
  /** Who last said what the agreement says: by signing, or by starting. */
  readonly agreementRecorded?: Recorded | null;
  readonly corrections?: readonly Before<AgreementFacts>[];
  readonly growthCorrections?: readonly GrowthCorrection[];
  readonly traineeNamings?: readonly TraineeNaming[];
  readonly traineeCorrections?: readonly TraineeCorrection[];
}
