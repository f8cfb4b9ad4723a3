import { chinaDay, type Command, decision } from '@qianshou/kernel';
import type { NoteId } from '../../domain/ids.ts';
import { type ClosedNote, closeNote } from '../../domain/work/supervision-note.ts';
import { mayCloseNote } from '../../domain/work/policy.ts';
import type { Ports } from '../ports.ts';

export interface CloseSupervisionNoteInput {
  readonly noteId: NoteId;
  readonly outcome: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'notes' | 'unitOfWork' | 'clock'>;

export const closeSupervisionNote = (ports: Deps): Command<CloseSupervisionNoteInput, ClosedNote> =>
  decision(ports.unitOfWork, {
    once: 'closeSupervisionNote',
    load: ({ noteId }: CloseSupervisionNoteInput) => ports.notes.get(noteId),
    may: mayCloseNote,
    decide: (note, { outcome }) => closeNote(note, outcome, chinaDay(ports.clock.now())),
    save: ports.notes.save,
  });
