import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { BudgetEvaluations } from '../../application/evaluation/ports.ts';
import type { BudgetEvaluation, BudgetEvaluationEvent } from '../../domain/evaluation/budget-evaluation.ts';
import { budgetEvaluationNotFound } from '../../domain/evaluation/errors.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const amount = { type: BigInt, required: true } as const;

const evaluationSchema = aggregateSchema(
  {
    budgetPlanId: text,
    countyCode: text,
    year: number,
    score: number,
    grade: text,
    plannedFen: amount,
    paidFen: amount,
    advice: text,
    findings: text,
    evaluatedOn: text,
    evaluatedBy: text,
  },
  [{ keys: { budgetPlanId: 1, _id: 1 } }],
);

export function mongoBudgetEvaluations(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<BudgetEvaluation, BudgetEvaluationEvent>,
): BudgetEvaluations {
  const model = aggregateModel(connection, 'BudgetEvaluation', evaluationSchema, 'budget_evaluations');
  const store = aggregateStore<BudgetEvaluation, BudgetEvaluationEvent>({
    connection,
    model,
    aggregate: 'budget-evaluation',
    outbox,
    publish,
    notFound: budgetEvaluationNotFound,
  });
  return {
    ...store,
    latestOfMany: async (budgetPlanIds) => {
      const found = await model
        .find({ budgetPlanId: trusted({ $in: [...budgetPlanIds] }) })
        .sort({ budgetPlanId: 1, _id: 1 })
        .lean();
      // Ids grow with time: the last one of a budget is its latest.
      const evaluations = found.map((document) => toState<BudgetEvaluation>(document));
      const latest = new Map(evaluations.map((evaluation) => [evaluation.budgetPlanId, evaluation]));
      return budgetPlanIds.map((id) => latest.get(id) ?? null);
    },
  };
}
