import { publicLine, publicText, regionCodeOf } from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import type { AssistanceFund, BudgetLine } from '../../domain/budget/budget-sources.ts';
import { budgetPlanId } from '../../domain/ids.ts';
import { SOURCE_KINDS } from '../../domain/money/account.ts';
import type { AssistanceFundInput, BudgetLineInput, MutationResolvers } from '../generated/resolvers.ts';
import { yearOf } from '../reference/parse.ts';

interface TargetInput {
  readonly budgetPlanId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey: string;
}

/** What every change of an existing plan says: which one, which version the caller read, and the request's key. */
function target({ budgetPlanId: id, expectedVersion, idempotencyKey }: TargetInput) {
  return { budgetPlanId: budgetPlanId(id), expectedVersion: expectedVersion ?? null, idempotencyKey };
}

function linesOf(lines: readonly BudgetLineInput[]): readonly BudgetLine[] {
  return atMost(lines, SOURCE_KINDS.length, 'lines').map(({ kind, amountFen, usableUntil = null, note }) => ({
    kind,
    amountFen,
    usableUntil,
    note: optional(note, (raw) => publicText(raw, 'note', 500)),
  }));
}

function fundOf({ year, amountFen, source }: AssistanceFundInput): AssistanceFund {
  return {
    year: yearOf(year, 'assistanceFund.year'),
    amountFen,
    source: publicLine(source, 'assistanceFund.source', 300),
  };
}

export const budgetMutations = {
  draftBudget: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.draftBudget(
      {
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        year: yearOf(input.year),
        programme: input.programme,
        plannedFen: input.plannedFen,
        lines: linesOf(input.lines),
        assistanceFund: optional(input.assistanceFund, fundOf),
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  redraftBudget: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.redraftBudget(
      {
        ...target(input),
        plannedFen: input.plannedFen,
        lines: linesOf(input.lines),
        assistanceFund: optional(input.assistanceFund, fundOf),
      },
      actor,
    ),
  }),
  submitBudget: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.submitBudget(target(input), actor),
  }),
  approveBudget: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.approveBudget(target(input), actor),
  }),
  restateAssistanceFund: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.restateAssistanceFund(
      {
        ...target(input),
        amountFen: input.amountFen,
        source: publicText(input.source, 'source', 300),
      },
      actor,
    ),
  }),
  settleBudget: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.settleBudget(
      {
        ...target(input),
        document: publicLine(input.document, 'document', 300),
        giveBack: atMost(input.giveBack, SOURCE_KINDS.length, 'giveBack'),
      },
      actor,
    ),
  }),
  openProvisionalSpending: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.openProvisionalSpending(
      {
        ...target(input),
        amountFen: input.amountFen ?? null,
        usableUntil: input.usableUntil,
        document: publicLine(input.document, 'document', 300),
      },
      actor,
    ),
  }),
  adjustBudget: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.adjustBudget(
      {
        ...target(input),
        kind: input.kind,
        plannedFen: input.plannedFen,
        lines: linesOf(input.lines),
        document: publicLine(input.document, 'document', 300),
        reason: publicText(input.reason, 'reason', 500),
      },
      actor,
    ),
  }),
  approveBudgetAdjustment: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.approveBudgetAdjustment(target(input), actor),
  }),
  rejectBudgetAdjustment: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.rejectBudgetAdjustment(
      { ...target(input), reason: publicText(input.reason, 'reason', 500) },
      actor,
    ),
  }),
  rejectBudget: async (_root, { input }, { useCases, actor }) => ({
    budgetPlan: await useCases.rejectBudget(
      { ...target(input), reason: publicText(input.reason, 'reason', 500) },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;
