import { addDays, type CalendarDate, type Fen } from '@qianshou/kernel';
import type { Installment } from './installment.ts';

/** How long finance has once the condition is met (支付期限); ours where no policy says another, sixty days at most. */
const DUE_DAYS = 30;

export const MISSING = ['CONDITION', 'EVALUATION', 'INVOICE', 'APPROVAL'] as const;

export type Missing = (typeof MISSING)[number];

/** What is known of the payments of an installment. */
export interface InstallmentSums {
  readonly invoicedFen: Fen;
  readonly approvedFen: Fen;
  readonly paidFen: Fen;
}

/** FUN-12: what an installment still lacks before it is paid in full; nothing once it is. */
export function missingOf(installment: Installment, sums: InstallmentSums): readonly Missing[] {
  const { amountFen, condition, metOn } = installment;
  if (sums.paidFen >= amountFen) return [];
  const evaluated = condition === 'MID_TERM_EVALUATION' || condition === 'FINAL_EVALUATION';
  const lacks: Record<Missing, boolean> = {
    CONDITION: metOn === null,
    EVALUATION: metOn === null && evaluated,
    INVOICE: sums.invoicedFen < amountFen,
    APPROVAL: sums.approvedFen < amountFen,
  };
  return MISSING.filter((each) => lacks[each]);
}

/** When it is to be paid at the latest; null while its condition is not met. */
export function dueOn({ metOn }: Installment): CalendarDate | null {
  return metOn === null ? null : addDays(metOn, DUE_DAYS);
}

export function isLate(installment: Installment, { paidFen }: InstallmentSums, today: CalendarDate): boolean {
  const due = dueOn(installment);
  return due !== null && due < today && paidFen < installment.amountFen;
}
