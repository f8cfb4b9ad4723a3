import type { CalendarDate, Fen, PublicText, RegionCode, Versioned } from '@qianshou/kernel';
import type { AgencyId, AwardId, BudgetPlanId, ContractId, PaymentId, StationId } from '../ids.ts';
import type { Entered } from '../reference/history.ts';
import type { Programme } from '../money/account.ts';
import type { CarriedOver } from '../money/carry-over.ts';
import type { Reservation } from '../money/reservation.ts';
import type { SourcePart } from '../money/source-parts.ts';
import type { Instruction, PaperRef, Refund } from './payment-papers.ts';

interface PaymentFacts extends Versioned, Entered {
  readonly id: PaymentId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly programme: Programme;
  readonly budgetPlanId: BudgetPlanId;
  /** Either a contract with one of its installments, or an award. */
  readonly contractId: ContractId | null;
  readonly installmentNo: number | null;
  readonly awardId: AwardId | null;
  /** The provider of the contract; an award goes to the county's own station. */
  readonly payeeAgencyId: AgencyId | null;
  readonly stationIds: readonly StationId[];
  readonly amountFen: Fen;
  /** Of which sources it is; null in rows of before that was kept. */
  readonly sources: readonly SourcePart[] | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly reservation: Reservation;
  /** Approved and past its time: since when it waits for a person to say what the bank did. */
  readonly overdueSince: Date | null;
  /** The provider's invoice, by number and digest; null for awards, and where none was named. */
  readonly invoice: PaperRef | null;
  /** Who gave the order to the bank, and when; null before, and where it was recorded only once it was paid. */
  readonly instructed: Instruction | null;
  /** What came back of the paid in parts. */
  readonly refunds: readonly Refund[];
  /** Paid in a later year than its money was bound in: where that came from. */
  readonly movedFrom: CarriedOver | null;
}

export interface RequestedPayment extends PaymentFacts {
  readonly status: 'REQUESTED';
  readonly approvedBy: null;
  readonly paidBy: null;
  readonly voucherNo: null;
  readonly paidOn: null;
  readonly returned: null;
}

export interface ApprovedPayment extends PaymentFacts {
  readonly status: 'APPROVED';
  readonly approvedBy: string;
  readonly paidBy: null;
  readonly voucherNo: null;
  readonly paidOn: null;
  readonly returned: null;
}

/** At the bank: it was told to pay, and has not answered yet. */
export interface InstructedPayment extends PaymentFacts {
  readonly status: 'INSTRUCTED';
  readonly approvedBy: string;
  readonly paidBy: null;
  readonly voucherNo: null;
  readonly paidOn: null;
  readonly returned: null;
}

export interface PaidPayment extends PaymentFacts {
  readonly status: 'PAID';
  /** Null for what was entered of a past year. */
  readonly approvedBy: string | null;
  /** Null in rows of before this was kept. */
  readonly paidBy: string | null;
  readonly voucherNo: string;
  readonly slipSha256: string | null;
  readonly paidOn: CalendarDate;
  readonly returned: null;
}

/** Why a payment was returned (退回原因): the first three before it was paid, the others after. */
export const RETURN_REASONS = ['REFUSED', 'EXPIRED', 'FAILED', 'CAME_BACK', 'RECORDED_IN_ERROR'] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

export interface Return {
  readonly reason: ReturnReason;
  /** Null where nobody said anything: it ran out by itself. */
  readonly note: PublicText | null;
  readonly by: string;
  readonly at: Date;
}

export interface ReturnedPayment extends PaymentFacts {
  /** BANK_RETURNED: the bank was told to pay and did not. */
  readonly status: 'RETURNED' | 'BANK_RETURNED';
  readonly approvedBy: string | null;
  readonly paidBy: string | null;
  readonly voucherNo: string | null;
  readonly paidOn: CalendarDate | null;
  readonly returned: Return;
}

export type Payment = RequestedPayment | ApprovedPayment | InstructedPayment | PaidPayment | ReturnedPayment;

export type PaymentStatus = Payment['status'];

/** Who acted stands on every fact. */
export type PaymentEvent =
  | { readonly type: 'payment.requested' | 'payment.approved'; readonly by: string }
  | { readonly type: 'payment.instructed'; readonly by: string; readonly on: CalendarDate }
  | {
      readonly type: 'payment.refunded';
      readonly by: string;
      readonly refund: Refund;
      readonly givenBack: boolean;
    }
  | { readonly type: 'payment.overdue'; readonly since: Date }
  | {
      readonly type: 'payment.made';
      readonly by: string;
      readonly paidOn: CalendarDate;
      readonly wasOverdue: boolean;
      /** The year whose ledger its money left, when it was paid in a later one. */
      readonly movedFromYear: number | null;
    }
  | {
      readonly type: 'payment.returned';
      readonly by: string;
      readonly wasPaid: boolean;
      readonly wasOverdue: boolean;
      /** Its year is closed: the money went back to its source. */
      readonly givenBack: boolean;
    };
