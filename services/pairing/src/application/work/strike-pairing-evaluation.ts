import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import { strikeEvaluation } from '../../domain/work/evaluation-correction.ts';
import type { EvaluationId } from '../../domain/ids.ts';
import type { PairingEvaluation } from '../../domain/work/pairing-evaluation.ts';
import { mayEvaluate } from '../../domain/work/policy.ts';
import { followBar } from '../agency/follow-bar.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface StrikePairingEvaluationInput {
  readonly evaluationId: EvaluationId;
  readonly reason: string;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'evaluations' | 'agencies'
>;

export const strikePairingEvaluation =
  (ports: Deps) =>
  (input: StrikePairingEvaluationInput, actor: Actor): Promise<PairingEvaluation> =>
    ports.unitOfWork.once(onceRequest('strikePairingEvaluation', actor, input), async () => {
      const evaluation = await ports.evaluations.get(input.evaluationId);
      mayEvaluate(actor, evaluation);
      expectVersion(evaluation, input.expectedVersion);
      const { pairing } = await workOf(ports, evaluation.pairingId);
      const today = chinaDay(ports.clock.now());
      const changed = await ports.evaluations.save(
        strikeEvaluation(evaluation, pairing, { reason: input.reason, today }),
      );
      await followBar(ports, evaluation, changed);
      return changed;
    });
