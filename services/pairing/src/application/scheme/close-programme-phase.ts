import { type Actor, expectVersion } from '@qianshou/kernel';
import type { PhaseId } from '../../domain/ids.ts';
import { mayKeepPhases } from '../../domain/scheme/policy.ts';
import { closePhase, type ProgrammePhase } from '../../domain/scheme/programme-phase.ts';
import type { Ports } from '../ports.ts';

export interface ClosePhaseInput {
  readonly phaseId: PhaseId;
  readonly expectedVersion: number | null;
}

export const closeProgrammePhase =
  ({ phases }: Pick<Ports, 'phases'>) =>
  async (input: ClosePhaseInput, actor: Actor): Promise<ProgrammePhase> => {
    mayKeepPhases(actor);
    const phase = await phases.get(input.phaseId);
    expectVersion(phase, input.expectedVersion);
    return phases.save(closePhase(phase));
  };
