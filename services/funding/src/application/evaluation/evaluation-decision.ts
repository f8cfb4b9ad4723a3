import { type Actor, chinaDay, mayPutRight } from '@qianshou/kernel';
import { canRecordEvaluation } from '../../domain/policy.ts';
import { evaluationPuttingRight } from '../../domain/evaluation/actions.ts';
import type { FundEvaluation } from '../../domain/evaluation/fund-evaluation.ts';
import type { FundEvaluationId } from '../../domain/ids.ts';
import { contractsKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** What every change of an existing evaluation says. */
export interface EvaluationTarget {
  readonly evaluationId: FundEvaluationId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

/** Whom it bars is read when a contract is signed: both hold the county's contracts. */
export const onEvaluation = ({ fundEvaluations }: Pick<Ports, 'fundEvaluations'>) => {
  const load = ({ evaluationId }: Pick<EvaluationTarget, 'evaluationId'>) =>
    fundEvaluations.get(evaluationId);
  const lock = async (target: Pick<EvaluationTarget, 'evaluationId'>): Promise<string> =>
    contractsKey((await load(target)).countyCode);
  return { load, lock };
};

export const mayPutEvaluationRight =
  ({ clock }: Pick<Ports, 'clock'>) =>
  (actor: Actor, evaluation: FundEvaluation): void => {
    const mayRecord = canRecordEvaluation(actor, evaluation.countyCode);
    mayPutRight(actor, evaluationPuttingRight(evaluation, { mayRecord, today: chinaDay(clock.now()) }));
  };
