import type { Ports } from '../ports.ts';
import { approveBudget } from './approve-budget.ts';
import { draftBudget } from './draft-budget.ts';
import { listBudgetPlans } from './list-budget-plans.ts';
import { onPolicyAdopted } from './on-policy-adopted.ts';
import { redraftBudget } from './redraft-budget.ts';
import { rejectBudget } from './reject-budget.ts';
import { remeasureCaps } from './remeasure-caps.ts';
import { restateAssistanceFund } from './restate-assistance-fund.ts';
import { submitBudget } from './submit-budget.ts';

export function useCasesOfBudget(ports: Ports) {
  return {
    approveBudget: approveBudget(ports),
    draftBudget: draftBudget(ports),
    listBudgetPlans: listBudgetPlans(ports),
    onPolicyAdopted: onPolicyAdopted(ports),
    redraftBudget: redraftBudget(ports),
    rejectBudget: rejectBudget(ports),
    remeasureCaps: remeasureCaps(ports),
    restateAssistanceFund: restateAssistanceFund(ports),
    submitBudget: submitBudget(ports),
  };
}
