import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import { type Corrected, correctEvaluation } from '../../domain/work/evaluation-correction.ts';
import type { EvaluationId } from '../../domain/ids.ts';
import type { PairingEvaluation } from '../../domain/work/pairing-evaluation.ts';
import { gradesOf } from '../../domain/scheme/scheme-policy.ts';
import { mayEvaluate } from '../../domain/work/policy.ts';
import { followBar } from '../agency/follow-bar.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface CorrectPairingEvaluationInput {
  readonly evaluationId: EvaluationId;
  readonly corrected: Corrected;
  readonly reason: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'evaluations' | 'agencies'
>;

export const correctPairingEvaluation =
  (ports: Deps) =>
  (input: CorrectPairingEvaluationInput, actor: Actor): Promise<PairingEvaluation> =>
    ports.unitOfWork.once(onceRequest('correctPairingEvaluation', actor, input), async () => {
      const evaluation = await ports.evaluations.get(input.evaluationId);
      mayEvaluate(actor, evaluation);
      expectVersion(evaluation, input.expectedVersion);
      const { pairing, policy } = await workOf(ports, evaluation.pairingId);
      const grades = gradesOf(policy);
      const today = chinaDay(ports.clock.now());
      const changed = await ports.evaluations.save(
        correctEvaluation(evaluation, pairing, input.corrected, { reason: input.reason, grades, today }),
      );
      await followBar(ports, evaluation, changed);
      return changed;
    });
