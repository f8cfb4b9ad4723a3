import type { CalendarDate, Fen, PublicText, RegionCode, Versioned } from '@qianshou/kernel';
import type { AgencyId, BudgetPlanId, ContractId, PurchaseProjectId, StationId } from '../ids.ts';
import type { Amendment } from './amendment.ts';
import type { ContractStatus, OpenStatus } from './contract-status.ts';
import type { Deduction } from './deduction.ts';
import type { Entered } from '../reference/history.ts';
import type { Installment, InstallmentInput } from './installment.ts';
import type { Programme } from '../money/account.ts';
import type { Movement } from '../money/journal-entry.ts';
import type { CarriedOver } from '../money/carry-over.ts';
import type { AcceptanceRecord } from './acceptance-record.ts';
import type { Supplement } from './supplement.ts';
import type { SourcePart } from '../money/source-parts.ts';
import type { PurchaseMethod } from '../purchase/purchase-method.ts';
import type { ContractFiling, ContractPublication } from './contract-publication.ts';
import { committing, movementKey } from '../money/movements.ts';

/** A government-purchase contract (政府购买服务合同) with the operator of stations. Its later life comes with evaluations. */
export interface Contract extends Versioned, Entered {
  readonly id: ContractId;
  readonly contractNo: PublicText;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly programme: Programme;
  readonly budgetPlanId: BudgetPlanId;
  /** FUN-6: the purchase that it came from; null where none was entered, and in rows of before. */
  readonly purchaseProjectId: PurchaseProjectId | null;
  readonly providerAgencyId: AgencyId;
  readonly stationIds: readonly StationId[];
  readonly method: PurchaseMethod;
  readonly amountFen: Fen;
  /** Of which sources it is bound, frozen at the signing; null in rows of before that was kept. */
  readonly sources: readonly SourcePart[] | null;
  /** Once the budget's year was closed: where what is left of it is bound now. */
  readonly carriedOver: CarriedOver | null;
  readonly installments: readonly Installment[];
  /** Nobody said how it is split; absent in contracts of before, which do not know. */
  readonly splitAssumed?: boolean;
  readonly signedOn: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Replaced: its days end before its successor's begin. */
  readonly status: ContractStatus;
  /** Through which it went since it was signed, in order. */
  readonly steps: readonly StepTaken[];
  readonly signedBy: string;
  readonly lateSigningReason: PublicText | null;
  readonly longTermReason: PublicText | null;
  readonly replacesContractId: ContractId | null;
  /** What it was signed for; null where that is its amount still. */
  readonly signedFen: Fen | null;
  /** FUN-7: what was purchased in addition. */
  readonly supplements: readonly Supplement[];
  readonly deductions: readonly Deduction[];
  readonly amendments: readonly Amendment[];
  /** FUN-9: how its service was accepted, in order. */
  readonly acceptances: readonly AcceptanceRecord[];
  readonly published: ContractPublication | null;
  readonly filed: ContractFiling | null;
  /** What was decided about it since, in order. */
  readonly notes: readonly ContractNote[];
  /** Who approved the budget that it is paid from; null for what was entered of a past year. */
  readonly budgetApprovedBy: string | null;
}

export interface StepTaken {
  readonly to: ContractStatus;
  readonly on: CalendarDate;
  readonly by: string;
}

export interface ContractNote {
  readonly kind:
    | 'REFUSED'
    | 'WITHDRAWN'
    | 'CORRECTED'
    | 'REPLACED'
    | 'SUPPLEMENTED'
    | 'TERMINATED'
    | 'DEDUCTED'
    | 'AMENDED';
  readonly by: string;
  readonly on: CalendarDate;
  readonly reason: PublicText | null;
}

export interface ContractSigned {
  readonly type:
    | 'contract.signed'
    | 'contract.refused'
    | 'contract.withdrawn'
    | 'contract.corrected'
    | 'contract.replaced';
  readonly by: string;
}

export type ContractEvent =
  | ContractSigned
  | { readonly type: 'contract.supplemented'; readonly by: string; readonly additionalFen: Fen }
  | {
      readonly type: 'contract.terminated';
      readonly by: string;
      readonly releasedFen: Fen;
      readonly on: CalendarDate;
    }
  | {
      readonly type: 'contract.acceptance-recorded' | 'contract.acceptance-published';
      readonly by: string;
      readonly acceptance: AcceptanceRecord;
    }
  | {
      readonly type: 'contract.advanced';
      readonly by: string;
      readonly from: OpenStatus;
      readonly to: OpenStatus;
      readonly on: CalendarDate;
    }
  | { readonly type: 'contract.closed'; readonly by: string; readonly on: CalendarDate }
  | { readonly type: 'contract.deducted'; readonly by: string; readonly deduction: Deduction }
  | {
      readonly type: 'contract.amended' | 'contract.amendment-notified';
      readonly by: string;
      readonly amendment: Amendment;
    }
  | {
      readonly type: 'contract.published';
      readonly by: string;
      readonly published: ContractPublication;
    }
  | { readonly type: 'contract.filed'; readonly by: string; readonly filed: ContractFiling }
  | {
      readonly type: 'contract.carried-over';
      readonly by: string;
      readonly amountFen: Fen;
      readonly toYear: number;
    }
  | {
      readonly type: 'contract.condition-changed';
      readonly by: string;
      /** As it is now: met on a day, or waiting again. */
      readonly installment: Installment;
    };

export interface ContractInput {
  readonly id: ContractId;
  readonly contractNo: PublicText;
  readonly method: PurchaseMethod;
  readonly amountFen: Fen;
  /** Null: nobody said how; the contract warns of it. */
  readonly installments: readonly InstallmentInput[] | null;
  readonly signedOn: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly signedBy: string;
  /** Why it was signed after the service began. */
  readonly lateSigningReason: PublicText | null;
  /** Why it runs for more than a year. */
  readonly longTermReason: PublicText | null;
  readonly replacesContractId: ContractId | null;
  readonly purchaseProjectId: PurchaseProjectId | null;
}

/** The journal entry of the signing: approved money is bound. Its second person is who approved the budget. */
export function commitmentOf(contract: Contract): Movement {
  const { programme, budgetPlanId, id, signedBy, budgetApprovedBy } = contract;
  const reference = { budgetPlanId, contractId: id, awardId: null, paymentId: null };
  return committing(
    { programme, reference, actor: signedBy, approver: budgetApprovedBy },
    contract.amountFen,
    contract.sources,
  );
}

/** Under which key the journal has what was bound. */
export function commitmentKeyOf({ id }: Contract): string {
  return movementKey('COMMIT', id);
}
