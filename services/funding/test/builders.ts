import {
  calendarDate,
  type Fen,
  fen,
  idParser,
  publicText,
  regionCode,
  type Versioned,
} from '@qianshou/kernel';
import {
  type ApprovedPlan,
  approveBudget,
  draftBudget,
  type DraftInput,
  type DraftPlan,
  submitBudget,
  type SubmittedPlan,
} from '../src/domain/budget/budget-plan.ts';
import type { CapFacts } from '../src/domain/budget/budget-sources.ts';
import type { Contract, ContractInput } from '../src/domain/contract/contract.ts';
import { type ContractFacts, signContract } from '../src/domain/contract/contract-signing.ts';
import {
  agencyId,
  type AgencyId,
  awardId,
  budgetPlanId,
  type CheckId,
  contractId,
  paymentId,
  type PaymentId,
  type StationId,
  stationId,
} from '../src/domain/ids.ts';
import { DEMO_SPLIT } from '../src/domain/contract/installment.ts';
import { requestInstallment } from '../src/domain/payment/payment-request.ts';
import { approvePayment, makePayment } from '../src/domain/payment/payment.ts';
import type { ApprovedPayment, PaidPayment, RequestedPayment } from '../src/domain/payment/payment-state.ts';
import type {
  AgencyReplica,
  BarringEvaluation,
  StationEvaluation,
  PolicyReplica,
  StationReplica,
} from '../src/domain/reference/replicas.ts';
import {
  type AcceptedAward,
  applyForAward,
  type AppliedAward,
  type ApprovedAward,
  approveAward,
} from '../src/domain/award/reward-award.ts';

/** The day on which every test runs. */
export const TODAY = calendarDate('2026-06-30');
export const NOW = new Date('2026-06-30T02:00:00Z');

export const YIDU = regionCode('420581');
export const ELSEWHERE = regionCode('640522');

/** Who drafts and asks, and who approves and pays. */
export const BUREAU = 'yidu-bureau';
export const FINANCE = 'yidu-finance';

const uuid = (serial: number): string => `01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;

export const anAgencyId = (serial = 1): AgencyId => agencyId(`agy_${uuid(serial)}`);
export const aStationId = (serial = 1): StationId => stationId(`sta_${uuid(serial)}`);
export const aPaymentId = (serial = 1): PaymentId => paymentId(`pay_${uuid(serial)}`);
export const A_CHECK_ID: CheckId = idParser('chk')(`chk_${uuid(1)}`);

export const yuan = (amount: bigint): Fen => fen(amount * 100n);

/** Yidu's cap of 3 %. */
export function aPolicy(changed: Partial<PolicyReplica> = {}): PolicyReplica {
  return {
    id: idParser('pol')(`pol_${uuid(1)}`),
    countyCode: YIDU,
    validFrom: calendarDate('2022-01-01'),
    validTo: null,
    source: publicText('宜都市《贯彻落实鄂发[2020]14号文件精神任务清单》', 'source'),
    capPercent: 3,
    capApprovedOn: calendarDate('2022-01-05'),
    ...changed,
  };
}

/** 2,200,000 yuan, of which 3 % of last year's 50,000,000 are the most that the assistance fund may give. */
export function aDraftInput(changed: Partial<DraftInput> = {}): DraftInput {
  return {
    id: budgetPlanId(`bud_${uuid(1)}`),
    countyCode: YIDU,
    year: 2026,
    programme: 'STATION_WORK',
    plannedFen: yuan(2_200_000n),
    lines: [
      { kind: 'ASSISTANCE_FUND_SHARE', amountFen: yuan(1_500_000n), note: null },
      { kind: 'SUPERIOR_GRANT', amountFen: yuan(300_000n), note: publicText('演示', 'note') },
    ],
    assistanceFund: { year: 2025, amountFen: yuan(50_000_000n), source: publicText('演示决算', 'source') },
    draftedBy: BUREAU,
    ...changed,
  };
}

export const YIDU_POLICY = { policies: [aPolicy()], day: TODAY } satisfies CapFacts;

export function aDraftPlan(changed: Partial<DraftInput> = {}): DraftPlan {
  return saved(draftBudget(aDraftInput(changed), YIDU_POLICY).state);
}

export function aSubmittedPlan(changed: Partial<DraftInput> = {}): SubmittedPlan {
  return saved(submitBudget(aDraftPlan(changed), BUREAU).state);
}

export function anApprovedPlan(changed: Partial<DraftInput> = {}): ApprovedPlan {
  return saved(approveBudget(aSubmittedPlan(changed), { by: FINANCE, at: NOW }, YIDU_POLICY).state);
}

export function anOperator(changed: Partial<AgencyReplica> = {}): AgencyReplica {
  return { id: anAgencyId(), canOperate: true, status: 'ACTIVE', ...changed };
}

export function aStation(changed: Partial<StationReplica> = {}): StationReplica {
  return {
    id: aStationId(),
    countyCode: YIDU,
    operatorAgencyId: anAgencyId(),
    acceptanceCheckId: null,
    ...changed,
  };
}

export function aContractInput(changed: Partial<ContractInput> = {}): ContractInput {
  return {
    id: contractId(`con_${uuid(1)}`),
    contractNo: publicText('演示-1', 'contractNo'),
    method: 'OPEN_TENDER',
    amountFen: yuan(200_000n),
    installments: DEMO_SPLIT,
    signedOn: calendarDate('2026-03-15'),
    startsOn: calendarDate('2026-04-01'),
    endsOn: calendarDate('2027-03-31'),
    signedBy: BUREAU,
    lateSigningReason: null,
    longTermReason: null,
    replacesContractId: null,
    purchaseProjectId: null,
    ...changed,
  };
}

/** A mid-term one that was passed. */
export function aStationEvaluation(changed: Partial<StationEvaluation> = {}): StationEvaluation {
  return {
    ...aBarringEvaluation(),
    id: `sev_${uuid(1)}` as StationEvaluation['id'],
    barsIn: null,
    kind: 'MID_TERM',
    grade: 'GOOD',
    year: 2026,
    evaluatedOn: calendarDate('2026-09-01'),
    ...changed,
  };
}

/** Of the year before the plan's. */
export function aBarringEvaluation(changed: Partial<BarringEvaluation> = {}): BarringEvaluation {
  return {
    id: `sev_${uuid(1)}` as BarringEvaluation['id'],
    stationId: aStationId(),
    countyCode: YIDU,
    operatorAgencyId: anAgencyId(),
    barsIn: 2026,
    ...changed,
  };
}

export function theContractFacts(changed: Partial<ContractFacts> = {}): ContractFacts {
  return {
    plan: anApprovedPlan(),
    provider: anOperator(),
    stations: [aStation()],
    bars: [],
    beside: [],
    purchase: null,
    today: TODAY,
    ...changed,
  };
}

export function aContract(changed: Partial<ContractInput> = {}): Contract {
  return saved(signContract(aContractInput(changed), theContractFacts()).state);
}

export function anAward(
  station: Partial<StationReplica> = {},
  amountFen = yuan(30_000n),
): AppliedAward | AcceptedAward {
  const input = { id: awardId(`awd_${uuid(1)}`), kind: 'BUILDING', amountFen, appliedBy: BUREAU } as const;
  return saved(applyForAward(input, { plan: anApprovedPlan(), station: aStation(station) }).state);
}

export function anApprovedAward(): ApprovedAward {
  return saved(
    approveAward(
      anAward({ acceptanceCheckId: A_CHECK_ID }),
      FINANCE,
      aStation({ acceptanceCheckId: A_CHECK_ID }),
    ).state,
  );
}

export function aRequestedPayment(amountFen: Fen | null = null): RequestedPayment {
  const asking = { id: aPaymentId(), by: BUREAU, at: NOW, installmentNo: 1, amountFen };
  return saved(requestInstallment(aContract(), asking, new Map()).state);
}

export function anApprovedPayment(): ApprovedPayment {
  return saved(approvePayment(aRequestedPayment(), { by: FINANCE, at: NOW }).state);
}

export const A_PAYOUT = { voucherNo: '凭证-1', paidOn: TODAY, by: FINANCE, at: NOW, today: TODAY } as const;

export function aPaidPayment(): PaidPayment {
  return saved(makePayment(anApprovedPayment(), A_PAYOUT).state);
}

/** As it comes back from the database; decisions never look at how many events came before. */
function saved<State extends Versioned>(state: State): State {
  return { ...state, version: state.version + 1 };
}
