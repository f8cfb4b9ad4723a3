import type { CalendarDate, Fen, PublicText } from '@qianshou/kernel';
import type { SourcePart } from '../money/source-parts.ts';

/** The final accounts of a budget's year (决算): what was paid, what goes on, what is given back. */
export interface Settlement {
  readonly by: string;
  readonly on: CalendarDate;
  /** The paper that closes the year. */
  readonly document: PublicText;
  /** Paid in the year, less what came back, by source. */
  readonly paid: readonly SourcePart[];
  /** Free, and the next year's for the same use (结转). */
  readonly carriedOver: readonly SourcePart[];
  /** Bound to contracts and awards that go on in the next year. */
  readonly bound: readonly SourcePart[];
  /** Given back (结余). */
  readonly surplus: readonly SourcePart[];
  readonly toYear: number;
  readonly amounts: SettledAmounts;
}

export interface SettledAmounts {
  readonly paidFen: Fen;
  readonly carriedOverFen: Fen;
  readonly boundFen: Fen;
  readonly surplusFen: Fen;
}
