import type { CalendarDate, Fen, PublicText } from '@qianshou/kernel';
import type { BudgetLine } from './budget-sources.ts';

/** How a budget changes in its year: by the council (调整), between its lines alone (调剂), or with more money (追加). */
export const ADJUSTMENT_KINDS = ['ADJUSTMENT', 'TRANSFER', 'SUPPLEMENT'] as const;

export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** One change of a budget in its year: what it is to be, by which paper, and what finance said. */
export interface Adjustment {
  readonly no: number;
  readonly kind: AdjustmentKind;
  readonly plannedFen: Fen;
  readonly lines: readonly BudgetLine[];
  readonly topUpFen: Fen;
  /** The paper that it rests on. */
  readonly document: PublicText;
  readonly reason: PublicText;
  readonly status: 'PROPOSED' | 'APPROVED' | 'REJECTED';
  readonly proposedBy: string;
  readonly proposedOn: CalendarDate;
  readonly decidedBy: string | null;
  readonly decidedOn: CalendarDate | null;
  readonly rejectionReason: PublicText | null;
}
