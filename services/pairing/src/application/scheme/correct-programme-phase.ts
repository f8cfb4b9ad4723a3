import { chinaDay, type Command, decision, type Grounds, type Written } from '@qianshou/kernel';
import type { PhaseId } from '../../domain/ids.ts';
import { mayKeepPhases } from '../../domain/scheme/policy.ts';
import { correctPhase, type PhaseWords, type ProgrammePhase } from '../../domain/scheme/programme-phase.ts';
import type { Ports } from '../ports.ts';

export interface CorrectPhaseInput extends Grounds {
  readonly phaseId: PhaseId;
  /** What is not named stays as it is. */
  readonly corrected: Partial<Written<PhaseWords>>;
  readonly expectedVersion: number | null;
}

type Deps = Pick<Ports, 'phases' | 'clock' | 'unitOfWork'>;

export const correctProgrammePhase = (ports: Deps): Command<CorrectPhaseInput, ProgrammePhase> =>
  decision(ports.unitOfWork, {
    load: ({ phaseId }: CorrectPhaseInput) => ports.phases.get(phaseId),
    may: mayKeepPhases,
    decide: (phase, input) => correctPhase(phase, input.corrected, input, chinaDay(ports.clock.now())),
    save: ports.phases.save,
  });
