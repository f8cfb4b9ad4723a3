import { type Actor, chinaDay, onceRequest } from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import {
  evaluatePairing,
  type PairingEvaluation,
  type Verdict,
} from '../../domain/work/pairing-evaluation.ts';
import { gradesOf } from '../../domain/scheme/scheme-policy.ts';
import { mayEvaluate } from '../../domain/work/policy.ts';
import { followBar } from '../agency/follow-bar.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface RecordPairingEvaluationInput extends Verdict {
  readonly pairingId: PairingId;
  readonly idempotencyKey: string;
}

type Deps = Pick<
  Ports,
  'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'newId' | 'evaluations' | 'agencies'
>;

export const recordPairingEvaluation =
  (ports: Deps) =>
  (input: RecordPairingEvaluationInput, actor: Actor): Promise<PairingEvaluation> =>
    ports.unitOfWork.once(onceRequest('recordPairingEvaluation', actor, input), async () => {
      const { pairing, record, policy } = await workOf(ports, input.pairingId);
      mayEvaluate(actor, pairing);
      const { idempotencyKey: _key, pairingId: _pairing, evaluatorAgencyId: named, ...said } = input;
      const evaluatorAgencyId = named === null ? null : (await ports.agencies.get(named)).id;
      const verdict = { ...said, evaluatorAgencyId };
      const facts = { record, grades: gradesOf(policy), today: chinaDay(ports.clock.now()) };
      const evaluated = evaluatePairing(ports.newId('pev'), pairing, verdict, facts);
      const evaluation = await ports.evaluations.save(evaluated);
      await followBar(ports, null, evaluation);
      return evaluation;
    });
