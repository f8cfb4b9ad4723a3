import { type Actor, chinaDay } from '@qianshou/kernel';
import { barForYear } from '../domain/agency.ts';
import type { PairingId } from '../domain/ids.ts';
import {
  barsAgencyIn,
  evaluatePairing,
  type PairingEvaluation,
  type Verdict,
} from '../domain/pairing-evaluation.ts';
import { mayEvaluate } from '../domain/work-policy.ts';
import { agencyKey } from './held-keys.ts';
import { onceRequest } from './once-request.ts';
import type { Ports } from './ports.ts';
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
      const { pairing, record } = await workOf(ports, input.pairingId);
      mayEvaluate(actor, pairing);
      const { idempotencyKey: _key, pairingId: _pairing, ...verdict } = input;
      if (verdict.evaluatorAgencyId !== null) await ports.agencies.get(verdict.evaluatorAgencyId);
      const facts = { record, today: chinaDay(ports.clock.now()) };
      const evaluated = evaluatePairing(ports.newId('pev'), pairing, verdict, facts);
      const evaluation = await ports.evaluations.save(evaluated);
      await barAgency(ports, evaluation);
      return evaluation;
    });

/** PAIR-13: an unqualified grade of the year bars the dispatching agency from the next one. */
async function barAgency({ agencies, unitOfWork }: Deps, evaluation: PairingEvaluation): Promise<void> {
  const year = barsAgencyIn(evaluation);
  if (year === null) return;
  await unitOfWork.hold(agencyKey(evaluation.dispatchingAgencyId));
  await agencies.save(barForYear(await agencies.get(evaluation.dispatchingAgencyId), year));
}
