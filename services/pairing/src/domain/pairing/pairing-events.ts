import type { CalendarDate } from '@qianshou/kernel';
import type { TaskGroup } from '../application/pairing-application.ts';
import type { AgencyId, PairingId } from '../ids.ts';
import type { AgreementFacts } from './struck-parts.ts';

/** Facts of a pairing; its terms never change, so a reader of the state knows them. */
export interface PairingMatched {
  readonly type: 'pairing.matched';
  readonly pairingId: PairingId;
}

export interface PairingSigned {
  readonly type: 'pairing.signed';
  readonly pairingId: PairingId;
  readonly signedOn: CalendarDate;
}

export interface PairingActivated {
  readonly type: 'pairing.activated';
  readonly pairingId: PairingId;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

export interface PairingProgressed {
  readonly type: 'pairing.progressed';
  readonly pairingId: PairingId;
  readonly taskGroup: 'BUILD_STATION';
  readonly indicator: 'STATIONS_OPENED';
  readonly value: number;
}

/** Reasons stay with the record: free text could name somebody. */
export interface PairingSuspended {
  readonly type: 'pairing.suspended';
  readonly pairingId: PairingId;
  readonly suspendedOn: CalendarDate;
}

export interface PairingResumed {
  readonly type: 'pairing.resumed';
  readonly pairingId: PairingId;
  readonly resumedOn: CalendarDate;
}

/** The last day went by, and nobody had ended the pairing. */
export interface PairingPastEnd {
  readonly type: 'pairing.past-end';
  readonly pairingId: PairingId;
  readonly endsOn: CalendarDate;
}

export interface PairingExtended {
  readonly type: 'pairing.extended';
  readonly pairingId: PairingId;
  readonly endsOnBefore: CalendarDate;
  readonly endsOn: CalendarDate;
}

export interface FinalEvaluationBegun {
  readonly type: 'pairing.final-evaluation-begun';
  readonly pairingId: PairingId;
  readonly begunOn: CalendarDate;
}

export interface PairingCompleted {
  readonly type: 'pairing.completed';
  readonly pairingId: PairingId;
  readonly completedOn: CalendarDate;
}

export interface PairingTerminated {
  readonly type: 'pairing.terminated';
  readonly pairingId: PairingId;
  readonly terminatedOn: CalendarDate;
  readonly handedOverToId: PairingId | null;
}

/** A pairing of earlier years was entered from its papers. */
export interface HistoryEntered {
  readonly type: 'pairing.history-entered';
  readonly pairingId: PairingId;
}

/** Both sides agreed on other tasks. */
export interface TaskGroupsChanged {
  readonly type: 'pairing.task-groups-changed';
  readonly pairingId: PairingId;
  readonly before: readonly TaskGroup[];
  readonly on: CalendarDate;
}

/** The match was a mistake, and gave its place back. */
export interface PairingWasStruck {
  readonly type: 'pairing.struck';
  readonly pairingId: PairingId;
}

/** How many; who they are is personnel's. */
export interface TraineesNamed {
  readonly type: 'pairing.trainees-named';
  readonly pairingId: PairingId;
  readonly traineesBefore: number;
  readonly trainees: number;
}

export interface AgencyGrown {
  readonly type: 'pairing.agency-grown';
  readonly pairingId: PairingId;
  readonly agencyId: AgencyId;
  readonly grownOn: CalendarDate;
}

/** It never grew by this pairing; `grownOn` is the day on which it was counted. */
export interface GrowthStruck {
  readonly type: 'pairing.agency-growth-struck';
  readonly pairingId: PairingId;
  readonly agencyId: AgencyId;
  readonly grownOn: CalendarDate | null;
}

/** How many were named before, and are now. */
export interface TraineeStruck {
  readonly type: 'pairing.trainee-struck';
  readonly pairingId: PairingId;
  readonly traineesBefore: number;
  readonly trainees: number;
}

/** The agreement said otherwise than was recorded; what was counted of its days before. */
export interface PairingCorrected {
  readonly type: 'pairing.corrected';
  readonly pairingId: PairingId;
  readonly before: Omit<AgreementFacts, 'agreementNo'>;
}

/** Another agency grew, or on another day. */
export interface GrowthCorrected {
  readonly type: 'pairing.agency-growth-corrected';
  readonly pairingId: PairingId;
  readonly agencyId: AgencyId;
  readonly grownOn: CalendarDate | null;
  readonly before: { readonly agencyId: AgencyId; readonly grownOn: CalendarDate | null };
}

/** Somebody else is to be trained; how many stays. */
export interface TraineeCorrected {
  readonly type: 'pairing.trainee-corrected';
  readonly pairingId: PairingId;
  readonly trainees: number;
}

export type PairingEvent =
  | PairingMatched
  | PairingSigned
  | PairingActivated
  | PairingProgressed
  | PairingSuspended
  | PairingResumed
  | PairingPastEnd
  | PairingExtended
  | FinalEvaluationBegun
  | PairingCompleted
  | PairingTerminated
  | PairingWasStruck
  | TaskGroupsChanged
  | HistoryEntered
  | TraineesNamed
  | AgencyGrown
  | GrowthStruck
  | TraineeStruck
  | PairingCorrected
  | GrowthCorrected
  | TraineeCorrected;
