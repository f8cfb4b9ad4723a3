import type { Ports } from '../ports.ts';
import { adjustBudget, approveBudgetAdjustment, rejectBudgetAdjustment } from './adjust-budget.ts';
import { approveBudget } from './approve-budget.ts';
import { draftBudget } from './draft-budget.ts';
import { listBudgetPlans } from './list-budget-plans.ts';
import { onPolicyAdopted } from './on-policy-adopted.ts';
import { redraftBudget } from './redraft-budget.ts';
import { rejectBudget } from './reject-budget.ts';
import { remeasureCaps } from './remeasure-caps.ts';
import { restateAssistanceFund } from './restate-assistance-fund.ts';
import { settleBudget } from './settle-budget.ts';
import { submitBudget } from './submit-budget.ts';

export function useCasesOfBudget(ports: Ports) {
  return {
    adjustBudget: adjustBudget(ports),
    approveBudget: approveBudget(ports),
    approveBudgetAdjustment: approveBudgetAdjustment(ports),
    draftBudget: draftBudget(ports),
    listBudgetPlans: listBudgetPlans(ports),
    onPolicyAdopted: onPolicyAdopted(ports),
    redraftBudget: redraftBudget(ports),
    rejectBudget: rejectBudget(ports),
    rejectBudgetAdjustment: rejectBudgetAdjustment(ports),
    remeasureCaps: remeasureCaps(ports),
    restateAssistanceFund: restateAssistanceFund(ports),
    settleBudget: settleBudget(ports),
    submitBudget: submitBudget(ports),
  };
}
