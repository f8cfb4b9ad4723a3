import type { SourceKind } from '../domain/money/account.ts';
import type { Fen, RegionCode } from '@qianshou/kernel';
import type { RegionFigures } from '@qianshou/service-kit/figures';
import type { Connection } from '@qianshou/service-kit/graphql';
import type { BudgetPlan } from '../domain/budget/budget-plan.ts';
import type { CapBreach } from '../domain/budget/cap-breach.ts';
import type { FundEvaluation } from '../domain/evaluation/fund-evaluation.ts';
import type { Contract } from '../domain/contract/contract.ts';
import type { AgencyId, ContractId, StationId } from '../domain/ids.ts';
import type { Installment } from '../domain/contract/installment.ts';
import type { JournalEntry } from '../domain/money/journal-entry.ts';
import type { LedgerCheck } from '../domain/money/ledger-check.ts';
import type { Payment } from '../domain/payment/payment-state.ts';
import type { PurchaseProject } from '../domain/purchase/purchase-project.ts';
import type { StationMoney } from '../domain/station-money/station-money.ts';
import type { RewardAward } from '../domain/award/reward-award.ts';

/** Regions and stations are station's; here they are keys on which this service's fields hang. */
export interface RegionParent {
  readonly code: RegionCode;
}

export interface StationStub {
  readonly id: StationId;
}

/** Agencies are pairing's. */
export interface AgencyStub {
  readonly id: AgencyId;
}

/** What was asked for and paid of an installment is told by the contract's payments. */
export interface InstallmentParent extends Installment {
  readonly contractId: ContractId;
}

/** No figures yet means that nothing happened there yet. */
export interface FundingFiguresParent {
  readonly kept: RegionFigures | null;
}

/** One row of what sources give; null: in none that was told. */
export interface FundingBySourceParent {
  readonly kind: SourceKind | null;
  readonly planned: Fen;
  readonly paid: Fen;
}

export interface StationMoneyParent extends StationMoney {
  readonly year: number;
}

export interface AmountRateParent {
  readonly numerator: Fen;
  readonly denominator: Fen;
  readonly asOf: Date | null;
}

export type BudgetPlanPage = Connection<BudgetPlan>;
export type ContractPage = Connection<Contract>;
export type CapBreachPage = Connection<CapBreach>;
export type FundEvaluationPage = Connection<FundEvaluation>;
export type LedgerCheckPage = Connection<LedgerCheck>;
export type JournalEntryPage = Connection<JournalEntry>;
export type PaymentPage = Connection<Payment>;
export type PurchaseProjectPage = Connection<PurchaseProject>;
export type RewardAwardPage = Connection<RewardAward>;
