import type { CalendarDate, Fen, PublicText } from '@qianshou/kernel';

/** By what less is paid: posts that nobody held, in days, or a grade, in a percentage that the contract names. */
export type DeductionRule =
  | { readonly kind: 'VACANT_POSTS'; readonly posts: number; readonly vacantPostDays: number }
  | { readonly kind: 'GRADE'; readonly percent: number };

/** What is not paid of an installment (扣减). */
export interface Deduction {
  readonly no: number;
  readonly installmentNo: number;
  readonly rule: DeductionRule;
  readonly amountFen: Fen;
  /** The clause or the finding that it rests on. */
  readonly document: PublicText;
  readonly on: CalendarDate;
  readonly by: string;
}
