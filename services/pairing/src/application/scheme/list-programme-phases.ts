import type { ProgrammePhase } from '../../domain/scheme/programme-phase.ts';
import type { Ports } from '../ports.ts';

export const listProgrammePhases =
  ({ phases }: Pick<Ports, 'phases'>) =>
  (): Promise<readonly ProgrammePhase[]> =>
    phases.listAll();
