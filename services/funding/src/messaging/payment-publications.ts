import type { Publication } from '@qianshou/events';
import type { AwardEvent, RewardAward } from '../domain/award/reward-award.ts';
import { paidFen, paidParts } from '../domain/payment/payment-bank.ts';
import type { Payment, PaymentEvent } from '../domain/payment/payment-state.ts';
import { toldOrigin, toldSources, wire } from './publications.ts';

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
    ...toldOrigin(payment),
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
    case 'payment.instructed': {
      const { by, on: instructedOn } = event;
      return {
        type: 'qianshou.funding.payment-instructed.v1',
        data: { ...data, by, instructedOn },
        regionCode,
      };
    }
    case 'payment.refunded': {
      const { by, givenBack, refund } = event;
      const said = { by, givenBack, refundFen: wire(refund.amountFen), receivedOn: refund.receivedOn };
      const told = { ...said, ...toldSources(refund.sources) };
      return { type: 'qianshou.funding.payment-refunded.v1', data: { ...data, ...told }, regionCode };
    }
    case 'payment.overdue': {
      const since = event.since.toISOString();
      return { type: 'qianshou.funding.payment-overdue.v1', data: { ...data, since }, regionCode };
    }
    case 'payment.made': {
      const { type: _type, ...facts } = event;
      const sources = toldSources(payment.sources);
      const told = { ...data, ...facts, ...sources, installmentNo: payment.installmentNo };
      return { type: 'qianshou.funding.payment-made.v1', data: told, regionCode };
    }
    case 'payment.returned': {
      const { type: _type, ...facts } = event;
      const { reason } = payment.returned ?? { reason: null };
      // What came back in parts was told before.
      const amountFen = wire(paidFen(payment));
      const sources = event.wasPaid ? toldSources(paidParts(payment)) : {};
      const told = { ...data, amountFen, ...facts, ...sources, ...(reason === null ? {} : { reason }) };
      return { type: 'qianshou.funding.payment-returned.v1', data: told, regionCode };
    }
  }
}
