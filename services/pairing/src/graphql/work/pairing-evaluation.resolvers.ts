import { grounds, publicName, publicText } from '@qianshou/kernel';
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
  StrikePairingEvaluationInput,
} from '../generated/resolvers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';
import { namedIn, recordReferences, struckFields } from '../reference/references.ts';

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

/** Which evaluation, why, and which version the caller read. */
function mistakeOf(input: StrikePairingEvaluationInput) {
  return {
    evaluationId: evaluationId(input.evaluationId),
    ...grounds(input),
    expectedVersion: input.expectedVersion ?? null,
    idempotencyKey: input.idempotencyKey,
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
    const { score, evaluatedOn } = input;
    const evaluator = optional(input.evaluator, (raw) => publicName(raw, 'evaluator', 100));
    const opinion = optional(input.opinion, (raw) => publicText(raw, 'opinion', 5_000));
    const corrected: Corrected = namedIn({ score, evaluator, opinion, evaluatedOn });
    return {
      evaluation: await useCases.correctPairingEvaluation({ ...mistakeOf(input), corrected }, actor),
    };
  },
  strikePairingEvaluation: async (_root, { input }, { useCases, actor }) => ({
    evaluation: await useCases.strikePairingEvaluation(mistakeOf(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

export const PairingEvaluation: PairingEvaluationResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.evaluation.load(evaluationId(id)),
  ...recordReferences,
  ...struckFields,
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: async (evaluation, _args, { actor, loaders }) => [
    ...actionsOnEvaluation(actor, evaluation, await loaders.correctionTime(evaluation.countyCode)),
  ],
  evaluatorAgency: ({ evaluatorAgencyId }, _args, { loaders }) =>
    evaluatorAgencyId === null ? null : loaders.agency.load(evaluatorAgencyId),
};
