import type { CalendarDate, Fen, Page, PageRequest } from '@qianshou/kernel';
import type { AgencyId, AwardId, ContractId, PaymentId } from '../../domain/ids.ts';
import type { TakenFen } from '../../domain/money/taken.ts';
import type { SourcePart } from '../../domain/money/source-parts.ts';
import type { PaperRef } from '../../domain/payment/payment-papers.ts';
import type { Payment, PaymentEvent, PaymentStatus } from '../../domain/payment/payment-state.ts';
import type { Scope } from '../../domain/policy.ts';
import type { OfYear, Repository, PlaceFilter, Within } from '../reference/ports.ts';

export type PaymentOrder = 'COUNTY_CODE' | 'AMOUNT' | 'PAID_ON';

export interface PaymentFilter extends PlaceFilter {
  readonly order: PaymentOrder;
  readonly payeeAgencyId: AgencyId | null;
  readonly paidOn: Within<CalendarDate>;
  readonly amount: Within<Fen>;
  /** Neither paid nor returned; null for all. */
  readonly open: boolean | null;
  /** True: only those that are approved and past their time. */
  readonly overdue?: boolean | null;
  readonly contractId: ContractId | null;
  readonly awardId: AwardId | null;
  readonly status: readonly PaymentStatus[] | null;
  /** Whose payments the reader may see; null for all. */
  readonly scope: Scope | null;
}

export interface Payments extends Repository<PaymentId, Payment, PaymentEvent> {
  readonly ofYear: OfYear<Payment>;
  readonly list: (filter: PaymentFilter, page: PageRequest) => Promise<Page<Payment>>;
  readonly takenOf: (contractId: ContractId) => Promise<TakenFen>;
  /** The payment of the county and year on which that slip or invoice stands, by its number or its digest. */
  readonly findByPaper: (
    place: Pick<Payment, 'countyCode' | 'year'>,
    paper: 'SLIP' | 'INVOICE',
    ref: PaperRef,
  ) => Promise<PaymentId | null>;
  /** Not returned: of these contracts, or with one of these papers in its county and year. */
  readonly findStanding: (
    contractIds: readonly ContractId[],
    papers: readonly Papers[],
  ) => Promise<readonly Payment[]>;
  /** Neither paid nor returned, in the ledger of that year; twenty of them at most. */
  readonly findOpenIn: (
    place: Pick<Payment, 'countyCode' | 'year' | 'programme'>,
  ) => Promise<readonly PaymentId[]>;
  /** Paid from the first day of that year to this one, less what came back of it. */
  readonly paidUntil: (
    place: Pick<Payment, 'countyCode' | 'year' | 'programme'>,
    day: CalendarDate,
  ) => Promise<Fen>;
  /** Of which sources of a year's ledger the payments of a contract are: not returned, or paid in a later year. */
  readonly takenPartsOf: (contractId: ContractId, year: number) => Promise<readonly SourcePart[]>;
  /** In the order asked for: for each contract what was asked for and what was paid, by installment. */
  readonly takenOfMany: (ids: readonly ContractId[]) => Promise<readonly InstallmentFen[]>;
  /** In the order asked for: what was paid of each award, less what came back of it. */
  readonly paidOfAwards: (ids: readonly AwardId[]) => Promise<readonly Fen[]>;
  /** The payment of an award that was not returned. */
  readonly findOpenOf: (awardId: AwardId) => Promise<PaymentId | null>;
  /** Set aside, neither paid nor returned, past their time and not known as overdue. */
  readonly expired: (at: Date) => AsyncIterable<PaymentId>;
}

export interface Papers extends Pick<Payment, 'countyCode' | 'year'> {
  readonly voucherNo: string;
  readonly invoiceNo: string | null;
}

export interface InstallmentFen {
  readonly requested: TakenFen;
  readonly paid: TakenFen;
  /** Approved, at the bank or paid. */
  readonly approved: TakenFen;
  /** With an invoice. */
  readonly invoiced: TakenFen;
}
