import type { CalendarDate, Change, PublicText, RegionCode, Versioned } from '@qianshou/kernel';
import { measuredOn, refuseUnapprovedCap } from './budget-cap.ts';
import {
  type CapFacts,
  capOf,
  measureSources,
  refuseShareAboveCap,
  shareOfAssistance,
  type Sources,
  type SourcesInput,
} from './budget-sources.ts';
import type { Adjustment } from './adjustment.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import type { BudgetPlanId } from '../ids.ts';
import type { Entered } from '../reference/history.ts';
import type { Programme } from '../money/account.ts';
import { refuseFarYear } from './budget-year.ts';
import type { ProvisionalOpening } from './provisional-opening.ts';
import type { Settlement } from './settlement.ts';
import { BUDGET_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';

interface PlanFacts extends Versioned, Sources, Entered {
  /** FUN-1: since when an approved share is no longer within the cap; null while it is. */
  readonly capBrokenSince: CalendarDate | null;
  readonly id: BudgetPlanId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly programme: Programme;
  readonly draftedBy: string;
  /** What was asked to be changed in the year, in order; the last one may wait for its decision. */
  readonly adjustments: readonly Adjustment[];
  /** What was opened before its approval; absent where nothing was. */
  readonly provisional?: readonly ProvisionalOpening[];
  /** As it was approved first; null before any adjustment. */
  readonly original: OriginalFigures | null;
  /** The final accounts, once the year is closed. */
  readonly settlement: Settlement | null;
}

/** What a budget was before it was adjusted. */
export type OriginalFigures = Pick<Sources, 'plannedFen' | 'lines' | 'topUpFen'>;

export interface DraftPlan extends PlanFacts {
  readonly status: 'DRAFT';
  readonly submittedBy: null;
  readonly decidedBy: null;
  readonly decidedAt: null;
  readonly rejectionReason: null;
}

export interface SubmittedPlan extends PlanFacts {
  readonly status: 'SUBMITTED';
  readonly submittedBy: string;
  readonly decidedBy: null;
  readonly decidedAt: null;
  readonly rejectionReason: null;
}

/** Approved, and executed from its first commitment on. */
export interface ApprovedPlan extends PlanFacts {
  readonly status: 'APPROVED' | 'EXECUTING';
  readonly submittedBy: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly rejectionReason: null;
}

export interface RejectedPlan extends PlanFacts {
  readonly status: 'REJECTED';
  readonly submittedBy: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly rejectionReason: string;
}

/** Its year is closed: nothing is bound under it any more. */
export interface SettledPlan extends PlanFacts {
  readonly status: 'SETTLED';
  /** Null for what was entered of a past year, as who decided and when. */
  readonly submittedBy: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly rejectionReason: null;
}

export type BudgetPlan = DraftPlan | SubmittedPlan | ApprovedPlan | RejectedPlan | SettledPlan;

export type BudgetStatus = BudgetPlan['status'];

export type PlanEvent =
  | { readonly type: 'budget.drafted' | 'budget.submitted' | 'budget.approved' | 'budget.rejected' }
  | { readonly type: 'budget.capMeasured' | 'budget.executing' }
  | {
      readonly type: 'budget.adjustmentProposed' | 'budget.adjustmentRejected';
      readonly adjustment: Adjustment;
    }
  | { readonly type: 'budget.settled'; readonly settlement: Settlement }
  | { readonly type: 'budget.provisionalOpened'; readonly opening: ProvisionalOpening }
  | {
      readonly type: 'budget.adjusted';
      readonly adjustment: Adjustment;
      /** What the amounts were before. */
      readonly before: PlanAmounts;
    };

export type PlanAmounts = ReturnType<typeof amountsOf>;

export interface DraftInput extends SourcesInput {
  readonly id: BudgetPlanId;
  readonly countyCode: RegionCode;
  readonly programme: Programme;
  readonly draftedBy: string;
}

const UNDECIDED = {
  status: 'DRAFT',
  submittedBy: null,
  decidedBy: null,
  decidedAt: null,
  rejectionReason: null,
  capBrokenSince: null,
  adjustments: [],
  original: null,
  settlement: null,
} as const;

export function draftBudget(input: DraftInput, facts: CapFacts): Change<DraftPlan, PlanEvent> {
  const { id, countyCode, year, programme, draftedBy } = input;
  refuseFarYear(year, facts.day);
  const sources = measureSources(input, { ...facts, earlierCap: null });
  return {
    state: { id, version: 0, countyCode, year, programme, draftedBy, ...sources, ...UNDECIDED },
    events: [{ type: 'budget.drafted' }],
  };
}

export type RedraftInput = Pick<DraftInput, 'plannedFen' | 'lines' | 'assistanceFund' | 'draftedBy'>;

/** A draft or a rejected plan is written anew; what was submitted is frozen until it is decided. */
export function redraftBudget(
  plan: BudgetPlan,
  input: RedraftInput,
  facts: CapFacts,
): Change<DraftPlan, PlanEvent> {
  if (plan.status !== 'DRAFT' && plan.status !== 'REJECTED') throw wrongStatus(plan, ['DRAFT', 'REJECTED']);
  const { countyCode, year } = plan;
  const sources = measureSources({ ...input, countyCode, year }, { ...facts, earlierCap: plan.cap });
  return {
    state: { ...plan, ...sources, draftedBy: input.draftedBy, ...UNDECIDED },
    events: [{ type: 'budget.drafted' }],
  };
}

export function submitBudget(plan: BudgetPlan, submittedBy: string): Change<SubmittedPlan, PlanEvent> {
  if (plan.status !== 'DRAFT') throw wrongStatus(plan, ['DRAFT']);
  return {
    state: { ...plan, status: 'SUBMITTED', submittedBy },
    events: [{ type: 'budget.submitted' }],
  };
}

export interface BudgetDecision {
  readonly by: string;
  readonly at: Date;
}

/**
 * FUN-10: neither who drafted nor who submitted it approves it. FUN-1: the share is measured anew, by the policy in
 * force on the day of the approval.
 */
export function approveBudget(
  plan: BudgetPlan,
  { by, at }: BudgetDecision,
  facts: CapFacts,
): Change<ApprovedPlan, PlanEvent> {
  if (plan.status !== 'SUBMITTED') throw wrongStatus(plan, ['SUBMITTED']);
  requireSecondPerson('DRAFTER_APPROVER', by, [plan.draftedBy, plan.submittedBy]);
  const cap = measuredOn(plan, facts);
  refuseShareAboveCap({ ...plan, cap, day: facts.day });
  refuseUnapprovedCap(plan, cap);
  return {
    state: { ...plan, cap, status: 'APPROVED', decidedBy: by, decidedAt: at },
    events: [{ type: 'budget.approved' }],
  };
}

export function rejectBudget(
  plan: BudgetPlan,
  { by, at, reason }: BudgetDecision & { readonly reason: PublicText },
): Change<RejectedPlan, PlanEvent> {
  if (plan.status !== 'SUBMITTED') throw wrongStatus(plan, ['SUBMITTED']);
  requireSecondPerson('DRAFTER_APPROVER', by, [plan.draftedBy, plan.submittedBy]);
  return {
    state: { ...plan, status: 'REJECTED', decidedBy: by, decidedAt: at, rejectionReason: reason },
    events: [{ type: 'budget.rejected' }],
  };
}

/** Money is bound and paid under an approved budget only. */
export function requireApproved(plan: BudgetPlan): asserts plan is ApprovedPlan {
  if (!isApproved(plan)) throw wrongStatus(plan, ['APPROVED', 'EXECUTING']);
}

export function requireOnceApproved(plan: BudgetPlan): asserts plan is ApprovedPlan | SettledPlan {
  if (!wasApproved(plan)) throw wrongStatus(plan, ['APPROVED', 'EXECUTING', 'SETTLED']);
}

export function isApproved(plan: BudgetPlan): plan is ApprovedPlan {
  return plan.status === 'APPROVED' || plan.status === 'EXECUTING';
}

/** Approved once, and executed or settled since. */
export function wasApproved(plan: BudgetPlan): plan is ApprovedPlan | SettledPlan {
  return isApproved(plan) || plan.status === 'SETTLED';
}

/** Its first money is bound: from now on it is executed. Told once. */
export function beginExecution(plan: BudgetPlan): Change<BudgetPlan, PlanEvent> {
  if (plan.status !== 'APPROVED') return { state: plan, events: [] };
  return { state: { ...plan, status: 'EXECUTING' }, events: [{ type: 'budget.executing' }] };
}

/** The four amounts that a plan is known by. */
export function amountsOf(plan: Sources) {
  return {
    plannedFen: plan.plannedFen,
    assistanceShareFen: shareOfAssistance(plan),
    capFen: capOf(plan),
    topUpFen: plan.topUpFen,
  };
}

function wrongStatus(plan: BudgetPlan, needed: readonly BudgetStatus[]): Error {
  return wrongStatusOf(BUDGET_STATUS, plan.status, needed);
}
