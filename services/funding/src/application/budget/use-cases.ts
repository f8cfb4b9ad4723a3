import type { Ports } from '../ports.ts';
import { adjustBudget, approveBudgetAdjustment, rejectBudgetAdjustment } from './adjust-budget.ts';
import { approveBudget } from './approve-budget.ts';
import type { BudgetTarget } from './budget-decision.ts';
import { draftBudget, type DraftBudgetInput } from './draft-budget.ts';
import { foreseeBudget } from './foresee-budget.ts';
import { listBudgetPlans } from './list-budget-plans.ts';
import { listCapBreaches } from './list-cap-breaches.ts';
import { onPolicyAdopted } from './on-policy-adopted.ts';
import { openProvisionalSpending } from './open-provisional-spending.ts';
import { redraftBudget } from './redraft-budget.ts';
import { rejectBudget } from './reject-budget.ts';
import { remeasureCaps } from './remeasure-caps.ts';
import { restateAssistanceFund } from './restate-assistance-fund.ts';
import { settleBudget } from './settle-budget.ts';
import { submitBudget } from './submit-budget.ts';
import { tellingBreaches } from './tell-cap-breach.ts';

/** FUN-1: those that measure a budget by its cap. */
function measured(ports: Ports) {
  const ofPlan = async ({ budgetPlanId }: Pick<BudgetTarget, 'budgetPlanId'>) => {
    const { countyCode, year } = await ports.budgetPlans.get(budgetPlanId);
    return { countyCode, year, budgetPlanId };
  };
  const ofDraft = ({ countyCode, year }: DraftBudgetInput) =>
    Promise.resolve({ countyCode, year, budgetPlanId: null });
  const on = (operation: string) => ({ operation, place: ofPlan });
  const draft = { operation: 'draftBudget', place: ofDraft };
  return {
    adjustBudget: tellingBreaches(ports, on('adjustBudget'), adjustBudget(ports)),
    approveBudget: tellingBreaches(ports, on('approveBudget'), approveBudget(ports)),
    approveBudgetAdjustment: tellingBreaches(
      ports,
      on('approveBudgetAdjustment'),
      approveBudgetAdjustment(ports),
    ),
    draftBudget: tellingBreaches(ports, draft, draftBudget(ports)),
    redraftBudget: tellingBreaches(ports, on('redraftBudget'), redraftBudget(ports)),
  };
}

export function useCasesOfBudget(ports: Ports) {
  return {
    ...measured(ports),
    foreseeBudget: foreseeBudget(ports),
    listBudgetPlans: listBudgetPlans(ports),
    listCapBreaches: listCapBreaches(ports),
    openProvisionalSpending: openProvisionalSpending(ports),
    onPolicyAdopted: onPolicyAdopted(ports),
    rejectBudget: rejectBudget(ports),
    rejectBudgetAdjustment: rejectBudgetAdjustment(ports),
    remeasureCaps: remeasureCaps(ports),
    restateAssistanceFund: restateAssistanceFund(ports),
    settleBudget: settleBudget(ports),
    submitBudget: submitBudget(ports),
  };
}
