import { chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
import {
  type AdjustmentFacts,
  type AdjustmentInput,
  approveAdjustment,
  proposeAdjustment,
  rejectAdjustment,
} from '../../domain/budget/budget-adjustment.ts';
import type { ApprovedPlan, BudgetPlan } from '../../domain/budget/budget-plan.ts';
import { drawingsOf } from '../../domain/budget/budget-sources.ts';
import { adjustSources } from '../../domain/budget/fund-source.ts';
import { partsIn } from '../../domain/money/source-parts.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { writeJournal } from '../money/write-journal.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { capFacts } from './cap-facts.ts';
import { type BudgetTarget, mayDecideOn, maySpendOn, onBudget } from './budget-decision.ts';

export type AdjustBudgetInput = BudgetTarget & Omit<AdjustmentInput, 'by'>;

export interface RejectAdjustmentInput extends BudgetTarget {
  readonly reason: PublicText;
}

/** The bureau says what the budget is to be from now on; nothing moves before finance approved it. */
export const adjustBudget = (ports: Ports): Command<AdjustBudgetInput, ApprovedPlan> => {
  const { load } = onBudget(ports);
  return decision(ports.unitOfWork, {
    once: 'adjustBudget',
    lock: lockLedgerOf(load),
    load,
    may: maySpendOn,
    decide: async (plan, { kind, document, reason, plannedFen, lines }, actor) => {
      const terms = { kind, document, reason, plannedFen, lines, by: subjectOf(actor) };
      return proposeAdjustment(plan, terms, await adjustmentFacts(ports, plan));
    },
    save: (change) => ports.budgetPlans.save(change),
  });
};

/** The plan, its sources and the journal follow together, or nothing does. */
export const approveBudgetAdjustment = (ports: Ports): Command<BudgetTarget, ApprovedPlan> => {
  const { load } = onBudget(ports);
  return decision(ports.unitOfWork, {
    once: 'approveBudgetAdjustment',
    lock: lockLedgerOf(load),
    load,
    may: mayDecideOn,
    decide: async (plan, _input, actor) =>
      approveAdjustment(plan, { by: subjectOf(actor) }, await adjustmentFacts(ports, plan)),
    save: async ({ change, movement }) => {
      const adjusted = await ports.budgetPlans.save(change);
      await writeJournal(ports, adjusted, [movement]);
      await followSources(ports, adjusted);
      return adjusted;
    },
  });
};

export const rejectBudgetAdjustment = (ports: Ports): Command<RejectAdjustmentInput, ApprovedPlan> => {
  const { load } = onBudget(ports);
  return decision(ports.unitOfWork, {
    once: 'rejectBudgetAdjustment',
    lock: lockLedgerOf(load),
    load,
    may: mayDecideOn,
    decide: (plan, { reason }, actor) => {
      const on = chinaDay(ports.clock.now());
      return rejectAdjustment(plan, { by: subjectOf(actor), on, reason });
    },
    save: (change) => ports.budgetPlans.save(change),
  });
};

async function adjustmentFacts(ports: Ports, plan: BudgetPlan): Promise<AdjustmentFacts> {
  const { parts } = await ports.ledgers.get(plan.countyCode, plan.year);
  const free = partsIn(parts, plan.programme, 'APPROPRIATED');
  return { ...(await capFacts(ports, plan.countyCode)), free };
}

/** What each source gives from now on stands in its register. */
async function followSources({ fundSources, newId }: Ports, plan: ApprovedPlan): Promise<void> {
  const [known = []] = await fundSources.findByPlans([plan.id]);
  for (const change of adjustSources(plan, known, drawingsOf(plan), () => newId('src'))) {
    await fundSources.save(change);
  }
}
