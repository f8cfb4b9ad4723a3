import { readFen } from '@qianshou/events';
import type { Fold } from '@qianshou/service-kit/figures';
import type { FigureName } from '../domain/reference/figure-names.ts';

type Contribution = Partial<Record<FigureName, number | bigint>>;

/** What each fact adds to its county and to everything above it, over all years and in its own budget year. */
export const foldFundingEvent: Fold<'funding'> = (event) => {
  // What is said of the audit log is of no place.
  if (event.type === 'qianshou.funding.audit-sealed.v1') return [];
  const { countyCode: regionCode, year } = event.data;
  const figures = contribution(event);
  if (Object.keys(figures).length === 0) return [];
  return [
    { regionCode, figures },
    { regionCode, period: String(year), figures },
  ];
};

type Event = Parameters<typeof foldFundingEvent>[0];

function contribution(event: Event): Contribution {
  switch (event.type) {
    case 'qianshou.funding.budget-approved.v1': {
      const { plannedFen, capFen, assistanceShareFen, topUpFen } = event.data;
      return {
        plannedFen: readFen(plannedFen),
        capFen: readFen(capFen ?? '0'),
        assistanceShareFen: readFen(assistanceShareFen),
        topUpFen: readFen(topUpFen),
      };
    }
    case 'qianshou.funding.contract-signed.v1':
      return { contractedFen: readFen(event.data.amountFen), contractsSigned: 1 };
    case 'qianshou.funding.contract-refused.v1':
    case 'qianshou.funding.contract-withdrawn.v1':
      return { contractedFen: -readFen(event.data.amountFen), contractsSigned: -1 };
    case 'qianshou.funding.award-approved.v1':
      return { awardsApprovedFen: readFen(event.data.amountFen) };
    case 'qianshou.funding.award-paid.v1':
      return { awardsPaidFen: readFen(event.data.amountFen) };
    case 'qianshou.funding.award-reopened.v1':
      return { awardsPaidFen: -readFen(event.data.amountFen) };
    case 'qianshou.funding.payment-overdue.v1':
      return { paymentsOverdue: 1 };
    case 'qianshou.funding.payment-made.v1':
      return { ...paid(event.data.contractId, readFen(event.data.amountFen)), ...settled(event.data) };
    case 'qianshou.funding.payment-returned.v1': {
      const { contractId, amountFen, wasPaid = false } = event.data;
      return { ...(wasPaid ? paid(contractId, -readFen(amountFen)) : {}), ...settled(event.data) };
    }
    default:
      return {};
  }
}

function settled({ wasOverdue = false }: { readonly wasOverdue?: boolean | undefined }): Contribution {
  return wasOverdue ? { paymentsOverdue: -1 } : {};
}

function paid(contractId: string | null, amount: bigint): Contribution {
  return contractId === null ? { paidFen: amount } : { paidFen: amount, contractsPaidFen: amount };
}
