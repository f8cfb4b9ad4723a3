import { type Command, decision, type PublicText } from '@qianshou/kernel';
import { mayAnnounceProgrammes } from '../../domain/policy.ts';
import {
  closeProgramme as close,
  type PassSettings,
  type Programme,
  type ProgrammeRevision,
  reviseProgramme as revise,
} from '../../domain/programme/programme.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'programmes' | 'unitOfWork' | 'clock'>;

export interface ProgrammeChangeInput {
  readonly code: string;
  readonly expectedVersion: number | null;
}

const onProgramme = ({ programmes }: Deps) => ({
  load: ({ code }: ProgrammeChangeInput) => programmes.getByCode(code),
  may: mayAnnounceProgrammes,
});

export interface ReviseProgrammeInput extends ProgrammeChangeInput {
  readonly revision: ProgrammeRevision;
  readonly settings: Partial<PassSettings>;
}

/** Classes that are planned keep what the programme said then. */
export const reviseProgramme = (deps: Deps): Command<ReviseProgrammeInput, Programme> =>
  decision(deps.unitOfWork, {
    ...onProgramme(deps),
    decide: (programme, { revision, settings }) => revise(programme, revision, settings),
    save: deps.programmes.save,
  });

export const closeProgramme = (
  deps: Deps,
): Command<ProgrammeChangeInput & { readonly reason: PublicText }, Programme> =>
  decision(deps.unitOfWork, {
    ...onProgramme(deps),
    decide: (programme, { reason }) => close(programme, reason, deps.clock.now()),
    save: deps.programmes.save,
  });
