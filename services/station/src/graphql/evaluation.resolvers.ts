import { publicName, publicText } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { EvaluationFilter } from '../application/ports.ts';
import { agencyId, evaluationId, stationId } from '../domain/ids.ts';
import { barsOperatorIn } from '../domain/station-evaluation.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  StationEvaluationFilter as WhereInput,
  StationEvaluationResolvers,
} from './generated/resolvers.ts';
import { stationOf } from './station-of.ts';
import { target } from './station-target.ts';

export const evaluationQueries = {
  stationEvaluations: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listEvaluations(
        filterFrom(where ?? {}),
        orderBy?.[0]?.direction ?? 'DESC',
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterFrom(where: Partial<WhereInput>): EvaluationFilter {
  return {
    within: where.regionCode?.within ?? null,
    stationId: optional(where.stationId?.eq, stationId),
    operatorAgencyId: optional(where.operatorAgencyId?.eq, agencyId),
    grade: where.grade?.in ?? null,
  };
}

export const evaluationMutations = {
  evaluateStation: (_root, { input }, { useCases, actor }) => {
    const { year, kind, score, evaluatedOn = null } = input;
    const evaluation = {
      year,
      kind,
      score,
      evaluatedOn,
      evaluator: publicName(input.evaluator, 'evaluator', 100),
      opinion: optional(input.opinion, (raw) => publicText(raw, 'opinion', 2_000)),
    };
    return useCases.evaluateStation({ ...target(input), evaluation }, actor);
  },
} satisfies Partial<MutationResolvers>;

export const StationEvaluation: StationEvaluationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.evaluation.load(evaluationId(id)),
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
  operatorAgency: ({ operatorAgencyId }) => (operatorAgencyId === null ? null : { id: operatorAgencyId }),
  barsOperatorIn,
};
