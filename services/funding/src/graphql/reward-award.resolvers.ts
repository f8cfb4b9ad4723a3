import { history } from '@qianshou/service-kit/audit';
import { publicText } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { allowedAwardActions } from '../domain/allowed-actions.ts';
import { awardId, budgetPlanId, stationId } from '../domain/ids.ts';
import type { MutationResolvers, QueryResolvers, RewardAwardResolvers } from './generated/resolvers.ts';
import { placeOf } from './parse.ts';

export const awardQueries = {
  rewardAward: (_root, { id }, { loaders }) => loaders.award.load(awardId(id)),
  rewardAwards: async (_root, { where, ...args }, { useCases }) => {
    const filter = {
      ...placeOf(where),
      stationId: optional(where?.stationId?.eq, stationId),
      status: where?.status?.in ?? null,
    };
    return toConnection(await useCases.listAwards(filter, pageOf(args)));
  },
} satisfies Partial<QueryResolvers>;

export const awardMutations = {
  applyForAward: async (_root, { input }, { useCases, actor }) => ({
    award: await useCases.applyForAward(
      {
        budgetPlanId: budgetPlanId(input.budgetPlanId),
        stationId: stationId(input.stationId),
        kind: input.kind,
        amountFen: input.amountFen,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  approveAward: (_root, { input }, { useCases, actor }) =>
    useCases.approveAward(
      {
        awardId: awardId(input.awardId),
        expectedVersion: input.expectedVersion ?? null,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  refuseAward: async (_root, { input }, { useCases, actor }) => ({
    award: await useCases.refuseAward(
      { ...target(input), reason: publicText(input.reason, 'reason', 500) },
      actor,
    ),
  }),
  withdrawAward: async (_root, { input }, { useCases, actor }) => ({
    award: await useCases.withdrawAward(
      { ...target(input), reason: publicText(input.reason, 'reason', 500) },
      actor,
    ),
  }),
  correctAward: async (_root, { input }, { useCases, actor }) => ({
    award: await useCases.correctAward({ ...target(input), amountFen: input.amountFen }, actor),
  }),
} satisfies Partial<MutationResolvers>;

interface TargetInput {
  readonly awardId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

function target({ awardId: id, expectedVersion, idempotencyKey }: TargetInput) {
  return { awardId: awardId(id), expectedVersion: expectedVersion ?? null, idempotencyKey };
}

export const RewardAward: RewardAwardResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.award.load(awardId(id)),
  county: ({ countyCode }) => ({ code: countyCode }),
  station: ({ stationId: id }) => ({ id }),
  amount: ({ amountFen }) => amountFen,
  closedReason: (award) => ('closed' in award ? (award.closed?.reason ?? null) : null),
  payments: async ({ id }, args, { useCases, actor }) => {
    const filter = { within: null, year: null, contractId: null, awardId: id, status: null };
    return toConnection(await useCases.listPayments(filter, pageOf(args), actor));
  },
  allowedActions: (award, _args, { actor }) => [...allowedAwardActions(actor, award)],
};
