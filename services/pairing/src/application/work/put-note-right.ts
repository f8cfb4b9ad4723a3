import {
  type CalendarDate,
  type Change,
  chinaDay,
  type Command,
  decision,
  type Grounds,
  type Written,
} from '@qianshou/kernel';
import type { NoteId } from '../../domain/ids.ts';
import { mayPutNoteRight } from '../../domain/work/putting-right.ts';
import { correctNote, strikeNote } from '../../domain/work/supervision-correction.ts';
import type { NoteEvent, NoteWords, SupervisionNote } from '../../domain/work/supervision-note.ts';
import type { Ports } from '../ports.ts';

export interface StrikeNoteInput extends Grounds {
  readonly noteId: NoteId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export interface CorrectNoteInput extends StrikeNoteInput {
  readonly corrected: Partial<Written<NoteWords>>;
}

type Deps = Pick<Ports, 'notes' | 'unitOfWork' | 'clock'>;

function puttingRight<Input extends StrikeNoteInput>(
  once: string,
  { notes, unitOfWork, clock }: Deps,
  decide: (note: SupervisionNote, input: Input, today: CalendarDate) => Change<SupervisionNote, NoteEvent>,
): Command<Input, SupervisionNote> {
  const today = () => chinaDay(clock.now());
  return decision(unitOfWork, {
    once,
    load: ({ noteId }: Input) => notes.get(noteId),
    may: (actor, note) => mayPutNoteRight(actor, note, today()),
    decide: (note, input) => decide(note, input, today()),
    save: notes.save,
  });
}

export const strikeSupervisionNote = (ports: Deps): Command<StrikeNoteInput, SupervisionNote> =>
  puttingRight('strikeSupervisionNote', ports, (note, { reason, evidence }, today) =>
    strikeNote(note, { reason, evidence, today }),
  );

export const correctSupervisionNote = (ports: Deps): Command<CorrectNoteInput, SupervisionNote> =>
  puttingRight('correctSupervisionNote', ports, (note, { corrected, reason, evidence }, today) =>
    correctNote(note, corrected, { reason, evidence, today }),
  );
