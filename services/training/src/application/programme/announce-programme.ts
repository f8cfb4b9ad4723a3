import type { Actor } from '@qianshou/kernel';
import { mayAnnounceProgrammes } from '../../domain/policy.ts';
import {
  announceProgramme as announce,
  type Programme,
  type ProgrammeProposal,
} from '../../domain/programme/programme.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'programmes' | 'clock' | 'newId'>;

export const announceProgramme =
  ({ programmes, clock, newId }: Deps) =>
  async (input: Omit<ProgrammeProposal, 'id'>, actor: Actor): Promise<Programme> => {
    mayAnnounceProgrammes(actor);
    return programmes.save(announce({ ...input, id: newId('prg') }, clock.now()));
  };
