import type { Publication } from '@qianshou/events';
import type { PurchaseEvent, PurchaseProject } from '../domain/purchase/purchase-project.ts';
import { wire } from './publications.ts';

export function publishPurchaseEvent(event: PurchaseEvent, project: PurchaseProject): Publication {
  const { id: purchaseProjectId, budgetPlanId, countyCode, year, stationIds, method } = project;
  const named = { purchaseProjectId, budgetPlanId, countyCode, year, method, by: event.by };
  const data = { ...named, stationIds: [...stationIds], amountFen: wire(project.amountFen) };
  const regionCode = countyCode;
  switch (event.type) {
    case 'purchase.planned':
      return { type: 'qianshou.funding.purchase-planned.v1', data, regionCode };
    case 'purchase.corrected':
      return { type: 'qianshou.funding.purchase-corrected.v1', data, regionCode };
    case 'purchase.consulted':
      return { type: 'qianshou.funding.purchase-consulted.v1', data, regionCode };
    case 'purchase.contracted':
      return { type: 'qianshou.funding.purchase-contracted.v1', data, regionCode };
    case 'purchase.published': {
      const { no: roundNo, publishedOn, openUntil, publicUrl } = event.round;
      const told = { ...data, roundNo, publishedOn, openUntil, publicUrl };
      return { type: 'qianshou.funding.purchase-published.v1', data: told, regionCode };
    }
    case 'purchase.failed': {
      const { roundNo, ground } = event;
      return { type: 'qianshou.funding.purchase-failed.v1', data: { ...data, roundNo, ground }, regionCode };
    }
    case 'purchase.awarded': {
      const { awardedOn, providerAgencyId, amountFen, publicUrl } = event.award;
      const told = { ...data, awardedOn, providerAgencyId, awardedFen: wire(amountFen), publicUrl };
      return { type: 'qianshou.funding.purchase-awarded.v1', data: told, regionCode };
    }
    case 'purchase.objection-raised': {
      const { no: objectionNo, raisedOn } = event.objection;
      const told = { ...data, objectionNo, raisedOn };
      return { type: 'qianshou.funding.purchase-objection-raised.v1', data: told, regionCode };
    }
    case 'purchase.objection-answered': {
      const { no: objectionNo, raisedOn, answer } = event.objection;
      const told = { ...data, objectionNo, raisedOn, answeredOn: answer?.on ?? null };
      const type = 'qianshou.funding.purchase-objection-answered.v1';
      return { type, data: { ...told, upheld: answer?.upheld ?? false }, regionCode };
    }
    case 'purchase.closed': {
      const told = { ...data, contractedFen: wire(event.contractedFen) };
      return { type: 'qianshou.funding.purchase-closed.v1', data: told, regionCode };
    }
  }
}
