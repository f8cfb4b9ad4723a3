import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { NoteId } from '../../domain/ids.ts';
import { type ClosedNote, closeNote } from '../../domain/work/supervision-note.ts';
import { mayCloseNote } from '../../domain/work/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface CloseSupervisionNoteInput {
  readonly noteId: NoteId;
  readonly outcome: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'notes' | 'unitOfWork' | 'clock'>;

export const closeSupervisionNote =
  (ports: Deps) =>
  (input: CloseSupervisionNoteInput, actor: Actor): Promise<ClosedNote> =>
    ports.unitOfWork.once(onceRequest('closeSupervisionNote', actor, input), async () => {
      const note = await ports.notes.get(input.noteId);
      mayCloseNote(actor, note);
      expectVersion(note, input.expectedVersion);
      return ports.notes.save(closeNote(note, input.outcome, chinaDay(ports.clock.now())));
    });
