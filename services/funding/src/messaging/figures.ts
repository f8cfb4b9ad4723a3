import { readFen } from '@qianshou/events';
import type { Fold } from '@qianshou/service-kit/figures';
import type { Contribution, Event } from './contribution.ts';
import { bySource } from './figures-by-source.ts';

/** What each fact adds to its county and to everything above it, over all years and in its own budget year. */
export const foldFundingEvent: Fold<'funding'> = (event) => {
  // What is said of the audit log, and of how a county works, is of no year.
  const { data } = event;
  if (!('year' in data)) return [];
  const { countyCode: regionCode, year } = data;
  const byYear = [
    [year, { ...contribution(event), ...ofHistory(event), ...bySource(event) }] as const,
    ...moves(event),
  ];
  return byYear.flatMap(([of, figures]) =>
    Object.keys(figures).length === 0
      ? []
      : [
          { regionCode, figures },
          { regionCode, period: String(of), figures },
        ],
  );
};

type OfYear = readonly [number, Contribution];

/** What goes on from one year into another: less is bound in the one, and more in the other. */
function moves(event: Event): readonly OfYear[] {
  switch (event.type) {
    case 'qianshou.funding.budget-settled.v1': {
      const { year, toYear, carriedOverFen, boundFen, surplusFen } = event.data;
      const [free, bound] = [readFen(carriedOverFen), readFen(boundFen)];
      return [...moved(year, toYear, free, bound), [year, { surplusFen: readFen(surplusFen) }]];
    }
    case 'qianshou.funding.payment-made.v1': {
      const { year, movedFromYear = null, amountFen } = event.data;
      return movedFromYear === null ? [] : moved(movedFromYear, year, 0n, readFen(amountFen));
    }
    case 'qianshou.funding.contract-deducted.v1':
      return unboundElsewhere(event.data, event.data.deductedFen);
    case 'qianshou.funding.contract-terminated.v1':
      return unboundElsewhere(event.data, event.data.releasedFen);
    case 'qianshou.funding.payment-returned.v1':
      return givenBack(event.data, event.data.amountFen);
    case 'qianshou.funding.payment-refunded.v1':
      return givenBack(event.data, event.data.refundFen);
    default:
      return [];
  }
}

interface Unbound {
  readonly year: number;
  readonly boundIn?: number | undefined;
}

/** Once a contract was carried over, less is bound in the later year, and no less in its own. */
function unboundElsewhere({ year, boundIn = year }: Unbound, amountFen: string): readonly OfYear[] {
  if (boundIn === year) return [];
  const freed = readFen(amountFen);
  return [
    [year, { boundMovedFen: freed }],
    [boundIn, { boundMovedFen: -freed }],
  ];
}

interface Back {
  readonly year: number;
  readonly givenBack?: boolean | undefined;
}

function givenBack(told: Back, amountFen: string): readonly OfYear[] {
  return told.givenBack === true ? backFor(told.year, readFen(amountFen)) : [];
}

/** After the year was closed nothing is bound by what comes back. */
function backFor(year: number, back: bigint) {
  return [[year, { boundMovedFen: -back, surplusFen: back }]] as const;
}

function moved(from: number, to: number, free: bigint, bound: bigint) {
  return [
    [from, { carriedOverFen: free + bound, boundMovedFen: -bound }],
    [to, { carriedInFen: free + bound, boundMovedFen: bound }],
  ] as const;
}

function contribution(event: Event): Contribution {
  switch (event.type) {
    case 'qianshou.funding.budget-approved.v1':
      return { ...amountsIn(event.data), ...absorbed(event.data.provisionalFen) };
    case 'qianshou.funding.budget-provisional-opened.v1':
      return { provisionalFen: readFen(event.data.provisionalFen) };
    case 'qianshou.funding.budget-adjusted.v1':
      return added(amountsIn(event.data), amountsIn(event.data.before));
    case 'qianshou.funding.contract-signed.v1':
      return { contractedFen: readFen(event.data.amountFen), contractsSigned: 1 };
    case 'qianshou.funding.contract-supplemented.v1':
      return { contractedFen: readFen(event.data.additionalFen) };
    case 'qianshou.funding.contract-deducted.v1':
      return { contractedFen: -readFen(event.data.deductedFen) };
    case 'qianshou.funding.contract-terminated.v1':
      return { contractedFen: -readFen(event.data.releasedFen) };
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
    case 'qianshou.funding.payment-refunded.v1':
      return paid(event.data.contractId, -readFen(event.data.refundFen));
    case 'qianshou.funding.payment-returned.v1': {
      const { contractId, amountFen, wasPaid = false } = event.data;
      return { ...(wasPaid ? paid(contractId, -readFen(amountFen)) : {}), ...settled(event.data) };
    }
    default:
      return {};
  }
}

/** Opened before the approval: planned from now on. */
function absorbed(provisionalFen: string | undefined): Contribution {
  return provisionalFen === undefined ? {} : { provisionalFen: -readFen(provisionalFen) };
}

/** What of it was entered of past years: counted with the rest, and beside it. */
function ofHistory(event: Event): Contribution {
  if (!('origin' in event.data)) return {};
  switch (event.type) {
    case 'qianshou.funding.budget-approved.v1':
      return { historyPlannedFen: readFen(event.data.plannedFen) };
    case 'qianshou.funding.contract-signed.v1':
      return { historyContractedFen: readFen(event.data.amountFen) };
    case 'qianshou.funding.contract-withdrawn.v1':
      return { historyContractedFen: -readFen(event.data.amountFen) };
    case 'qianshou.funding.payment-made.v1':
      return { historyPaidFen: readFen(event.data.amountFen) };
    case 'qianshou.funding.payment-refunded.v1':
      return { historyPaidFen: -readFen(event.data.refundFen) };
    case 'qianshou.funding.payment-returned.v1':
      return event.data.wasPaid === true ? { historyPaidFen: -readFen(event.data.amountFen) } : {};
    default:
      return {};
  }
}

interface ToldAmounts {
  readonly plannedFen: string;
  readonly capFen: string | null;
  readonly assistanceShareFen: string;
  readonly topUpFen: string;
}

function amountsIn({ plannedFen, capFen, assistanceShareFen, topUpFen }: ToldAmounts) {
  return {
    plannedFen: readFen(plannedFen),
    capFen: readFen(capFen ?? '0'),
    assistanceShareFen: readFen(assistanceShareFen),
    topUpFen: readFen(topUpFen),
  };
}

/** How much more it is than before. */
function added(now: ReturnType<typeof amountsIn>, before: ReturnType<typeof amountsIn>): Contribution {
  return {
    plannedFen: now.plannedFen - before.plannedFen,
    capFen: now.capFen - before.capFen,
    assistanceShareFen: now.assistanceShareFen - before.assistanceShareFen,
    topUpFen: now.topUpFen - before.topUpFen,
  };
}

function settled({ wasOverdue = false }: { readonly wasOverdue?: boolean | undefined }): Contribution {
  return wasOverdue ? { paymentsOverdue: -1 } : {};
}

function paid(contractId: string | null, amount: bigint): Contribution {
  return contractId === null ? { paidFen: amount } : { paidFen: amount, contractsPaidFen: amount };
}
