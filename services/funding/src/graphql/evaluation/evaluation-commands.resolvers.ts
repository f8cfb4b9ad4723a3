import { documentOrNone, grounds, publicLine, publicName, publicText, regionCodeOf } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import type { FundCorrected } from '../../domain/evaluation/evaluation-life.ts';
import { budgetPlanId, contractId, evaluationSchemeId, fundEvaluationId } from '../../domain/ids.ts';
import type { CorrectFundEvaluationInput, MutationResolvers } from '../generated/resolvers.ts';
import { yearOf } from '../reference/parse.ts';

interface TargetInput {
  readonly evaluationId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

function target({ evaluationId, expectedVersion, idempotencyKey }: TargetInput) {
  return {
    evaluationId: fundEvaluationId(evaluationId),
    expectedVersion: expectedVersion ?? null,
    idempotencyKey,
  };
}

function correctedOf(input: CorrectFundEvaluationInput): FundCorrected {
  const { professional, financial, purchaser, overseer, evaluatedOn } = input;
  const named = {
    professional,
    financial,
    purchaser,
    overseer,
    evaluatedOn,
    evaluator: optional(input.evaluator, (raw) => publicName(raw, 'evaluator', 100)),
    opinion: optional(input.opinion, (raw) => publicText(raw, 'opinion', 2_000)),
  };
  const said = Object.entries(named).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as FundCorrected;
}

export const evaluationMutations = {
  evaluateContract: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.evaluateContract(
      {
        contractId: contractId(input.contractId),
        year: yearOf(input.year),
        scores: { ...input.scores },
        evaluator: publicName(input.evaluator, 'evaluator', 100),
        opinion: optional(input.opinion, (raw) => publicText(raw, 'opinion', 2_000)),
        evaluatedOn: input.evaluatedOn,
        expectedVersion: input.expectedVersion ?? null,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  correctFundEvaluation: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.correctFundEvaluation(
      { ...target(input), ...grounds(input), corrected: correctedOf(input) },
      actor,
    ),
  }),
  strikeFundEvaluation: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.strikeFundEvaluation({ ...target(input), ...grounds(input) }, actor),
  }),
  appealFundEvaluation: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.appealFundEvaluation({ ...target(input), ...grounds(input) }, actor),
  }),
  decideFundEvaluationAppeal: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.decideFundEvaluationAppeal(
      {
        ...target(input),
        scores: optional(input.scores, (given) => ({ ...given })),
        decision: publicText(input.decision, 'decision', 500),
      },
      actor,
    ),
  }),
  confirmFundRectification: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.confirmFundRectification(
      { ...target(input), rectifiedOn: input.rectifiedOn, proof: documentOrNone(input.proof, 'proof') },
      actor,
    ),
  }),
  proposeEvaluationScheme: async (_root, { input }, { useCases, actor }) => {
    const { excellentFrom, goodFrom, barelyQualifiedFrom, fromYear, ...terms } = input;
    const grades = { excellent: excellentFrom, good: goodFrom, barelyQualified: barelyQualifiedFrom };
    const scheme = {
      ...terms,
      weights: { ...input.weights },
      grades,
      fromYear: yearOf(fromYear, 'fromYear'),
      countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
      source: publicLine(input.source, 'source', 300),
    };
    return { scheme: await useCases.proposeEvaluationScheme(scheme, actor) };
  },
  approveEvaluationScheme: async (_root, { input }, { useCases, actor }) => ({
    scheme: await useCases.approveEvaluationScheme(
      {
        schemeId: evaluationSchemeId(input.schemeId),
        expectedVersion: input.expectedVersion ?? null,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  evaluateBudget: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.evaluateBudget(
      {
        budgetPlanId: budgetPlanId(input.budgetPlanId),
        score: input.score,
        advice: input.advice,
        findings: publicText(input.findings, 'findings', 2_000),
        evaluatedOn: input.evaluatedOn,
        expectedVersion: input.expectedVersion ?? null,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;
