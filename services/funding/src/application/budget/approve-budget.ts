import { type Actor, expectVersion } from '@qianshou/kernel';
import {
  type ApprovedPlan,
  approveBudget as approve,
  appropriationOf,
} from '../../domain/budget/budget-plan.ts';
import { drawingsOf } from '../../domain/budget/budget-sources.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { registerSource } from '../../domain/budget/fund-source.ts';
import { mayDecide, mustSeePlan } from '../../domain/policy.ts';
import { capFacts } from './cap-facts.ts';
import { moveMoney } from '../money/move-money.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import type { BudgetTarget } from './submit-budget.ts';
import { writeJournal } from '../money/write-journal.ts';

/** The plan, its sources and the appropriation in the journal: all of it or nothing. */
export const approveBudget =
  (ports: Ports) =>
  async (input: BudgetTarget, actor: Actor): Promise<ApprovedPlan> => {
    const place = await ports.budgetPlans.get(input.budgetPlanId);
    return moveMoney(ports, place, onceRequest('approveBudget', actor, input), async () => {
      const { budgetPlans, fundSources, clock, newId } = ports;
      const plan = await budgetPlans.get(input.budgetPlanId);
      mustSeePlan(actor, plan);
      mayDecide(actor, plan.countyCode);
      expectVersion(plan, input.expectedVersion);
      const facts = await capFacts(ports, plan.countyCode);
      const decision = { by: subjectOf(actor), at: clock.now() };
      const approved = await budgetPlans.save(approve(plan, decision, facts));
      await writeJournal(ports, approved, [appropriationOf(approved)]);
      for (const drawing of drawingsOf(approved).filter(({ amountFen }) => amountFen > 0n)) {
        await fundSources.save(registerSource(newId('src'), approved, drawing));
      }
      return approved;
    });
  };
