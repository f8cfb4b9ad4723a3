import {
  addDays,
  type CalendarDate,
  type Change,
  lineage,
  type PublicText,
  type RegionCode,
  type Versioned,
} from '@qianshou/kernel';
import { complaintAlreadyHandled } from './complaint-errors.ts';
import { dateInFuture, datesOutOfOrder } from './errors.ts';
import type { ComplaintId, StationId } from './ids.ts';

import type { Station } from './station.ts';
import { needOpened } from './station-evaluation.ts';

export type ComplaintKind = 'SERVICE_QUALITY' | 'ATTITUDE' | 'PREMISES' | 'CONDUCT' | 'OTHER';
export type ComplaintOutcome = 'UPHELD' | 'PARTLY_UPHELD' | 'NOT_UPHELD';

/** Complaints that one station takes in a day from people without an account; ours. */
export const MOST_COMPLAINTS_A_DAY = 20;

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
}

export interface ReceivedComplaint extends ComplaintRecord {
  readonly status: 'RECEIVED';
  readonly handling: null;
}

export interface HandledComplaint extends ComplaintRecord {
  readonly status: 'HANDLED';
  readonly handling: ComplaintHandling;
}

export interface ComplaintHandling {
  readonly on: CalendarDate;
  readonly outcome: ComplaintOutcome;
  /** Public. */
  readonly result: PublicText;
}

export type Complaint = ReceivedComplaint | HandledComplaint;
export type ComplaintStatus = Complaint['status'];

export type ComplaintEvent =
  | { readonly type: 'complaint.received' }
  | { readonly type: 'complaint.overdue' }
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
  if (complaint.status === 'HANDLED') throw complaintAlreadyHandled({ on: complaint.handling.on });
  const { on, outcome } = handling;
  if (on > today) throw dateInFuture({ day: on, today });
  if (on < complaint.receivedOn) throw datesOutOfOrder({ day: on, after: complaint.receivedOn });
  const wasOverdue = complaint.overdueSince !== null;
  return {
    state: { ...complaint, status: 'HANDLED', handling },
    events: [{ type: 'complaint.handled', outcome, handledOn: on, wasOverdue }],
  };
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
