import type { Cell } from '../../domain/dataset/version.ts';
import { type Feed, known, row, type Told } from './telling.ts';

type Cells = NonNullable<Told['cells']>;

interface Plan {
  readonly budgetPlanId: string;
  readonly countyCode: string;
  readonly year: number;
}

const plan = ({ budgetPlanId, countyCode, year }: Plan, cells: Cells): Told =>
  row('budget', budgetPlanId, { countyCode, year, ...cells });

interface Sums extends Plan {
  readonly plannedFen: string;
  readonly assistanceShareFen: string;
  readonly capFen: string | null;
  readonly topUpFen: string | null;
}

/** What was there before, for what comes in parts. */
const bigintOf = (cell: Cell | undefined): bigint => (typeof cell === 'bigint' ? cell : 0n);

const fen = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

const sums = ({ plannedFen, assistanceShareFen, capFen, topUpFen }: Omit<Sums, keyof Plan>): Cells => ({
  plannedFen: fen(plannedFen),
  assistanceShareFen: fen(assistanceShareFen),
  capFen: fen(capFen),
  topUpFen: fen(topUpFen),
});

interface Contracted {
  readonly contractId: string;
  readonly countyCode: string;
  readonly year: number;
  readonly providerAgencyId: string;
  readonly stationIds: readonly string[];
  readonly amountFen: string;
  readonly installments: number;
  readonly signedOn?: string | undefined;
  readonly endsOn?: string | null | undefined;
}

function contracted(data: Contracted, cells: Cells = {}): Told {
  const { countyCode, year, providerAgencyId, stationIds, amountFen, installments, signedOn, endsOn } = data;
  return row('contract', data.contractId, {
    countyCode,
    year,
    providerAgencyId,
    stations: stationIds,
    stationCount: stationIds.length,
    amountFen: BigInt(amountFen),
    installments,
    ...known({ signedOn, endsOn }),
    ...cells,
  });
}

interface Paid {
  readonly paymentId: string;
  readonly countyCode: string;
  readonly year: number;
  readonly contractId: string | null;
  readonly stationIds: readonly string[];
  readonly providerId?: string | null | undefined;
  readonly amountFen: string;
}

function paid(data: Paid, cells: Cells): Told {
  const { countyCode, year, contractId, stationIds, providerId, amountFen } = data;
  return row('payment', data.paymentId, {
    countyCode,
    year,
    contractId,
    purpose: contractId === null ? 'AWARD' : 'CONTRACT',
    stationCount: stationIds.length,
    amountFen: BigInt(amountFen),
    ...known({ providerAgencyId: providerId }),
    ...cells,
  });
}

interface Rewarded {
  readonly awardId: string;
  readonly countyCode: string;
  readonly year: number;
  readonly stationId: string;
  readonly amountFen: string;
}

function rewarded(data: Rewarded, cells: Cells): Told {
  const { countyCode, year, stationId, amountFen } = data;
  return row('rewardAward', data.awardId, {
    countyCode,
    year,
    stationId,
    amountFen: BigInt(amountFen),
    ...cells,
  });
}

export const moneyFeed: Feed = {
  'qianshou.funding.source-registered.v1': ({ fundSourceId, countyCode, year, kind, amountFen }, { day }) =>
    row('fundSource', fundSourceId, {
      countyCode,
      year,
      kind,
      amountFen: BigInt(amountFen),
      registeredOn: day,
    }),
  'qianshou.funding.source-adjusted.v1': ({ fundSourceId, amountFen }) =>
    row('fundSource', fundSourceId, { amountFen: BigInt(amountFen) }),
  'qianshou.funding.budget-drafted.v1': (data) => plan(data, { status: 'DRAFT', ...sums(data) }),
  'qianshou.funding.budget-submitted.v1': (data) => plan(data, { status: 'SUBMITTED' }),
  'qianshou.funding.budget-approved.v1': (data) =>
    plan(data, { status: data.origin === 'HISTORY' ? 'SETTLED' : 'APPROVED', ...sums(data) }),
  'qianshou.funding.budget-provisional-opened.v1': (data) => plan(data, {}),
  'qianshou.funding.budget-rejected.v1': (data) => plan(data, { status: 'REJECTED' }),
  'qianshou.funding.budget-executing.v1': (data) => plan(data, { status: 'EXECUTING' }),
  'qianshou.funding.budget-adjusted.v1': (data) => plan(data, sums(data)),
  'qianshou.funding.budget-cap-measured.v1': (data) =>
    plan(data, { assistanceShareFen: fen(data.assistanceShareFen), capFen: fen(data.capFen) }),
  'qianshou.funding.budget-settled.v1': (data) =>
    plan(data, {
      status: 'SETTLED',
      paidFen: fen(data.paidFen),
      carriedOverFen: fen(data.carriedOverFen),
      surplusFen: fen(data.surplusFen),
    }),
  'qianshou.funding.contract-signed.v1': (data) =>
    contracted(data, { status: data.origin === 'HISTORY' ? 'CLOSED' : 'SIGNED' }),
  'qianshou.funding.contract-refused.v1': (data) => contracted(data, { status: 'REFUSED' }),
  'qianshou.funding.contract-withdrawn.v1': (data) => contracted(data, { status: 'WITHDRAWN' }),
  'qianshou.funding.contract-corrected.v1': (data) => contracted(data),
  'qianshou.funding.contract-replaced.v1': (data) => contracted(data),
  'qianshou.funding.contract-supplemented.v1': (data) => contracted(data),
  'qianshou.funding.contract-amended.v1': (data) => contracted(data),
  'qianshou.funding.contract-deducted.v1': (data) => contracted(data),
  'qianshou.funding.contract-advanced.v1': (data) => contracted(data, { status: data.to }),
  'qianshou.funding.contract-closed.v1': (data) => contracted(data, { status: 'CLOSED' }),
  'qianshou.funding.contract-terminated.v1': (data) => contracted(data, { status: 'TERMINATED' }),
  'qianshou.funding.acceptance-recorded.v1': (data) => contracted(data, { accepted: data.result }),
  'qianshou.funding.payment-requested.v1': (data, { day }) =>
    paid(data, { status: 'REQUESTED', requestedOn: day, overdue: false }),
  'qianshou.funding.payment-approved.v1': (data, { day }) =>
    paid(data, { status: 'APPROVED', approvedOn: day }),
  'qianshou.funding.payment-instructed.v1': (data) => paid(data, { status: 'INSTRUCTED' }),
  'qianshou.funding.payment-overdue.v1': (data) => paid(data, { overdue: true }),
  'qianshou.funding.payment-made.v1': (data) => paid(data, { status: 'PAID', paidOn: data.paidOn }),
  'qianshou.funding.payment-returned.v1': (data) =>
    paid(data, {
      status: ({ status }) => (status === 'INSTRUCTED' ? 'BANK_RETURNED' : 'RETURNED'),
      // Told is what came back now, without the parts that had come back before.
      amountFen: ({ amountFen = BigInt(data.amountFen) }) => amountFen,
    }),
  'qianshou.funding.payment-refunded.v1': (data) =>
    paid(data, { refundedFen: ({ refundedFen }) => bigintOf(refundedFen) + BigInt(data.refundFen) }),
  'qianshou.funding.award-applied.v1': (data, { day }) =>
    rewarded(data, { status: 'APPLIED', appliedOn: day }),
  'qianshou.funding.award-corrected.v1': (data) => rewarded(data, {}),
  'qianshou.funding.award-accepted.v1': (data) => rewarded(data, { status: 'ACCEPTED' }),
  'qianshou.funding.award-approved.v1': (data) => rewarded(data, { status: 'APPROVED' }),
  'qianshou.funding.award-refused.v1': (data) => rewarded(data, { status: 'REFUSED' }),
  'qianshou.funding.award-withdrawn.v1': (data) => rewarded(data, { status: 'WITHDRAWN' }),
  'qianshou.funding.award-paid.v1': (data) => rewarded(data, { status: 'PAID' }),
  'qianshou.funding.award-reopened.v1': (data) => rewarded(data, { status: 'APPROVED' }),
};
