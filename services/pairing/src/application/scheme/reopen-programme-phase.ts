import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { PhaseId } from '../../domain/ids.ts';
import { mayKeepPhases } from '../../domain/scheme/policy.ts';
import { type ProgrammePhase, reopenPhase } from '../../domain/scheme/programme-phase.ts';
import type { Ports } from '../ports.ts';

export interface ReopenPhaseInput {
  readonly phaseId: PhaseId;
  readonly reason: string;
  readonly expectedVersion: number | null;
}

export const reopenProgrammePhase =
  ({ phases, clock }: Pick<Ports, 'phases' | 'clock'>) =>
  async (input: ReopenPhaseInput, actor: Actor): Promise<ProgrammePhase> => {
    mayKeepPhases(actor);
    const phase = await phases.get(input.phaseId);
    expectVersion(phase, input.expectedVersion);
    return phases.save(reopenPhase(phase, input.reason, chinaDay(clock.now())));
  };
