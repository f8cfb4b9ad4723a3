import { chinaDay, type Command, decision } from '@qianshou/kernel';
import { rulesOf } from '../../domain/evaluation/evaluation-scheme.ts';
import {
  evaluateContract as evaluate,
  type FundEvaluation,
  type FundEvaluationInput,
} from '../../domain/evaluation/fund-evaluation.ts';
import type { ContractId } from '../../domain/ids.ts';
import { mayEvaluate } from '../../domain/evaluation/may-evaluate.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { switchedPairs } from '../four-eyes/switched-pairs.ts';
import { contractsKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

export interface EvaluateContractInput extends Omit<FundEvaluationInput, 'id' | 'evaluatedBy'> {
  readonly contractId: ContractId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

/** FUN-14: by the weights of the county for that year. */
export const evaluateContract = (ports: Ports): Command<EvaluateContractInput, FundEvaluation> => {
  const { contracts, fundEvaluations, evaluationSchemes, unitOfWork, clock, newId } = ports;
  const load = ({ contractId }: Pick<EvaluateContractInput, 'contractId'>) => contracts.get(contractId);
  return decision(unitOfWork, {
    once: 'evaluateContract',
    lock: async (input) => contractsKey((await load(input)).countyCode),
    load,
    may: mayEvaluate,
    decide: async (contract, { year, scores, evaluator, opinion, evaluatedOn }, actor) => {
      const rules = rulesOf(await evaluationSchemes.listOf(contract.countyCode), year);
      const terms = { year, scores, evaluator, opinion, evaluatedOn };
      const input = { ...terms, id: newId('fev'), evaluatedBy: subjectOf(actor) };
      const switched = await switchedPairs(ports, contract.countyCode);
      return evaluate(contract, input, { rules, today: chinaDay(clock.now()), switched });
    },
    save: fundEvaluations.save,
  });
};
