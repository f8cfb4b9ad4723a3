import { type CalendarDate, calendarDate, type Change, type PublicText } from '@qianshou/kernel';
import type { PaymentId } from '../ids.ts';
import type { SourceKind } from '../money/account.ts';
import { carry, type CarryMovements } from '../money/carry-over.ts';
import { givingBack } from '../money/movements.ts';
import { joinParts, type PartBalances, partsIn, type SourcePart, sumOfParts } from '../money/source-parts.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import {
  type ApprovedPlan,
  type BudgetPlan,
  type PlanEvent,
  requireApproved,
  type SettledPlan,
} from './budget-plan.ts';
import { budgetAdjustmentOpen, budgetPaymentsOpen, budgetYearNotOver, budgetYearOver } from './errors.ts';
import { pendingOf } from './budget-adjustment.ts';
import type { Settlement } from './settlement.ts';

/** 预算法 Art. 42, ours in the detail: what is left goes on for the same use once, and is given back after that. */
export interface SettlementInput {
  readonly by: string;
  readonly on: CalendarDate;
  readonly document: PublicText;
  /** Sources whose free money is given back although it could go on. */
  readonly giveBack: readonly SourceKind[];
}

export interface SettlementFacts {
  /** What stands in the stages of the year, by source. */
  readonly parts: PartBalances;
  /** Payments of the year that are neither paid nor returned. */
  readonly open: readonly PaymentId[];
}

export interface BudgetSettled extends CarryMovements {
  readonly change: Change<SettledPlan, PlanEvent>;
}

export function lastDayOf(year: number): CalendarDate {
  return calendarDate(`${year}-12-31`);
}

/** After the year's last day nothing new is bound under its budget. */
export function refuseAfterYear({ year }: Pick<BudgetPlan, 'year'>, day: CalendarDate): void {
  if (day > lastDayOf(year)) throw budgetYearOver({ year, day, lastDay: lastDayOf(year) });
}

/** Closes the year: every payment is settled, and what is left goes on into the next year or is given back. */
export function settleBudget(
  plan: BudgetPlan,
  input: SettlementInput,
  { parts, open }: SettlementFacts,
): BudgetSettled {
  requireApproved(plan);
  requireSecondPerson('DRAFTER_APPROVER', input.by, [plan.draftedBy, plan.submittedBy]);
  refuseOpen(plan, input.on, open);
  const free = partsIn(parts, plan.programme, 'APPROPRIATED');
  const surplus = free.filter((part) => isGivenBack(plan, part, input.giveBack));
  const carriedOver = free.filter((part) => !surplus.includes(part));
  const settlement = settlementOf(plan, input, { parts, surplus, carriedOver });
  const warrant = {
    programme: plan.programme,
    reference: { budgetPlanId: plan.id, contractId: null, awardId: null, paymentId: null },
    actor: input.by,
    approver: plan.submittedBy,
  };
  const { year } = plan;
  const carried = carry(
    { ...warrant, stage: 'APPROPRIATED', subject: plan.id, parts: carriedOver, year },
    warrant,
  );
  const back =
    surplus.length === 0
      ? []
      : [givingBack(warrant, { from: 'APPROPRIATED', subject: plan.id, parts: surplus })];
  return {
    change: {
      state: { ...plan, status: 'SETTLED', settlement },
      events: [{ type: 'budget.settled', settlement }],
    },
    out: [...carried.out, ...back],
    into: carried.into,
  };
}

function refuseOpen(plan: ApprovedPlan, on: CalendarDate, open: readonly PaymentId[]): void {
  const { year } = plan;
  if (on < lastDayOf(year)) throw budgetYearNotOver({ year, lastDay: lastDayOf(year) });
  const pending = pendingOf(plan);
  if (pending !== null) throw budgetAdjustmentOpen({ no: pending.no });
  if (open.length > 0) throw budgetPaymentsOpen({ year, open: open.length, paymentIds: open });
}

/** Money of an earlier year that was not used again, and money whose time is over, is given back. */
function isGivenBack(
  { lines, year }: ApprovedPlan,
  part: SourcePart,
  giveBack: readonly SourceKind[],
): boolean {
  if (part.originYear !== null || giveBack.includes(part.kind)) return true;
  const usableUntil = lines.find(({ kind }) => kind === part.kind)?.usableUntil ?? null;
  return usableUntil !== null && usableUntil <= lastDayOf(year);
}

interface Left {
  readonly parts: PartBalances;
  readonly surplus: readonly SourcePart[];
  readonly carriedOver: readonly SourcePart[];
}

function settlementOf(
  { programme, year }: ApprovedPlan,
  { by, on, document }: SettlementInput,
  { parts, surplus, carriedOver }: Left,
): Settlement {
  const paid = joinParts([
    ...partsIn(parts, programme, 'DISBURSED'),
    ...partsIn(parts, programme, 'RETURNED'),
  ]).filter(({ amountFen }) => amountFen > 0n);
  const bound = partsIn(parts, programme, 'COMMITTED');
  const amounts = {
    paidFen: sumOfParts(paid),
    carriedOverFen: sumOfParts(carriedOver),
    boundFen: sumOfParts(bound),
    surplusFen: sumOfParts(surplus),
  };
  return { by, on, document, paid, carriedOver, bound, surplus, toYear: year + 1, amounts };
}
