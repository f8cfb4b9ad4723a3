import {
  type Actor,
  type Change,
  chinaDay,
  correctionTimeIn,
  expectVersion,
  type Grounds,
  mayPutRight,
  onceRequest,
} from '@qianshou/kernel';
import type { CorrectionFacts } from '../../domain/work/evaluation-correction.ts';
import type { EvaluationEvent, PairingEvaluation } from '../../domain/work/pairing-evaluation.ts';
import type { EvaluationId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import { gradesOf } from '../../domain/scheme/scheme-policy.ts';
import { evaluationToPutRight } from '../../domain/work/putting-right.ts';
import { followBar } from '../agency/follow-bar.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface ReevaluationInput extends Grounds {
  readonly evaluationId: EvaluationId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export interface Reevaluation<Input> {
  readonly operation: string;
  readonly decide: (
    evaluation: PairingEvaluation,
    pairing: Pairing,
    input: Input,
    facts: CorrectionFacts,
  ) => Change<PairingEvaluation, EvaluationEvent>;
}

export type ReevaluationPorts = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'policies' | 'evaluations' | 'agencies'
>;

/** What an evaluation says now, and with it whom it bars (PAIR-13). */
export const reevaluatePairing =
  <Input extends ReevaluationInput>(ports: ReevaluationPorts, { operation, decide }: Reevaluation<Input>) =>
  (input: Input, actor: Actor): Promise<PairingEvaluation> =>
    ports.unitOfWork.once(onceRequest(operation, actor, input), async () => {
      const evaluation = await ports.evaluations.get(input.evaluationId);
      const today = chinaDay(ports.clock.now());
      mayPutRight(
        actor,
        evaluationToPutRight(actor, evaluation, await correctionTimeIn(ports, evaluation.countyCode)),
      );
      expectVersion(evaluation, input.expectedVersion);
      const { pairing, policy } = await workOf(ports, evaluation.pairingId);
      const { reason, evidence } = input;
      const facts = { reason, evidence, grades: gradesOf(policy), today };
      const changed = await ports.evaluations.save(decide(evaluation, pairing, input, facts));
      await followBar(ports, evaluation, changed);
      return changed;
    });
