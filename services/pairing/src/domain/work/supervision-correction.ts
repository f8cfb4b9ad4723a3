import {
  type CalendarDate,
  type Change,
  type Grounds,
  notFarAhead,
  publicText,
  requireDifference,
  requireNotStruck,
  struckOut,
  type Written,
} from '@qianshou/kernel';
import { pairingDatesInvalid } from '../pairing/errors.ts';
import { noted } from '../reference/corrections.ts';
import { noteStillOpen } from './supervising-errors.ts';
import type { NoteWords, SupervisionNote, SupervisionWasStruck } from './supervision-note.ts';

type Why = Grounds & { readonly today: CalendarDate };

/** It was never noted: it asks for no follow-up and counts no more. */
export function strikeNote(
  note: SupervisionNote,
  { reason, evidence, today }: Why,
): Change<SupervisionNote, SupervisionWasStruck> {
  requireNotStruck(note);
  return {
    state: { ...note, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'supervision.struck', noteId: note.id }],
  };
}

const SAID = ['advice', 'followUpOn', 'outcome'] as const;

/** Other words, or another day on which to look again; what came of it once the note is closed. */
export function correctNote(
  note: SupervisionNote,
  corrected: Partial<Written<NoteWords>>,
  { today, ...grounds }: Why,
): Change<SupervisionNote, SupervisionWasStruck> {
  requireNotStruck(note);
  const said: NoteWords = note;
  const right = checked(note, corrected);
  requireDifference<NoteWords>(said, right);
  const before = noted(said, SAID, grounds, today);
  return {
    state: { ...note, ...right, corrections: [...(note.corrections ?? []), before] } as SupervisionNote,
    events: [{ type: 'supervision.corrected', noteId: note.id }],
  };
}

function checked(
  { status, notedOn }: SupervisionNote,
  { advice, followUpOn, outcome }: Partial<Written<NoteWords>>,
): Partial<NoteWords> {
  if (typeof outcome === 'string' && status !== 'CLOSED') throw noteStillOpen();
  if (followUpOn !== undefined) requireFollowUp(followUpOn, notedOn);
  return {
    ...(advice === undefined ? {} : { advice: publicText(advice, 'advice', 5_000) }),
    ...(followUpOn === undefined ? {} : { followUpOn }),
    ...(typeof outcome === 'string' ? { outcome: publicText(outcome, 'outcome', 2_000) } : {}),
  };
}

/** As it is when a note is entered, counted from its day. */
function requireFollowUp(followUpOn: CalendarDate, notedOn: CalendarDate): void {
  if (followUpOn < notedOn)
    throw pairingDatesInvalid({
      field: 'followUpOn',
      reason: { en: `before the day of the note, ${notedOn}`, zh: `早于督导日期 ${notedOn}` },
    });
  notFarAhead(followUpOn, 'followUpOn', { from: notedOn, years: 2 });
}
