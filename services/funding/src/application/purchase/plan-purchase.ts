import { type Command, decision, type DocumentReference, type PublicText } from '@qianshou/kernel';
import type { BudgetPlanId } from '../../domain/ids.ts';
import {
  consultOnPurchase as consult,
  correctPurchase as correct,
  planPurchase as plan,
} from '../../domain/purchase/purchase-planning.ts';
import type { Consultation, PurchaseNeed, PurchaseProject } from '../../domain/purchase/purchase-project.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { maySpendOn, onBudget } from '../budget/budget-decision.ts';
import { contractsKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { doneBy, onPurchase, plannedUnder, type PurchaseTarget } from './purchase-decision.ts';

export interface PlanPurchaseInput extends PurchaseNeed {
  readonly budgetPlanId: BudgetPlanId;
  readonly idempotencyKey: string;
}

export interface CorrectPurchaseInput extends PurchaseTarget, PurchaseNeed {
  readonly reason: PublicText;
  readonly evidence: DocumentReference | null;
}

export type ConsultInput = PurchaseTarget & Omit<Consultation, 'by'>;

export const planPurchaseProject = (ports: Ports): Command<PlanPurchaseInput, PurchaseProject> => {
  const { load } = onBudget(ports);
  return decision(ports.unitOfWork, {
    once: 'planPurchaseProject',
    lock: async (input) => contractsKey((await load(input)).countyCode),
    load,
    may: maySpendOn,
    decide: async (budget, { idempotencyKey: _key, budgetPlanId: _plan, ...need }, actor) =>
      plan(
        { ...need, id: ports.newId('pur'), plannedBy: subjectOf(actor) },
        {
          plan: budget,
          stations: await ports.stations.getMany(need.stationIds),
          plannedFen: await plannedUnder(ports, budget, null),
        },
      ),
    save: ports.purchaseProjects.save,
  });
};

export const correctPurchaseProject = (ports: Ports): Command<CorrectPurchaseInput, PurchaseProject> =>
  decision(ports.unitOfWork, {
    ...onPurchase(ports),
    once: 'correctPurchaseProject',
    decide: async (project, input, actor) => {
      const { by, today: on } = doneBy(ports, actor);
      const { title, purchaserOrg, stationIds, method, methodReason, amountFen, need, reason, evidence } =
        input;
      const budget = await ports.budgetPlans.get(project.budgetPlanId);
      return correct(
        project,
        { title, purchaserOrg, stationIds, method, methodReason, amountFen, need },
        { on, by, reason, evidence },
        {
          plan: budget,
          stations: await ports.stations.getMany(stationIds),
          plannedFen: await plannedUnder(ports, budget, project.id),
        },
      );
    },
    save: ports.purchaseProjects.save,
  });

export const consultOnPurchaseProject = (ports: Ports): Command<ConsultInput, PurchaseProject> =>
  decision(ports.unitOfWork, {
    ...onPurchase(ports),
    once: 'consultOnPurchaseProject',
    decide: (project, { consultedOn, people, opinion }, actor) => {
      const { by, today } = doneBy(ports, actor);
      return consult(project, { consultedOn, people, opinion, by }, today);
    },
    save: ports.purchaseProjects.save,
  });
