import { history } from '@qianshou/service-kit/audit';
import { addDays, regionCodeOf } from '@qianshou/kernel';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { allowedEvaluationActions } from '../../domain/evaluation/actions.ts';
import {
  barsProviderIn,
  type FundEvaluation as FundEvaluationState,
} from '../../domain/evaluation/fund-evaluation.ts';
import { agencyId, contractId, fundEvaluationId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type {
  BudgetEvaluationResolvers,
  EvaluationSchemeResolvers,
  FundEvaluationFilter as WhereInput,
  FundEvaluationResolvers,
  QueryFundEvaluationsArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { placeOf } from '../reference/parse.ts';

export const evaluationQueries = {
  fundEvaluation: (_root, { id }, { loaders }) => loaders.fundEvaluation.load(fundEvaluationId(id)),
  fundEvaluations: (_root, args, context) => fundEvaluationsOf(args, context),
  evaluationSchemes: async (_root, { countyCode }, { useCases }) => [
    ...(await useCases.listEvaluationSchemes(regionCodeOf('COUNTY', countyCode, 'countyCode'))),
  ],
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a contract. */
export async function fundEvaluationsOf(
  { where, ...args }: Partial<QueryFundEvaluationsArgs>,
  { useCases }: Context,
): Promise<Connection<FundEvaluationState>> {
  const filter = { ...placeOf(where), ...filterOf(where ?? {}) };
  return toConnection(await useCases.listFundEvaluations(filter, pageOf(args)));
}

function filterOf({ contractId: contract, providerAgencyId, grade, struck }: Partial<WhereInput>) {
  return {
    contractId: optional(contract?.eq, contractId),
    providerAgencyId: optional(providerAgencyId?.eq, agencyId),
    grade: grade?.in ?? null,
    struck: struck ?? false,
  };
}

export const FundEvaluation: FundEvaluationResolvers = {
  history,
  county: ({ countyCode }) => ({ code: countyCode }),
  contract: ({ contractId: id }, _args, { loaders }) => loaders.contract.load(id),
  provider: ({ providerAgencyId }) => ({ id: providerAgencyId }),
  stations: ({ stationIds }) => stationIds.map((id) => ({ id })),
  weights: ({ rules }) => rules.weights,
  weightsSource: ({ rules }) => rules.source,
  barsProviderIn,
  rectifyBy: ({ rectification }) => rectification?.dueOn ?? null,
  rectifiedOn: ({ rectification }) => rectification?.doneOn ?? null,
  rectificationProof: ({ rectification }) => rectification?.proof ?? null,
  rectificationOverdueSince: ({ rectification }) => rectification?.overdueSince ?? null,
  appealUntil: ({ evaluatedOn, rules }) => addDays(evaluatedOn, rules.appealDays),
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: (evaluation, _args, { actor, loaders }) => [
    ...allowedEvaluationActions(actor, evaluation, loaders.today),
  ],
};

export const EvaluationScheme: EvaluationSchemeResolvers = {
  county: ({ countyCode }) => ({ code: countyCode }),
  excellentFrom: ({ grades }) => grades.excellent,
  goodFrom: ({ grades }) => grades.good,
  barelyQualifiedFrom: ({ grades }) => grades.barelyQualified,
};

export const BudgetEvaluation: BudgetEvaluationResolvers = {
  planned: ({ plannedFen }) => plannedFen,
  paid: ({ paidFen }) => paidFen,
};
