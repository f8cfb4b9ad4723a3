import {
  badInput,
  type CalendarDate,
  type Change,
  type DocumentReference,
  type Fen,
  fen,
  type PublicText,
  type RegionCode,
  requireDifference,
} from '@qianshou/kernel';
import { type BudgetPlan, requireApproved } from '../budget/budget-plan.ts';
import type { PurchaseProjectId } from '../ids.ts';
import { requireStationsOf, type StationReplica } from '../reference/replicas.ts';
import { PURCHASE_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import { purchaseBeyondBudget, purchaseMethodNeedsReason } from './errors.ts';
import { needsReason } from './purchase-method.ts';
import { refuseOutOfOrder } from './purchase-days.ts';
import type { Consultation, PurchaseEvent, PurchaseNeed, PurchaseProject } from './purchase-project.ts';

export interface PlanningFacts {
  readonly plan: BudgetPlan;
  readonly stations: readonly StationReplica[];
  /** What the other purchases of the budget may come to, and contracts without one. */
  readonly plannedFen: Fen;
}

export interface PlanningInput extends PurchaseNeed {
  readonly id: PurchaseProjectId;
  readonly plannedBy: string;
}

type Changed = Change<PurchaseProject, PurchaseEvent>;

/** FUN-13: all purchases of a budget together stay within it. */
export function planPurchase(input: PlanningInput, facts: PlanningFacts): Changed {
  const { plan } = facts;
  requireApproved(plan);
  refuseUnsound(input, facts, plan.countyCode);
  const { countyCode, year, programme, id: budgetPlanId } = plan;
  const state: PurchaseProject = {
    ...input,
    version: 0,
    countyCode,
    year,
    programme,
    budgetPlanId,
    status: 'PLANNED',
    consultation: null,
    rounds: [],
    objections: [],
    corrections: [],
    closed: null,
  };
  return { state, events: [{ type: 'purchase.planned', by: input.plannedBy }] };
}

export interface Correcting {
  readonly on: CalendarDate;
  readonly by: string;
  readonly reason: PublicText;
  readonly evidence: DocumentReference | null;
}

/** As long as it is not published; what it said before stays. */
export function correctPurchase(
  project: PurchaseProject,
  corrected: PurchaseNeed,
  correcting: Correcting,
  facts: PlanningFacts,
): Changed {
  if (project.status !== 'PLANNED') throw wrongStatusOf(PURCHASE_STATUS, project.status, ['PLANNED']);
  requireApproved(facts.plan);
  requireDifference<PurchaseNeed>(project, corrected);
  refuseUnsound(corrected, facts, project.countyCode);
  const before = { ...needOf(project), ...correcting };
  const state = { ...project, ...corrected, corrections: [...project.corrections, before] };
  return { state, events: [{ type: 'purchase.corrected', by: correcting.by }] };
}

function needOf(project: PurchaseNeed): PurchaseNeed {
  const { title, purchaserOrg, stationIds, method, methodReason, amountFen, need } = project;
  return { title, purchaserOrg, stationIds, method, methodReason, amountFen, need };
}

function refuseUnsound(need: PurchaseNeed, facts: PlanningFacts, countyCode: RegionCode): void {
  const { method, methodReason, amountFen } = need;
  if (needsReason(method) && methodReason === null) throw purchaseMethodNeedsReason({ method });
  if (amountFen <= 0n)
    throw badInput({ field: 'amountFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  requireStationsOf(countyCode, facts.stations);
  const availableFen = fen(facts.plan.plannedFen - facts.plannedFen);
  if (amountFen > availableFen) {
    const left = availableFen < 0n ? 0n : availableFen;
    throw purchaseBeyondBudget({ availableFen: left.toString(), askedFen: amountFen.toString() });
  }
}

/** Reg. Art. 15: the need of a public service is consulted on before it is published. */
export function consultOnPurchase(
  project: PurchaseProject,
  consultation: Consultation,
  today: CalendarDate,
): Changed {
  if (project.status !== 'PLANNED') throw wrongStatusOf(PURCHASE_STATUS, project.status, ['PLANNED']);
  refuseOutOfOrder({ field: 'consultedOn', day: consultation.consultedOn, earliest: null, today });
  if (consultation.people < 1)
    throw badInput({ field: 'people', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  return {
    state: { ...project, consultation },
    events: [{ type: 'purchase.consulted', by: consultation.by }],
  };
}
