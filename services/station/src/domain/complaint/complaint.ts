import {
  addDays,
  type CalendarDate,
  type Change,
  type Grounds,
  lineage,
  type PublicText,
  type RegionCode,
  type Struck,
  struckOut,
  type Versioned,
} from '@qianshou/kernel';
import { complaintAlreadyHandled, complaintStruck } from './errors.ts';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import type { ComplaintId, StationId } from '../ids.ts';
import type { Station } from '../station/station.ts';
import { needOpened } from '../station/opened-station.ts';

export type ComplaintKind = 'SERVICE_QUALITY' | 'ATTITUDE' | 'PREMISES' | 'CONDUCT' | 'OTHER';
export type ComplaintOutcome = 'UPHELD' | 'PARTLY_UPHELD' | 'NOT_UPHELD';

/** Complaints that one station takes in a day from people without an account; ours. */
export const MOST_COMPLAINTS_A_DAY = 20;
/** So many of a day are taken where each comes from somewhere else; ours. */
export const MOST_FIRST_COMPLAINTS_A_DAY = 200;
/** Complaints that one station takes in a day from each person who signed in, and from each address; ours. */
export const MOST_COMPLAINTS_OF_ONE = 3;

interface ComplaintRecord extends Versioned {
  readonly id: ComplaintId;
  readonly stationId: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  /** The unit and everything above it: where the complaint is listed. */
  readonly regions: readonly RegionCode[];
  readonly kind: ComplaintKind;
  /** Read by the bureau alone. */
  readonly statement: PublicText;
  readonly receivedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** The day on which it was found late; null while in time. */
  readonly overdueSince: CalendarDate | null;
  /** Whether it took one of the places that a station has a day for strangers. */
  readonly tookPlace: boolean;
}

export interface ReceivedComplaint extends ComplaintRecord {
  readonly status: 'RECEIVED';
  readonly handling: null;
}

export interface HandledComplaint extends ComplaintRecord {
  readonly status: 'HANDLED';
  readonly handling: ComplaintHandling;
}

/** It was no complaint: spam, or the same once more. Its place of the day is free again. */
export interface StruckComplaint extends ComplaintRecord {
  readonly status: 'STRUCK';
  readonly handling: null;
  readonly struck: Struck;
}

export interface ComplaintHandling {
  readonly on: CalendarDate;
  readonly outcome: ComplaintOutcome;
  /** Public. */
  readonly result: PublicText;
}

export type Complaint = ReceivedComplaint | HandledComplaint | StruckComplaint;
export type ComplaintStatus = Complaint['status'];

export type ComplaintEvent =
  | { readonly type: 'complaint.received' }
  | { readonly type: 'complaint.overdue' }
  | { readonly type: 'complaint.struck'; readonly struckOn: CalendarDate; readonly wasOverdue: boolean }
  | {
      readonly type: 'complaint.handled';
      readonly outcome: ComplaintOutcome;
      readonly handledOn: CalendarDate;
      readonly wasOverdue: boolean;
    };

export interface ComplaintInput {
  readonly id: ComplaintId;
  readonly kind: ComplaintKind;
  readonly statement: PublicText;
  /** Whether it takes one of the places for strangers. */
  readonly tookPlace: boolean;
}

/** By anybody, about a station that works or has worked; nobody is named in it (STA-12). */
export function receiveComplaint(
  input: ComplaintInput,
  station: Station,
  { days, today }: { readonly days: number; readonly today: CalendarDate },
): Change<ReceivedComplaint, ComplaintEvent> {
  const { id: stationId, townshipCode, countyCode } = needOpened(station);
  const state: ReceivedComplaint = {
    ...input,
    version: 0,
    status: 'RECEIVED',
    stationId,
    townshipCode,
    countyCode,
    regions: lineage(townshipCode),
    receivedOn: today,
    dueOn: addDays(today, days),
    overdueSince: null,
    handling: null,
  };
  return { state, events: [{ type: 'complaint.received' }] };
}

/** The result is shown to everybody, so it names nobody either. */
export function handleComplaint(
  complaint: Complaint,
  handling: ComplaintHandling,
  today: CalendarDate,
): Change<HandledComplaint, ComplaintEvent> {
  needOpen(complaint);
  const { on, outcome } = handling;
  if (on > today) throw dateInFuture({ day: on, today });
  if (on < complaint.receivedOn) throw datesOutOfOrder({ day: on, after: complaint.receivedOn });
  const wasOverdue = complaint.overdueSince !== null;
  return {
    state: { ...complaint, status: 'HANDLED', handling },
    events: [{ type: 'complaint.handled', outcome, handledOn: on, wasOverdue }],
  };
}

/** What was never a complaint is no figure of the station; one that was handled stays. */
export function strikeComplaint(
  complaint: Complaint,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<StruckComplaint, ComplaintEvent> {
  const open = needOpen(complaint);
  const wasOverdue = open.overdueSince !== null;
  return {
    state: { ...open, status: 'STRUCK', struck: struckOut(reason, today, evidence) },
    events: [{ type: 'complaint.struck', struckOn: today, wasOverdue }],
  };
}

function needOpen(complaint: Complaint): ReceivedComplaint {
  if (complaint.status === 'HANDLED') throw complaintAlreadyHandled({ on: complaint.handling.on });
  if (complaint.status === 'STRUCK') throw complaintStruck({ on: complaint.struck.on });
  return complaint;
}

/** Told once: one that is handled, in time or found late already stays as it is. */
export function noteComplaintOverdue(
  complaint: Complaint,
  today: CalendarDate,
): Change<Complaint, ComplaintEvent> {
  const isLate =
    complaint.status === 'RECEIVED' && complaint.overdueSince === null && complaint.dueOn < today;
  if (!isLate) return { state: complaint, events: [] };
  return { state: { ...complaint, overdueSince: today }, events: [{ type: 'complaint.overdue' }] };
}
