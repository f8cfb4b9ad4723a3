import { chinaDay, type Command, decision } from '@qianshou/kernel';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import { openProvisional, type ProvisionalInput, samePeriodEnd } from '../../domain/budget/provisional.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { writeJournal } from '../money/write-journal.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { type BudgetTarget, mayDecideOn, onBudget } from './budget-decision.ts';

export type OpenProvisionalSpendingInput = BudgetTarget & Omit<ProvisionalInput, 'by'>;

/** Before the approval: what the draft may spend of the year's money is in the journal at once. */
export const openProvisionalSpending = (ports: Ports): Command<OpenProvisionalSpendingInput, BudgetPlan> => {
  const { budgetPlans, payments, clock, unitOfWork } = ports;
  const { load } = onBudget(ports);
  return decision(unitOfWork, {
    once: 'openProvisionalSpending',
    lock: lockLedgerOf(load),
    load,
    may: mayDecideOn,
    decide: async (plan, { amountFen, usableUntil, document }, actor) => {
      const { countyCode, programme, year } = plan;
      const before = { countyCode, programme, year: year - 1 };
      return openProvisional(
        plan,
        { amountFen, usableUntil, document, by: subjectOf(actor) },
        {
          today: chinaDay(clock.now()),
          paidBeforeFen: await payments.paidUntil(before, samePeriodEnd(usableUntil)),
        },
      );
    },
    save: async ({ change, movement }) => {
      const plan = await budgetPlans.save(change);
      await writeJournal(ports, plan, movement === null ? [] : [movement]);
      return plan;
    },
  });
};
