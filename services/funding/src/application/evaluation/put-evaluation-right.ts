import { chinaDay, type Command, decision, type Grounds } from '@qianshou/kernel';
import {
  correctFundEvaluation as correct,
  type FundCorrected,
  strikeFundEvaluation as strike,
} from '../../domain/evaluation/evaluation-life.ts';
import type { FundEvaluation } from '../../domain/evaluation/fund-evaluation.ts';
import type { Ports } from '../ports.ts';
import { type EvaluationTarget, mayPutEvaluationRight, onEvaluation } from './evaluation-decision.ts';

export interface CorrectFundEvaluationInput extends EvaluationTarget, Grounds {
  readonly corrected: FundCorrected;
}

/** Grade and bar follow. */
export const correctFundEvaluation = (ports: Ports): Command<CorrectFundEvaluationInput, FundEvaluation> =>
  decision(ports.unitOfWork, {
    ...onEvaluation(ports),
    once: 'correctFundEvaluation',
    may: mayPutEvaluationRight(ports),
    decide: async (evaluation, { corrected, reason, evidence }) => {
      const contract = await ports.contracts.get(evaluation.contractId);
      const facts = { reason, evidence, contract, today: chinaDay(ports.clock.now()) };
      return correct(evaluation, corrected, facts);
    },
    save: ports.fundEvaluations.save,
  });

export const strikeFundEvaluation = (ports: Ports): Command<EvaluationTarget & Grounds, FundEvaluation> =>
  decision(ports.unitOfWork, {
    ...onEvaluation(ports),
    once: 'strikeFundEvaluation',
    may: mayPutEvaluationRight(ports),
    decide: (evaluation, { reason, evidence }) =>
      strike(evaluation, { reason, evidence }, chinaDay(ports.clock.now())),
    save: ports.fundEvaluations.save,
  });
