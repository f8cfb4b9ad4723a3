import { history } from '@qianshou/service-kit/audit';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { agencyId, evaluationId, pairingId } from '../../domain/ids.ts';
import { actionsOnEvaluation } from '../../domain/work/allowed-work-actions.ts';
import type { Corrected } from '../../domain/work/evaluation-correction.ts';
import type { EvaluationFilter } from '../../application/work/ports.ts';
import type { PairingEvaluation as EvaluationState } from '../../domain/work/pairing-evaluation.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  PairingEvaluationFilter,
  PairingEvaluationResolvers,
  QueryPairingEvaluationsArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';
import { recordReferences } from '../reference/references.ts';

export const evaluationQueries = {
  pairingEvaluation: (_root, { id }, { loaders }) => loaders.evaluation.load(evaluationId(id)),
  pairingEvaluations: (_root, args, context) => evaluationsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a pairing. */
export async function evaluationsOf(
  { where, orderBy, ...args }: Partial<QueryPairingEvaluationsArgs>,
  { useCases }: Context,
): Promise<Connection<EvaluationState>> {
  const direction = directionOf(orderBy, 'DESC');
  return toConnection(await useCases.listEvaluations(filterOf(where ?? {}), direction, pageOf(args)));
}

function filterOf(where: PairingEvaluationFilter): EvaluationFilter {
  return {
    ...recordFilterOf(where, where.evaluatedOn),
    kind: optional(where.kind, (kind) => kind.in),
    grade: optional(where.grade, (grade) => grade.in),
    year: optional(where.year, ({ eq }) => eq),
    struck: where.struck ?? false,
  };
}

export const evaluationMutations = {
  recordPairingEvaluation: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.recordPairingEvaluation(
      {
        ...input,
        pairingId: pairingId(input.pairingId),
        evaluatorAgencyId: optional(input.evaluatorAgencyId, agencyId),
        grade: input.grade ?? null,
      },
      actor,
    ),
  }),
  correctPairingEvaluation: async (_root, { input }, { useCases, actor }) => {
    const { evaluationId: id, score, evaluator, opinion, evaluatedOn, expectedVersion, ...rest } = input;
    const named = Object.entries({ score, evaluator, opinion, evaluatedOn });
    const said = named.filter(([, value]) => value !== null && value !== undefined);
    const corrected = Object.fromEntries(said) as Corrected;
    const which = { evaluationId: evaluationId(id), expectedVersion: expectedVersion ?? null };
    return {
      evaluation: await useCases.correctPairingEvaluation({ ...rest, ...which, corrected }, actor),
    };
  },
  strikePairingEvaluation: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.strikePairingEvaluation(
      {
        ...input,
        evaluationId: evaluationId(input.evaluationId),
        expectedVersion: input.expectedVersion ?? null,
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const PairingEvaluation: PairingEvaluationResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.evaluation.load(evaluationId(id)),
  ...recordReferences,
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  corrections: ({ corrections }) => [...(corrections ?? [])],
  allowedActions: (evaluation, _args, { actor }) => [...actionsOnEvaluation(actor, evaluation)],
  evaluatorAgency: ({ evaluatorAgencyId }, _args, { loaders }) =>
    evaluatorAgencyId === null ? null : loaders.agency.load(evaluatorAgencyId),
};
