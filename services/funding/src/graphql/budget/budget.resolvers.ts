import { history } from '@qianshou/service-kit/audit';
import { regionCodeOf, yuan } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { allowedBudgetActions } from '../../domain/allowed-actions.ts';
import { capOf, shareOfAssistance } from '../../domain/budget/budget-sources.ts';
import { adviceWarnings } from '../../domain/evaluation/budget-evaluation.ts';
import { budgetPlanId, fundSourceId } from '../../domain/ids.ts';
import { openingsOf } from '../../domain/budget/provisional.ts';
import { budgetWarnings } from '../../domain/budget/warnings.ts';
import type {
  AmountResolvers,
  BudgetAdjustmentResolvers,
  BudgetFiguresResolvers,
  BudgetLineResolvers,
  BudgetPlanResolvers,
  BudgetSettlementResolvers,
  CapBreachResolvers,
  CapMeasureResolvers,
  FundSourceResolvers,
  ProvisionalOpeningResolvers,
  QueryResolvers,
  SourcePartResolvers,
} from '../generated/resolvers.ts';
import { originOf } from '../../domain/reference/history.ts';
import { anyOf, fieldOf, placeOf, rangeOf, yearOf } from '../reference/parse.ts';
import { stagesOf } from '../../domain/money/source-parts.ts';
import { isApproved, wasApproved } from '../../domain/budget/budget-plan.ts';
import { visiblePlan } from '../reference/visible.ts';

export const budgetQueries = {
  budgetPlan: async (_root, { id }, { loaders, actor }) =>
    visiblePlan(await loaders.budgetPlan.load(budgetPlanId(id)), actor),
  budgetPlans: async (_root, { where, ...args }, { useCases, actor }) => {
    const { status, planned, open = null } = where ?? {};
    const own = { status: anyOf(status), planned: rangeOf(planned), open };
    const filter = { ...placeOf(where), ...own, order: fieldOf(args.orderBy) };
    return toConnection(await useCases.listBudgetPlans(filter, pageOf(args), actor));
  },
  capBreaches: async (_root, { countyCode, year, ...args }, { useCases, actor }) => {
    const place = { countyCode: regionCodeOf('COUNTY', countyCode, 'countyCode'), year: yearOf(year) };
    return toConnection(await useCases.listCapBreaches(place, pageOf(args), actor));
  },
} satisfies Partial<QueryResolvers>;

export const CapBreach: CapBreachResolvers = {
  county: ({ countyCode }) => ({ code: countyCode }),
  asked: ({ askedFen }) => askedFen,
  cap: ({ capFen }) => capFen,
};

/** Every amount is fen within; what people read stands beside it. */
export const Amount: AmountResolvers = {
  fen: (amount) => amount,
  yuan: (amount) => yuan(amount),
};

export const BudgetPlan: BudgetPlanResolvers = {
  history,
  origin: originOf,
  historySource: ({ enteredFrom = null }) => enteredFrom,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visiblePlan(await loaders.budgetPlan.load(budgetPlanId(id)), actor),
  county: ({ countyCode }) => ({ code: countyCode }),
  planned: ({ plannedFen }) => plannedFen,
  original: (plan) => (wasApproved(plan) ? (plan.original ?? plan) : null),
  adjusted: (plan) => (wasApproved(plan) ? plan : null),
  final: ({ settlement }) => settlement,
  adjustments: ({ adjustments }) => [...adjustments],
  provisional: (plan) => [...openingsOf(plan)],
  assistanceShare: (plan) => shareOfAssistance(plan),
  cap: (plan) => capOf(plan),
  capMeasure: ({ cap }) => cap,
  capHolds: (plan) => (isApproved(plan) ? (plan.capBrokenSince ?? null) === null : null),
  topUp: ({ topUpFen }) => topUpFen,
  sources: async ({ id }, _args, { loaders }) => [...((await loaders.sourcesOfPlan.load(id)) ?? [])],
  evaluation: ({ id }, _args, { loaders }) => loaders.budgetEvaluation.load(id),
  lastYearEvaluation: async (plan, _args, { loaders }) => {
    const last = await loaders.planOfLastYear.load(plan.id);
    return last === null ? null : loaders.budgetEvaluation.load(last.id);
  },
  warnings: async (plan, _args, { loaders }) => {
    const last = await loaders.planOfLastYear.load(plan.id);
    const evaluation = last === null ? null : await loaders.budgetEvaluation.load(last.id);
    return [...budgetWarnings(plan), ...adviceWarnings(plan, last, evaluation)];
  },
  allowedActions: (plan, _args, { actor, loaders }) => [...allowedBudgetActions(actor, plan, loaders.today)],
};

export const BudgetLine: BudgetLineResolvers = {
  amount: ({ amountFen }) => amountFen,
  usableUntil: ({ usableUntil = null }) => usableUntil,
};

export const BudgetFigures: BudgetFiguresResolvers = {
  planned: ({ plannedFen }) => plannedFen,
  lines: ({ lines }) => [...lines],
  topUp: ({ topUpFen }) => topUpFen,
};

export const BudgetSettlement: BudgetSettlementResolvers = {
  paid: ({ amounts }) => amounts.paidFen,
  paidSources: ({ paid }) => [...paid],
  carriedOver: ({ amounts }) => amounts.carriedOverFen,
  carriedOverSources: ({ carriedOver }) => [...carriedOver],
  bound: ({ amounts }) => amounts.boundFen,
  surplus: ({ amounts }) => amounts.surplusFen,
  surplusSources: ({ surplus }) => [...surplus],
  settledBy: ({ by }) => by,
  settledOn: ({ on }) => on,
};

export const ProvisionalOpening: ProvisionalOpeningResolvers = {
  amount: ({ amountFen }) => amountFen,
  ceiling: ({ ceilingFen }) => ceilingFen,
  sources: ({ drawings }) => drawings.map((drawing) => ({ ...drawing, originYear: null })),
  openedBy: ({ by }) => by,
  openedOn: ({ on }) => on,
};

export const BudgetAdjustment: BudgetAdjustmentResolvers = {
  planned: ({ plannedFen }) => plannedFen,
  lines: ({ lines }) => [...lines],
  topUp: ({ topUpFen }) => topUpFen,
};

export const SourcePart: SourcePartResolvers = {
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
  stages: async ({ countyCode, year, programme, kind }, _args, { loaders }) => {
    const parts = await loaders.moneyParts.load(`${countyCode}/${year}`);
    return parts === null ? null : [...stagesOf(parts, programme, { kind, originYear: null })];
  },
  amount: ({ amountFen }) => amountFen,
};
