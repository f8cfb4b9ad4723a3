import { type Actor, chinaDay, onceRequest } from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import { type Advice, noteSupervision as note, type OpenNote } from '../../domain/work/supervision-note.ts';
import { maySupervise } from '../../domain/work/policy.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface NoteSupervisionInput extends Advice {
  readonly pairingId: PairingId;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'newId' | 'notes'>;

export const noteSupervision =
  (ports: Deps) =>
  (input: NoteSupervisionInput, actor: Actor): Promise<OpenNote> =>
    ports.unitOfWork.once(onceRequest('noteSupervision', actor, input), async () => {
      const { pairing, record } = await workOf(ports, input.pairingId);
      maySupervise(actor, record);
      const facts = { record, today: chinaDay(ports.clock.now()) };
      return ports.notes.save(note(ports.newId('svn'), pairing, input, facts));
    });
