import type { CalendarDate, Fen, PublicText } from '@qianshou/kernel';
import type { Drawing } from '../money/movements.ts';

/** What may be bound before the budget is approved (预算法 Art. 54): what was carried over, and as much as this. */
export interface ProvisionalOpening {
  readonly no: number;
  /** 0: only what was carried over. */
  readonly amountFen: Fen;
  /** The last day on which it may be bound without the approval. */
  readonly usableUntil: CalendarDate;
  /** What was paid in the same period of the year before: the most that all openings come to. */
  readonly ceilingFen: Fen;
  /** Which sources of the draft give it. */
  readonly drawings: readonly Drawing[];
  readonly document: PublicText;
  readonly by: string;
  readonly on: CalendarDate;
}
