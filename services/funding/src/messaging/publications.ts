import type { Publication } from '@qianshou/events';
import type { Fen } from '@qianshou/kernel';
import {
  amountsOf,
  type BudgetPlan,
  type PlanAmounts,
  type PlanEvent,
} from '../domain/budget/budget-plan.ts';
import type { Contract, ContractEvent } from '../domain/contract/contract.ts';
import type { FundSource, SourceRegistered } from '../domain/budget/fund-source.ts';
import type { Payment, PaymentEvent } from '../domain/payment/payment.ts';
import type { AwardEvent, RewardAward } from '../domain/award/reward-award.ts';

/** Domain event -> published event: ids, codes and amounts, and the subject who acted. */
export function publishPlanEvent(event: PlanEvent, plan: BudgetPlan): Publication {
  const { id: budgetPlanId, countyCode, year } = plan;
  const by = actorOf(event, plan);
  const named = { budgetPlanId, countyCode, year, ...(by === null ? {} : { by }) };
  const amounts = amountsOnWire(amountsOf(plan));
  const regionCode = countyCode;
  switch (event.type) {
    case 'budget.drafted':
      return { type: 'qianshou.funding.budget-drafted.v1', data: { ...named, ...amounts }, regionCode };
    case 'budget.submitted':
      return { type: 'qianshou.funding.budget-submitted.v1', data: named, regionCode };
    case 'budget.approved':
      return { type: 'qianshou.funding.budget-approved.v1', data: { ...named, ...amounts }, regionCode };
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
    default:
      return decidedBy;
  }
}

export function publishSourceEvent(event: SourceRegistered, source: FundSource): Publication {
  const { id: fundSourceId, countyCode, year, kind, amountFen } = source;
  const adjusted = event.type === 'fund-source.adjusted';
  return {
    type: adjusted ? 'qianshou.funding.source-adjusted.v1' : 'qianshou.funding.source-registered.v1',
    data: { fundSourceId, countyCode, year, kind, amountFen: wire(amountFen) },
    regionCode: countyCode,
  };
}

export function publishContractEvent(event: ContractEvent, contract: Contract): Publication {
  const { id: contractId, countyCode, year, providerAgencyId, stationIds, signedOn, endsOn } = contract;
  const data = {
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

/** An applied award may be accepted in the same change: the state is already the later one then. */
export function publishAwardEvent(event: AwardEvent, award: RewardAward): Publication {
  const { id: awardId, countyCode, year, stationId } = award;
  const data = { awardId, countyCode, year, stationId, amountFen: wire(award.amountFen) };
  const regionCode = countyCode;
  switch (event.type) {
    case 'award.applied':
      return { type: 'qianshou.funding.award-applied.v1', data: { ...data, by: event.by }, regionCode };
    case 'award.refused':
      return { type: 'qianshou.funding.award-refused.v1', data: { ...data, by: event.by }, regionCode };
    case 'award.withdrawn':
      return { type: 'qianshou.funding.award-withdrawn.v1', data: { ...data, by: event.by }, regionCode };
    case 'award.corrected':
      return { type: 'qianshou.funding.award-corrected.v1', data: { ...data, by: event.by }, regionCode };
    case 'award.accepted': {
      const { acceptanceCheckId } = event;
      return { type: 'qianshou.funding.award-accepted.v1', data: { ...data, acceptanceCheckId }, regionCode };
    }
    case 'award.approved':
      return { type: 'qianshou.funding.award-approved.v1', data: { ...data, by: event.by }, regionCode };
    case 'award.carried-over': {
      const { by, toYear } = event;
      return { type: 'qianshou.funding.award-carried-over.v1', data: { ...data, by, toYear }, regionCode };
    }
    case 'award.paid':
      return { type: 'qianshou.funding.award-paid.v1', data: { ...data, by: event.by }, regionCode };
    case 'award.reopened':
      return { type: 'qianshou.funding.award-reopened.v1', data: { ...data, by: event.by }, regionCode };
  }
}

export function publishPaymentEvent(event: PaymentEvent, payment: Payment): Publication {
  const { id: paymentId, countyCode, year, contractId, awardId, stationIds } = payment;
  const data = {
    paymentId,
    countyCode,
    year,
    contractId,
    awardId,
    stationIds: [...stationIds],
    providerId: payment.payeeAgencyId,
    amountFen: wire(payment.amountFen),
  };
  const regionCode = countyCode;
  switch (event.type) {
    case 'payment.requested': {
      const { by } = event;
      return { type: 'qianshou.funding.payment-requested.v1', data: { ...data, by }, regionCode };
    }
    case 'payment.approved': {
      const { by } = event;
      return { type: 'qianshou.funding.payment-approved.v1', data: { ...data, by }, regionCode };
    }
    case 'payment.overdue': {
      const since = event.since.toISOString();
      return { type: 'qianshou.funding.payment-overdue.v1', data: { ...data, since }, regionCode };
    }
    case 'payment.made': {
      const { type: _type, ...facts } = event;
      const told = { ...data, ...facts, installmentNo: payment.installmentNo };
      return { type: 'qianshou.funding.payment-made.v1', data: told, regionCode };
    }
    case 'payment.returned': {
      const { type: _type, ...facts } = event;
      const { reason } = payment.returned ?? { reason: null };
      const told = { ...data, ...facts, ...(reason === null ? {} : { reason }) };
      return { type: 'qianshou.funding.payment-returned.v1', data: told, regionCode };
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

function wire(amount: Fen): string {
  return amount.toString();
}
