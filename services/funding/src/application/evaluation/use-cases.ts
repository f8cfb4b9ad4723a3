import type { Ports } from '../ports.ts';
import {
  appealFundEvaluation,
  confirmFundRectification,
  decideFundEvaluationAppeal,
} from './answer-evaluation.ts';
import { evaluateBudget } from './evaluate-budget.ts';
import { approveEvaluationScheme, proposeEvaluationScheme } from './evaluation-schemes.ts';
import { listEvaluationSchemes } from './list-evaluation-schemes.ts';
import { listFundEvaluations } from './list-fund-evaluations.ts';
import { noteOverdueFundRectifications } from './note-overdue-rectifications.ts';
import { correctFundEvaluation, strikeFundEvaluation } from './put-evaluation-right.ts';
import { evaluateContract } from './record-evaluation.ts';

export function useCasesOfEvaluation(ports: Ports) {
  return {
    appealFundEvaluation: appealFundEvaluation(ports),
    approveEvaluationScheme: approveEvaluationScheme(ports),
    confirmFundRectification: confirmFundRectification(ports),
    correctFundEvaluation: correctFundEvaluation(ports),
    decideFundEvaluationAppeal: decideFundEvaluationAppeal(ports),
    evaluateBudget: evaluateBudget(ports),
    evaluateContract: evaluateContract(ports),
    listEvaluationSchemes: listEvaluationSchemes(ports),
    listFundEvaluations: listFundEvaluations(ports),
    noteOverdueFundRectifications: noteOverdueFundRectifications(ports),
    proposeEvaluationScheme: proposeEvaluationScheme(ports),
    strikeFundEvaluation: strikeFundEvaluation(ports),
  };
}
