import { history } from '@qianshou/service-kit/audit';
import { yuan } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { allowedBudgetActions } from '../../domain/allowed-actions.ts';
import { capOf, shareOfAssistance } from '../../domain/budget/budget-sources.ts';
import { budgetPlanId, fundSourceId } from '../../domain/ids.ts';
import { budgetWarnings } from '../../domain/budget/warnings.ts';
import type {
  AmountResolvers,
  BudgetLineResolvers,
  BudgetPlanResolvers,
  CapMeasureResolvers,
  FundSourceResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { placeOf } from '../reference/parse.ts';
import { visiblePlan } from '../reference/visible.ts';

export const budgetQueries = {
  budgetPlan: async (_root, { id }, { loaders, actor }) =>
    visiblePlan(await loaders.budgetPlan.load(budgetPlanId(id)), actor),
  budgetPlans: async (_root, { where, ...args }, { useCases, actor }) => {
    const filter = { ...placeOf(where), status: where?.status?.in ?? null };
    return toConnection(await useCases.listBudgetPlans(filter, pageOf(args), actor));
  },
} satisfies Partial<QueryResolvers>;

/** Every amount is fen within; what people read stands beside it. */
export const Amount: AmountResolvers = {
  fen: (amount) => amount,
  yuan: (amount) => yuan(amount),
};

export const BudgetPlan: BudgetPlanResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visiblePlan(await loaders.budgetPlan.load(budgetPlanId(id)), actor),
  county: ({ countyCode }) => ({ code: countyCode }),
  planned: ({ plannedFen }) => plannedFen,
  assistanceShare: (plan) => shareOfAssistance(plan),
  cap: (plan) => capOf(plan),
  capMeasure: ({ cap }) => cap,
  capHolds: (plan) => (plan.status === 'APPROVED' ? (plan.capBrokenSince ?? null) === null : null),
  topUp: ({ topUpFen }) => topUpFen,
  sources: async ({ id }, _args, { loaders }) => [...((await loaders.sourcesOfPlan.load(id)) ?? [])],
  warnings: (plan) => [...budgetWarnings(plan)],
  allowedActions: (plan, _args, { actor }) => [...allowedBudgetActions(actor, plan)],
};

export const BudgetLine: BudgetLineResolvers = {
  amount: ({ amountFen }) => amountFen,
};

export const CapMeasure: CapMeasureResolvers = {
  base: ({ baseFen }) => baseFen,
  percent: ({ policy }) => optional(policy, ({ percent }) => percent),
  percentApprovedOn: ({ policy }) => policy?.approvedOn ?? null,
  policySource: ({ policy }) => optional(policy, ({ source }) => source),
};

/** A source is seen by whoever sees its plan. */
export const FundSource: FundSourceResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) => {
    const source = await loaders.fundSource.load(fundSourceId(id));
    if (source === null) return null;
    return visiblePlan(await loaders.budgetPlan.load(source.budgetPlanId), actor) === null ? null : source;
  },
  amount: ({ amountFen }) => amountFen,
};
