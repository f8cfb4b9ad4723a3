import { history } from '@qianshou/service-kit/audit';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { underOf } from '../../application/purchase/purchase-decision.ts';
import { purchaseProjectId, stationId } from '../../domain/ids.ts';
import { maySeePurchase } from '../../domain/policy.ts';
import { allowedPurchaseActions } from '../../domain/purchase-actions.ts';
import { contractedFen } from '../../domain/purchase/purchase-closing.ts';
import { answerBy, signBy } from '../../domain/purchase/purchase-days.ts';
import {
  awardOf,
  isSuspended,
  type PurchaseProject as PurchaseState,
} from '../../domain/purchase/purchase-project.ts';
import type { Context } from '../context.ts';
import type {
  PurchaseAwardResolvers,
  PurchaseBidResolvers,
  PurchaseCorrectionResolvers,
  PurchaseObjectionResolvers,
  PurchaseProjectResolvers,
  PurchaseRoundResolvers,
  QueryPurchaseProjectsArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { placeOf } from '../reference/parse.ts';
import { visiblePlan } from '../reference/visible.ts';

export const purchaseQueries = {
  purchaseProject: (_root, { id }, { loaders }) => loaders.purchaseProject.load(purchaseProjectId(id)),
  purchaseProjects: (_root, args, context) => purchasesOf(args, context),
} satisfies Partial<QueryResolvers>;

async function purchasesOf(
  { where, ...args }: Partial<QueryPurchaseProjectsArgs>,
  { useCases }: Context,
): Promise<Connection<PurchaseState>> {
  const filter = {
    ...placeOf(where),
    stationId: optional(where?.stationId?.eq, stationId),
    status: where?.status?.in ?? null,
  };
  return toConnection(await useCases.listPurchaseProjects(filter, pageOf(args)));
}

export const PurchaseProject: PurchaseProjectResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.purchaseProject.load(purchaseProjectId(id)),
  county: ({ countyCode }) => ({ code: countyCode }),
  budgetPlan: async ({ budgetPlanId: id }, _args, { loaders, actor }) =>
    visiblePlan(await loaders.budgetPlan.load(id), actor),
  stations: ({ stationIds }) => stationIds.map((id) => ({ id })),
  amount: ({ amountFen }) => amountFen,
  rounds: ({ rounds }) => [...rounds],
  award: (project) => awardOf(project),
  bids: (project, _args, { actor }) => (maySeePurchase(actor, project) ? bidsOf(project) : null),
  objections: (project, _args, { actor }) =>
    maySeePurchase(actor, project) ? [...project.objections] : null,
  suspended: (project) => isSuspended(project),
  signBy: (project) => signBy(project),
  contracts: async ({ id }, _args, { loaders }) => [...((await loaders.contractsUnder.load(id)) ?? [])],
  contracted: async ({ id }, _args, { loaders }) => {
    const contracts = (await loaders.contractsUnder.load(id)) ?? [];
    return contractedFen(contracts.map(underOf));
  },
  corrections: ({ corrections }) => [...corrections],
  closedReason: ({ closed }) => closed?.reason ?? null,
  warnings: (project, _args, { useCases }) => [...useCases.warnOfPurchase(project)],
  allowedActions: (project, _args, { actor }) => [...allowedPurchaseActions(actor, project)],
};

function bidsOf({ rounds }: PurchaseState) {
  return [...(rounds.at(-1)?.awards.at(-1)?.bids ?? [])];
}

export const PurchaseRound: PurchaseRoundResolvers = {
  failedOn: ({ failed }) => failed?.on ?? null,
  failureGround: ({ failed }) => failed?.ground ?? null,
  failureReason: ({ failed }) => failed?.reason ?? null,
};

export const PurchaseAward: PurchaseAwardResolvers = {
  provider: ({ providerAgencyId: id }) => ({ id }),
  amount: ({ amountFen }) => amountFen,
  checks: ({ checks }) => [...checks],
};

export const PurchaseBid: PurchaseBidResolvers = {
  agency: ({ agencyId: id }) => ({ id }),
  quote: ({ quoteFen }) => quoteFen,
};

export const PurchaseObjection: PurchaseObjectionResolvers = {
  answerBy: (objection) => answerBy(objection),
  answeredOn: ({ answer }) => answer?.on ?? null,
  upheld: ({ answer }) => answer?.upheld ?? null,
  answer: ({ answer }) => answer?.content ?? null,
};

export const PurchaseCorrection: PurchaseCorrectionResolvers = {
  amount: ({ amountFen }) => amountFen,
};
