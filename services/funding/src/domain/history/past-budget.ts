import { type CalendarDate, type Change, type DocumentReference, type Fen, yearOf } from '@qianshou/kernel';
import {
  type AssistanceFund,
  type BudgetLine,
  freezeCap,
  openAmount,
  refuseShareAboveCap,
  refuseWrongLines,
} from '../budget/budget-sources.ts';
import { type DraftInput, type PlanEvent, type SettledPlan } from '../budget/budget-plan.ts';
import { drawingsOf } from '../budget/budget-sources.ts';
import { lastDayOf } from '../budget/year-end.ts';
import type { Movement } from '../money/journal-entry.ts';
import { appropriating, asHistory } from '../money/movements.ts';
import type { PolicyReplica } from '../reference/replicas.ts';
import { historyNotPast } from './errors.ts';

export interface PastBudgetInput extends Pick<DraftInput, 'id' | 'countyCode' | 'year' | 'programme'> {
  readonly plannedFen: Fen;
  readonly lines: readonly BudgetLine[];
  readonly assistanceFund: AssistanceFund | null;
  /** The paper of its approval. */
  readonly enteredFrom: DocumentReference;
  readonly by: string;
}

export interface PastFacts {
  readonly policies: readonly PolicyReplica[];
  readonly today: CalendarDate;
}

/** Only what is over is history. */
export function refusePresent(year: number, today: CalendarDate): void {
  const thisYear = yearOf(today);
  if (year >= thisYear) throw historyNotPast({ year, thisYear });
}

/**
 * A budget of a past year as its paper says it: closed, and nobody's four eyes are claimed for it. FUN-1 holds wherever
 * a policy ruled at the end of its year; FUN-2 and FUN-3 always.
 */
export function enterPastBudget(
  input: PastBudgetInput,
  { policies, today }: PastFacts,
): Change<SettledPlan, PlanEvent> {
  const { id, countyCode, year, programme, plannedFen, lines, enteredFrom } = input;
  refusePresent(year, today);
  refuseWrongLines(lines);
  const day = lastDayOf(year);
  const cap = freezeCap(input, { policies, day, earlierCap: null });
  if (cap === null || cap.policy !== null) refuseShareAboveCap({ countyCode, year, lines, cap, day });
  const state: SettledPlan = {
    id,
    version: 0,
    countyCode,
    year,
    programme,
    plannedFen,
    lines,
    cap,
    topUpFen: openAmount(plannedFen, lines),
    draftedBy: input.by,
    enteredFrom,
    status: 'SETTLED',
    submittedBy: null,
    decidedBy: null,
    decidedAt: null,
    rejectionReason: null,
    capBrokenSince: null,
    adjustments: [],
    original: null,
    settlement: null,
  };
  return { state, events: [{ type: 'budget.approved' }] };
}

/** What its sources gave, in the journal of its year. */
export function pastAppropriationOf(plan: SettledPlan): Movement {
  const { programme, cap, draftedBy: actor } = plan;
  const reference = { budgetPlanId: plan.id, contractId: null, awardId: null, paymentId: null };
  return asHistory(
    appropriating(
      { programme, reference, actor, approver: actor },
      drawingsOf(plan),
      cap === null || cap.policy === null ? null : { baseFen: cap.baseFen, percent: cap.policy.percent },
    ),
  );
}
