import {
  type CalendarDate,
  type Change,
  notFarAhead,
  publicText,
  type PublicText,
  requireNotStruck,
  type Struck,
  type Versioned,
} from '@qianshou/kernel';
import type { NoteId } from '../ids.ts';
import type { Before } from '../reference/corrections.ts';
import { pairingDatesInvalid } from '../pairing/errors.ts';
import { requireOpen } from '../pairing/pairing-life-cycle.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { noteClosed } from './errors.ts';

interface NoteFacts extends PairingRecord, Versioned {
  readonly id: NoteId;
  readonly notedOn: CalendarDate;
  readonly advice: PublicText;
  /** The day on which the supervisor looks again. */
  readonly followUpOn: CalendarDate;
  /** Entered by mistake: it counts no more; absent in records of before. */
  readonly struck?: Struck | null;
  readonly corrections?: readonly Before<NoteWords>[];
}

/** What a correction can name. */
export interface NoteWords {
  readonly advice: PublicText;
  readonly followUpOn: CalendarDate;
  readonly outcome: PublicText | null;
}

export interface OpenNote extends NoteFacts {
  readonly status: 'OPEN';
  readonly outcome: null;
  readonly closedOn: null;
}

export interface ClosedNote extends NoteFacts {
  readonly status: 'CLOSED';
  readonly outcome: PublicText;
  readonly closedOn: CalendarDate;
}

export type SupervisionNote = OpenNote | ClosedNote;

export interface SupervisionNoted {
  readonly type: 'supervision.noted';
  readonly noteId: NoteId;
  readonly notedOn: CalendarDate;
  readonly followUpOn: CalendarDate;
}

export interface SupervisionClosed {
  readonly type: 'supervision.closed';
  readonly noteId: NoteId;
  readonly closedOn: CalendarDate;
}

export interface SupervisionWasStruck {
  readonly type: 'supervision.struck' | 'supervision.corrected';
  readonly noteId: NoteId;
}

export type NoteEvent = SupervisionNoted | SupervisionClosed | SupervisionWasStruck;

export interface Advice {
  readonly advice: string;
  readonly followUpOn: CalendarDate;
}

export function noteSupervision(
  id: NoteId,
  pairing: Pairing,
  { advice, followUpOn }: Advice,
  { record, today }: { readonly record: PairingRecord; readonly today: CalendarDate },
): Change<OpenNote, SupervisionNoted> {
  requireOpen(pairing);
  if (followUpOn < today)
    throw pairingDatesInvalid({ field: 'followUpOn', reason: { en: 'in the past', zh: '早于今天' } });
  notFarAhead(followUpOn, 'followUpOn', { from: today, years: 2 });
  return {
    state: {
      ...record,
      id,
      version: 0,
      notedOn: today,
      advice: publicText(advice, 'advice', 5_000),
      followUpOn,
      status: 'OPEN',
      outcome: null,
      closedOn: null,
    },
    events: [{ type: 'supervision.noted', noteId: id, notedOn: today, followUpOn }],
  };
}

export function closeNote(
  note: SupervisionNote,
  outcome: string,
  today: CalendarDate,
): Change<ClosedNote, SupervisionClosed> {
  requireNotStruck(note);
  if (note.status === 'CLOSED') throw noteClosed({ noteId: note.id });
  return {
    state: { ...note, status: 'CLOSED', outcome: publicText(outcome, 'outcome', 2_000), closedOn: today },
    events: [{ type: 'supervision.closed', noteId: note.id, closedOn: today }],
  };
}
