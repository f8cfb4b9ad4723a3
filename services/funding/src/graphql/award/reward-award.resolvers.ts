import { history } from '@qianshou/service-kit/audit';
import { publicLine, publicText } from '@qianshou/kernel';
import { type Connection, ofParent, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { allowedAwardActions } from '../../domain/allowed-actions.ts';
import { awardId, budgetPlanId, stationId } from '../../domain/ids.ts';
import { awardWarnings, isTierLost } from '../../domain/award/award-warnings.ts';
import type { RewardAward as AwardState } from '../../domain/award/reward-award.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  QueryRewardAwardsArgs,
  RewardAwardResolvers,
} from '../generated/resolvers.ts';
import { paymentsOf } from '../payment/payment.resolvers.ts';
import { anyOf, fieldOf, placeOf, rangeOf, valueOf } from '../reference/parse.ts';

export const awardQueries = {
  rewardAward: (_root, { id }, { loaders }) => loaders.award.load(awardId(id)),
  rewardAwards: (_root, args, context) => awardsOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The list at the root, and that of a station. */
export async function awardsOf(
  { where, ...args }: Partial<QueryRewardAwardsArgs>,
  { useCases }: Context,
): Promise<Connection<AwardState>> {
  const { stationId: station, status, kind, amount, open = null } = where ?? {};
  const filter = {
    ...placeOf(where),
    stationId: optional(station?.eq, stationId),
    status: anyOf(status),
    kind: valueOf(kind),
    amount: rangeOf(amount),
    open,
    order: fieldOf(args.orderBy),
  };
  return toConnection(await useCases.listAwards(filter, pageOf(args)));
}

export const awardMutations = {
  applyForAward: async (_root, { input }, { useCases, actor }) => ({
    award: await useCases.applyForAward(
      {
        budgetPlanId: budgetPlanId(input.budgetPlanId),
        stationId: stationId(input.stationId),
        kind: input.kind,
        amountFen: input.amountFen,
        payeeName: optional(input.payeeName, (raw) => publicLine(raw, 'payeeName', 100)),
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
  sources: ({ sources }) => (sources === null ? null : [...sources]),
  closedReason: (award) => ('closed' in award ? (award.closed?.reason ?? null) : null),
  payeeName: ({ payeeName }) => payeeName ?? null,
  tierLost: async (award, _args, { loaders }) => {
    const station = await loaders.station.load(award.stationId);
    return station === null ? null : isTierLost(award, station);
  },
  warnings: async (award, _args, { loaders }) => [
    ...awardWarnings(award, await loaders.station.load(award.stationId)),
  ],
  payments: ({ id }, { where, ...args }, context) =>
    paymentsOf({ ...args, where: ofParent(where, { awardId: { eq: id } }) }, context),
  allowedActions: (award, _args, { actor }) => [...allowedAwardActions(actor, award)],
};
