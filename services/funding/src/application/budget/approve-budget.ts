import { type Command, decision } from '@qianshou/kernel';
import { type ApprovedPlan, approveBudget as approve } from '../../domain/budget/budget-plan.ts';
import { appropriationOf } from '../../domain/budget/provisional.ts';
import { partsIn } from '../../domain/money/source-parts.ts';
import { drawingsOf } from '../../domain/budget/budget-sources.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { registerSource } from '../../domain/budget/fund-source.ts';
import { capFacts } from './cap-facts.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';
import { type BudgetTarget, mayDecideOn, onBudget } from './budget-decision.ts';

/** The plan, its sources and the appropriation in the journal: all of it or nothing. */
export const approveBudget = (ports: Ports): Command<BudgetTarget, ApprovedPlan> => {
  const { budgetPlans, fundSources, clock, newId, unitOfWork } = ports;
  const { load } = onBudget(ports);
  return decision(unitOfWork, {
    once: 'approveBudget',
    lock: lockLedgerOf(load),
    load,
    may: mayDecideOn,
    decide: async (plan, _input, actor) => {
      const facts = await capFacts(ports, plan.countyCode);
      const change = approve(plan, { by: subjectOf(actor), at: clock.now() }, facts);
      const { parts } = await ports.ledgers.get(plan.countyCode, plan.year);
      const free = partsIn(parts, plan.programme, 'APPROPRIATED');
      return { change, movements: appropriationOf(change.state, free) };
    },
    save: async ({ change, movements }) => {
      const approved = await budgetPlans.save(change);
      await writeJournal(ports, approved, movements);
      for (const drawing of drawingsOf(approved).filter(({ amountFen }) => amountFen > 0n)) {
        await fundSources.save(registerSource(newId('src'), approved, drawing));
      }
      return approved;
    },
  });
};
