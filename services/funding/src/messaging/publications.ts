import type { Publication } from '@qianshou/events';
import type { Fen } from '@qianshou/kernel';
import {
  amountsOf,
  type BudgetPlan,
  type PlanAmounts,
  type PlanEvent,
} from '../domain/budget/budget-plan.ts';
import { openedFen, openingsOf } from '../domain/budget/provisional.ts';
import { boundIn } from '../domain/contract/contract-carry-over.ts';
import type { Contract, ContractEvent } from '../domain/contract/contract.ts';
import { type Entered, isHistory } from '../domain/reference/history.ts';
import type { SourcePart } from '../domain/money/source-part.ts';
import type { FundSource, SourceRegistered } from '../domain/budget/fund-source.ts';

/** Domain event -> published event: ids, codes and amounts, and the subject who acted. */
export function publishPlanEvent(event: PlanEvent, plan: BudgetPlan): Publication {
  const { id: budgetPlanId, countyCode, year } = plan;
  const by = actorOf(event, plan);
  const named = { budgetPlanId, countyCode, year, ...(by === null ? {} : { by }), ...toldOrigin(plan) };
  const amounts = amountsOnWire(amountsOf(plan));
  const regionCode = countyCode;
  switch (event.type) {
    case 'budget.drafted':
      return { type: 'qianshou.funding.budget-drafted.v1', data: { ...named, ...amounts }, regionCode };
    case 'budget.submitted':
      return { type: 'qianshou.funding.budget-submitted.v1', data: named, regionCode };
    case 'budget.approved':
      return {
        type: 'qianshou.funding.budget-approved.v1',
        data: { ...named, ...amounts, ...toldOpened(plan) },
        regionCode,
      };
    case 'budget.provisionalOpened': {
      const { no, amountFen, usableUntil, ceilingFen } = event.opening;
      const data = {
        ...named,
        no,
        provisionalFen: wire(amountFen),
        usableUntil,
        ceilingFen: wire(ceilingFen),
      };
      return { type: 'qianshou.funding.budget-provisional-opened.v1', data, regionCode };
    }
    case 'budget.capMeasured': {
      const data = {
        ...named,
        assistanceShareFen: amounts.assistanceShareFen,
        capFen: amounts.capFen,
        capHolds: plan.capBrokenSince === null,
        since: plan.capBrokenSince,
      };
      return { type: 'qianshou.funding.budget-cap-measured.v1', data, regionCode };
    }
    case 'budget.executing':
      return { type: 'qianshou.funding.budget-executing.v1', data: named, regionCode };
    case 'budget.adjustmentProposed':
    case 'budget.adjustmentRejected': {
      const { no: adjustmentNo, kind, plannedFen: asked } = event.adjustment;
      const type =
        event.type === 'budget.adjustmentProposed'
          ? 'qianshou.funding.budget-adjustment-proposed.v1'
          : 'qianshou.funding.budget-adjustment-rejected.v1';
      return { type, data: { ...named, adjustmentNo, kind, plannedFen: wire(asked) }, regionCode };
    }
    case 'budget.adjusted': {
      const { no: adjustmentNo, kind } = event.adjustment;
      const data = { ...named, adjustmentNo, kind, ...amounts, before: amountsOnWire(event.before) };
      return { type: 'qianshou.funding.budget-adjusted.v1', data, regionCode };
    }
    case 'budget.settled': {
      const { toYear, amounts: settled } = event.settlement;
      const told = {
        paidFen: wire(settled.paidFen),
        carriedOverFen: wire(settled.carriedOverFen),
        boundFen: wire(settled.boundFen),
        surplusFen: wire(settled.surplusFen),
      };
      return { type: 'qianshou.funding.budget-settled.v1', data: { ...named, toYear, ...told }, regionCode };
    }
    case 'budget.rejected':
      return { type: 'qianshou.funding.budget-rejected.v1', data: named, regionCode };
  }
}

function toldOpened(plan: BudgetPlan): { readonly provisionalFen?: string } {
  return openingsOf(plan).length === 0 ? {} : { provisionalFen: wire(openedFen(plan)) };
}

/** Who brought the plan to where it is; nobody where it was only measured anew or began to be executed. */
function actorOf(event: PlanEvent, { draftedBy, submittedBy, decidedBy }: BudgetPlan): string | null {
  switch (event.type) {
    case 'budget.capMeasured':
    case 'budget.executing':
      return null;
    case 'budget.drafted':
      return draftedBy;
    case 'budget.submitted':
      return submittedBy;
    case 'budget.adjustmentProposed':
      return event.adjustment.proposedBy;
    case 'budget.adjusted':
    case 'budget.adjustmentRejected':
      return event.adjustment.decidedBy;
    case 'budget.settled':
      return event.settlement.by;
    case 'budget.provisionalOpened':
      return event.opening.by;
    default:
      return decidedBy ?? draftedBy;
  }
}

export function publishSourceEvent(event: SourceRegistered, source: FundSource): Publication {
  const { id: fundSourceId, countyCode, year, kind, amountFen } = source;
  const data = { fundSourceId, countyCode, year, kind, amountFen: wire(amountFen) };
  const regionCode = countyCode;
  if (event.type === 'fund-source.registered')
    return { type: 'qianshou.funding.source-registered.v1', data, regionCode };
  const adjusted = { ...data, beforeFen: wire(event.beforeFen) };
  return { type: 'qianshou.funding.source-adjusted.v1', data: adjusted, regionCode };
}

export function publishContractEvent(event: ContractEvent, contract: Contract): Publication {
  const { id: contractId, countyCode, year, providerAgencyId, stationIds, signedOn, endsOn } = contract;
  const { purchaseProjectId } = contract;
  const data = {
    ...(purchaseProjectId === null ? {} : { purchaseProjectId }),
    ...toldOrigin(contract),
    contractId,
    countyCode,
    year,
    providerAgencyId,
    stationIds: [...stationIds],
    amountFen: wire(contract.amountFen),
    installments: contract.installments.length,
    signedOn,
    endsOn,
    by: event.by,
  };
  const regionCode = countyCode;
  switch (event.type) {
    case 'contract.signed':
      return { type: 'qianshou.funding.contract-signed.v1', data, regionCode };
    case 'contract.refused':
      return { type: 'qianshou.funding.contract-refused.v1', data, regionCode };
    case 'contract.withdrawn':
      return { type: 'qianshou.funding.contract-withdrawn.v1', data, regionCode };
    case 'contract.corrected':
      return { type: 'qianshou.funding.contract-corrected.v1', data, regionCode };
    case 'contract.replaced':
      return { type: 'qianshou.funding.contract-replaced.v1', data, regionCode };
    case 'contract.supplemented': {
      const told = { ...data, additionalFen: wire(event.additionalFen) };
      return { type: 'qianshou.funding.contract-supplemented.v1', data: told, regionCode };
    }
    case 'contract.terminated': {
      const released = { releasedFen: wire(event.releasedFen), boundIn: boundIn(contract).year };
      const told = { ...data, terminatedOn: event.on, ...released };
      return { type: 'qianshou.funding.contract-terminated.v1', data: told, regionCode };
    }
    case 'contract.acceptance-recorded': {
      const { no: acceptanceNo, acceptedOn, result } = event.acceptance;
      const told = { ...data, acceptanceNo, acceptedOn, result };
      return { type: 'qianshou.funding.acceptance-recorded.v1', data: told, regionCode };
    }
    case 'contract.acceptance-published': {
      const { no: acceptanceNo, acceptedOn, result, publishedOn, publicUrl } = event.acceptance;
      const told = { ...data, acceptanceNo, acceptedOn, result, publishedOn, publicUrl };
      return { type: 'qianshou.funding.acceptance-published.v1', data: told, regionCode };
    }
    case 'contract.advanced': {
      const { from, to, on } = event;
      return { type: 'qianshou.funding.contract-advanced.v1', data: { ...data, from, to, on }, regionCode };
    }
    case 'contract.closed': {
      const told = { ...data, closedOn: event.on };
      return { type: 'qianshou.funding.contract-closed.v1', data: told, regionCode };
    }
    case 'contract.deducted': {
      const { installmentNo, rule, amountFen } = event.deduction;
      const deducted = { deductedFen: wire(amountFen), boundIn: boundIn(contract).year };
      const told = { ...data, installmentNo, kind: rule.kind, ...deducted };
      return { type: 'qianshou.funding.contract-deducted.v1', data: told, regionCode };
    }
    case 'contract.amended': {
      const { no: amendmentNo, endedOn } = event.amendment;
      return {
        type: 'qianshou.funding.contract-amended.v1',
        data: { ...data, amendmentNo, endedOn },
        regionCode,
      };
    }
    case 'contract.amendment-notified': {
      const { no: amendmentNo, notified } = event.amendment;
      const told = { ...data, amendmentNo, notifiedOn: notified?.notifiedOn ?? null };
      return { type: 'qianshou.funding.contract-amendment-notified.v1', data: told, regionCode };
    }
    case 'contract.published': {
      const { publishedOn, publicUrl } = event.published;
      const told = { ...data, publishedOn, publicUrl };
      return { type: 'qianshou.funding.contract-published.v1', data: told, regionCode };
    }
    case 'contract.filed': {
      const told = { ...data, filedOn: event.filed.filedOn };
      return { type: 'qianshou.funding.contract-filed.v1', data: told, regionCode };
    }
    case 'contract.carried-over': {
      const told = { ...data, toYear: event.toYear, carriedFen: wire(event.amountFen) };
      return { type: 'qianshou.funding.contract-carried-over.v1', data: told, regionCode };
    }
    case 'contract.condition-changed': {
      const { no: installmentNo, condition, metOn } = event.installment;
      const told = { ...data, installmentNo, condition, metOn };
      return { type: 'qianshou.funding.contract-condition-changed.v1', data: told, regionCode };
    }
  }
}

function amountsOnWire({ plannedFen, assistanceShareFen, capFen, topUpFen }: PlanAmounts) {
  return {
    plannedFen: wire(plannedFen),
    assistanceShareFen: wire(assistanceShareFen),
    capFen: capFen === null ? null : wire(capFen),
    topUpFen: wire(topUpFen),
  };
}

/** What was entered of a past year says so; of all else nothing is said. */
export function toldOrigin(entered: Entered): { readonly origin?: 'HISTORY' } {
  return isHistory(entered) ? { origin: 'HISTORY' } : {};
}

/** By source and the year that it comes from; nothing where that was not kept. */
export function toldSources(parts: readonly SourcePart[] | null) {
  if (parts === null) return {};
  const told = parts.filter((part) => part.amountFen > 0n);
  return { sources: told.map((part) => ({ ...part, amountFen: wire(part.amountFen) })) };
}

export function wire(amount: Fen): string {
  return amount.toString();
}
