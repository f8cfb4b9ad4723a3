import { history } from '@qianshou/service-kit/audit';
import { grounds, publicName, publicText, type WrittenDocument } from '@qianshou/kernel';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { EvaluationFilter } from '../../application/evaluation/ports.ts';
import { agencyId, evaluationId, stationId } from '../../domain/ids.ts';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import { actionsOnEvaluation } from '../../domain/evaluation/actions.ts';
import type { Corrected } from '../../domain/evaluation/evaluation-correction.ts';
import {
  barsOperatorIn,
  type StationEvaluation as StationEvaluationState,
} from '../../domain/evaluation/station-evaluation.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  QueryStationEvaluationsArgs,
  StationEvaluationFilter as WhereInput,
  StationEvaluationResolvers,
} from '../generated/resolvers.ts';
import { stationOf } from '../reference/station-of.ts';
import { target } from '../reference/station-target.ts';

export const evaluationQueries = {
  stationEvaluations: (_root, args, context) => evaluationsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a station. */
export async function evaluationsOf(
  { where, orderBy, ...args }: Partial<QueryStationEvaluationsArgs>,
  { useCases }: Context,
): Promise<Connection<StationEvaluationState>> {
  const direction = orderBy?.[0]?.direction ?? 'DESC';
  return toConnection(await useCases.listEvaluations(filterFrom(where ?? {}), direction, pageOf(args)));
}

function filterFrom(where: Partial<WhereInput>): EvaluationFilter {
  return {
    within: where.regionCode?.within ?? null,
    stationId: optional(where.stationId?.eq, stationId),
    operatorAgencyId: optional(where.operatorAgencyId?.eq, agencyId),
    grade: where.grade?.in ?? null,
    struck: where.struck ?? false,
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
  strikeStationEvaluation: (_root, { input }, { useCases, actor }) =>
    useCases.strikeStationEvaluation(reasoned(input), actor),
  correctStationEvaluation: (_root, { input }, { useCases, actor }) => {
    const { year, kind, score, evaluatedOn, evaluator, opinion } = input;
    const named = {
      year,
      kind,
      score,
      evaluatedOn,
      evaluator: optional(evaluator, (raw) => publicName(raw, 'evaluator', 100)),
      opinion: optional(opinion, (raw) => publicText(raw, 'opinion', 2_000)),
    };
    const said = Object.entries(named).filter(([, value]) => value !== null && value !== undefined);
    const corrected = Object.fromEntries(said) as Corrected;
    return useCases.correctStationEvaluation({ ...reasoned(input), corrected }, actor);
  },
} satisfies Partial<MutationResolvers>;

function reasoned({
  evaluationId: id,
  reason,
  evidence,
  expectedVersion,
}: {
  readonly evaluationId: string;
  readonly reason: string;
  readonly evidence?: WrittenDocument | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}) {
  return {
    evaluationId: evaluationId(id),
    ...grounds({ reason, evidence }),
    expectedVersion: expectedVersion ?? null,
  };
}

export const StationEvaluation: StationEvaluationResolvers = {
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: async (evaluation, _args, { actor, loaders }) => {
    const [station, policy] = await Promise.all([
      loaders.station.load(evaluation.stationId),
      loaders.policyOfCounty.load(evaluation.countyCode),
    ]);
    if (station === null) return [];
    const facts = { station, rules: stationRulesOf(policy), today: loaders.today };
    return [...actionsOnEvaluation(actor, evaluation, facts)];
  },
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.evaluation.load(evaluationId(id)),
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
  operatorAgency: ({ operatorAgencyId }) => (operatorAgencyId === null ? null : { id: operatorAgencyId }),
  barsOperatorIn,
};
