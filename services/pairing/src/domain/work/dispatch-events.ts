import type { CalendarDate } from '@qianshou/kernel';
import type { DispatchId } from '../ids.ts';
import type { Verdict } from './confirmation.ts';

/** Working days of the worker in the year of the arrival, in this pairing: before the fact and after it. */
export interface WorkerDays {
  readonly workerDaysBefore: number;
  readonly workerDays: number;
}

export interface DispatchStarted {
  readonly type: 'dispatch.started';
  readonly dispatchId: DispatchId;
  readonly arrivedOn: CalendarDate;
  /** The worker's first stay of the year in this pairing, so that figures count each worker once a year. */
  readonly firstOfYear: boolean;
}

export interface DispatchEnded extends WorkerDays {
  readonly type: 'dispatch.ended';
  readonly dispatchId: DispatchId;
  readonly leftOn: CalendarDate;
  readonly workingDays: number;
  /** The stay had ended before, with its pairing; now its working days are known. */
  readonly again: boolean;
}

export interface DispatchWasStruck extends WorkerDays {
  readonly type: 'dispatch.struck';
  readonly dispatchId: DispatchId;
  readonly wasPresent: boolean;
  readonly verdictBefore: Verdict | null;
  /** The worker has no other stay of the year in this pairing, so that figures count the worker no more. */
  readonly onlyOfYear: boolean;
}

/** It happened otherwise: what was counted of it before, and what is now. */
export interface DispatchCorrected extends WorkerDays {
  readonly type: 'dispatch.corrected';
  readonly dispatchId: DispatchId;
  readonly firstOfYear: boolean;
  readonly before: WorkerDays & {
    readonly arrivedOn: CalendarDate;
    readonly leftOn: CalendarDate | null;
    readonly workingDays: number | null;
    readonly onlyOfYear: boolean;
  };
  readonly verdictBefore: Verdict | null;
}

/** The side that is helped said whether its days were so. */
export interface DispatchJudged {
  readonly type: 'dispatch.judged';
  readonly dispatchId: DispatchId;
  readonly verdictBefore: Verdict | null;
}

export type DispatchEvent =
  DispatchStarted | DispatchEnded | DispatchWasStruck | DispatchCorrected | DispatchJudged;
