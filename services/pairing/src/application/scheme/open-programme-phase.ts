import { type Actor, onceRequest } from '@qianshou/kernel';
import { mayKeepPhases } from '../../domain/scheme/policy.ts';
import { openPhase, type PhaseOpening, type ProgrammePhase } from '../../domain/scheme/programme-phase.ts';
import { PHASES_KEY } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'phases' | 'unitOfWork' | 'newId'>;

export interface OpenPhaseInput extends Omit<PhaseOpening, 'id'> {
  readonly idempotencyKey: string;
}

export const openProgrammePhase =
  ({ phases, unitOfWork, newId }: Deps) =>
  async (input: OpenPhaseInput, actor: Actor): Promise<ProgrammePhase> => {
    mayKeepPhases(actor);
    return unitOfWork.once(onceRequest('openProgrammePhase', actor, input), async () => {
      await unitOfWork.hold(PHASES_KEY);
      return phases.save(openPhase({ ...input, id: newId('pha') }, await phases.listAll()));
    });
  };
