import {
  type CalendarDate,
  type Change,
  fen,
  type Message,
  type PublicText,
  requireDifference,
} from '@qianshou/kernel';
import type { Drawing, SourceDelta } from '../money/movements.ts';
import { adjusting } from '../money/movements.ts';
import type { Movement } from '../money/journal-entry.ts';
import { sourceWords, sourceName, type SourceKind } from '../money/account.ts';
import type { SourcePart } from '../money/source-parts.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import type { Adjustment, AdjustmentKind } from './adjustment.ts';
import { measuredOn, refuseUnapprovedCap } from './budget-cap.ts';
import {
  amountsOf,
  type ApprovedPlan,
  type BudgetPlan,
  type PlanEvent,
  requireApproved,
} from './budget-plan.ts';
import {
  type CapFacts,
  drawingsOf,
  type FrozenCap,
  measureSources,
  refuseShareAboveCap,
  type Sources,
  type SourcesInput,
} from './budget-sources.ts';
import { adjustmentNotProposed, adjustmentPending, adjustmentWrong, budgetBelowCommitted } from './errors.ts';

export interface AdjustmentInput extends Pick<SourcesInput, 'plannedFen' | 'lines'> {
  readonly kind: AdjustmentKind;
  readonly document: PublicText;
  readonly reason: PublicText;
  readonly by: string;
}

export interface AdjustmentFacts extends CapFacts {
  /** What of each source is approved and free: what is bound or paid cannot be taken back. */
  readonly free: readonly SourcePart[];
}

/** 预算法 Art. 67–75: what the budget is to be from now on, measured like a new one; nothing moves before its approval. */
export function proposeAdjustment(
  plan: BudgetPlan,
  input: AdjustmentInput,
  facts: AdjustmentFacts,
): Change<ApprovedPlan, PlanEvent> {
  requireApproved(plan);
  const pending = pendingOf(plan);
  if (pending !== null) throw adjustmentPending({ no: pending.no });
  const sources = measuredAnew(plan, input, facts);
  requireDifference({ terms: termsOf(plan) }, { terms: termsOf(sources) });
  refuseWrongKind(plan, input);
  refuseBelowCommitted(plan, sources, facts.free);
  const { kind, document, reason, by } = input;
  const { plannedFen, lines, topUpFen } = sources;
  const adjustment: Adjustment = {
    no: plan.adjustments.length + 1,
    kind,
    plannedFen,
    lines,
    topUpFen,
    document,
    reason,
    status: 'PROPOSED',
    proposedBy: by,
    proposedOn: facts.day,
    decidedBy: null,
    decidedOn: null,
    rejectionReason: null,
  };
  return {
    state: { ...plan, adjustments: [...plan.adjustments, adjustment] },
    events: [{ type: 'budget.adjustmentProposed', adjustment }],
  };
}

export interface AdjustmentApproved {
  readonly change: Change<ApprovedPlan, PlanEvent>;
  /** The journal entry: each source gives more or less. */
  readonly movement: Movement;
}

/** FUN-1, FUN-10: by a second person, the cap measured anew by the policy of the day, and never below what is bound. */
export function approveAdjustment(
  plan: BudgetPlan,
  { by }: { readonly by: string },
  facts: AdjustmentFacts,
): AdjustmentApproved {
  requireApproved(plan);
  const pending = requirePending(plan);
  requireSecondPerson('DRAFTER_APPROVER', by, [pending.proposedBy]);
  const { plannedFen, lines, topUpFen } = pending;
  const cap = measuredOn({ ...plan, lines }, facts);
  refuseShareAboveCap({ ...plan, lines, cap, day: facts.day });
  refuseUnapprovedCap({ ...plan, lines }, cap);
  const sources = { plannedFen, lines, topUpFen, cap };
  refuseBelowCommitted(plan, sources, facts.free);
  const adjustment: Adjustment = { ...pending, status: 'APPROVED', decidedBy: by, decidedOn: facts.day };
  const original = plan.original ?? {
    plannedFen: plan.plannedFen,
    lines: plan.lines,
    topUpFen: plan.topUpFen,
  };
  const adjusted = {
    ...plan,
    ...sources,
    original,
    capBrokenSince: null,
    adjustments: decided(plan, adjustment),
  };
  const events = [{ type: 'budget.adjusted', adjustment, before: amountsOf(plan) }] as const;
  return { change: { state: adjusted, events }, movement: movementOf(plan, adjustment, sources) };
}

/** FUN-10: finance says no to what somebody else proposed; the budget stays as it is. */
export function rejectAdjustment(
  plan: BudgetPlan,
  { by, on, reason }: { readonly by: string; readonly on: CalendarDate; readonly reason: PublicText },
): Change<ApprovedPlan, PlanEvent> {
  requireApproved(plan);
  const pending = requirePending(plan);
  requireSecondPerson('DRAFTER_APPROVER', by, [pending.proposedBy]);
  const rejected = { decidedBy: by, decidedOn: on, rejectionReason: reason };
  const adjustment: Adjustment = { ...pending, status: 'REJECTED', ...rejected };
  return {
    state: { ...plan, adjustments: decided(plan, adjustment) },
    events: [{ type: 'budget.adjustmentRejected', adjustment }],
  };
}

export function pendingOf({ adjustments }: Pick<BudgetPlan, 'adjustments'>): Adjustment | null {
  return adjustments.find(({ status }) => status === 'PROPOSED') ?? null;
}

function requirePending(plan: BudgetPlan): Adjustment {
  const pending = pendingOf(plan);
  if (pending === null) throw adjustmentNotProposed();
  return pending;
}

function decided(plan: BudgetPlan, adjustment: Adjustment): readonly Adjustment[] {
  return plan.adjustments.map((each) => (each.no === adjustment.no ? adjustment : each));
}

/** The fund's figure stays the one that the plan was approved by. */
function measuredAnew(plan: ApprovedPlan, input: AdjustmentInput, facts: CapFacts): Sources {
  const { countyCode, year, cap } = plan;
  const { plannedFen, lines } = input;
  const terms = { countyCode, year, plannedFen, lines, assistanceFund: fundOf(cap) };
  return measureSources(terms, { ...facts, earlierCap: cap });
}

function fundOf(cap: FrozenCap | null): SourcesInput['assistanceFund'] {
  return cap === null ? null : { year: cap.year, amountFen: cap.baseFen, source: cap.source };
}

/** Total and lines as one text, in one order, so that the same lines in another order are no adjustment. */
function termsOf({ plannedFen, lines }: Pick<Sources, 'plannedFen' | 'lines'>): string {
  const told = lines.map(({ kind, amountFen, note, usableUntil = null }) =>
    JSON.stringify([kind, amountFen.toString(), note, usableUntil]),
  );
  return [plannedFen.toString(), ...told.toSorted()].join();
}

const KEEPS_TOTAL: Message = {
  en: 'a transfer (TRANSFER) moves money between sources and keeps the total',
  zh: '调剂(TRANSFER)仅在资金来源之间调整,总额不变',
};
const ADDS: Message = {
  en: 'a supplement (SUPPLEMENT) raises the total',
  zh: '追加(SUPPLEMENT)应增加总额',
};

function refuseWrongKind(plan: ApprovedPlan, { kind, plannedFen }: AdjustmentInput): void {
  if (kind === 'TRANSFER' && plannedFen !== plan.plannedFen) throw adjustmentWrong({ reason: KEEPS_TOTAL });
  if (kind === 'SUPPLEMENT' && plannedFen <= plan.plannedFen) throw adjustmentWrong({ reason: ADDS });
}

/** What is bound to contracts and awards, or paid, stays; source by source. */
function refuseBelowCommitted(plan: ApprovedPlan, sources: Sources, free: readonly SourcePart[]): void {
  for (const { kind, changeFen } of deltasOf(plan, sources)) {
    const own = free.filter((part) => part.kind === kind && part.originYear === null);
    const available = own.reduce<bigint>((sum, { amountFen }) => sum + amountFen, 0n);
    if (available + changeFen >= 0n) continue;
    throw budgetBelowCommitted({
      source: sourceWords(sourceName({ kind, originYear: null })),
      availableFen: available.toString(),
      askedFen: (-changeFen).toString(),
    });
  }
}

function deltasOf(plan: Sources, sources: Sources): readonly SourceDelta[] {
  const [before, after] = [drawingsOf(plan), drawingsOf(sources)];
  const kinds = new Set([...before, ...after].map(({ kind }) => kind));
  return [...kinds].map((kind) => ({ kind, changeFen: fen(amountOf(after, kind) - amountOf(before, kind)) }));
}

function amountOf(drawings: readonly Drawing[], kind: SourceKind): bigint {
  return drawings.find((drawing) => drawing.kind === kind)?.amountFen ?? 0n;
}

function movementOf(plan: ApprovedPlan, adjustment: Adjustment, sources: Sources): Movement {
  const { cap } = sources;
  const warrant = {
    programme: plan.programme,
    reference: { budgetPlanId: plan.id, contractId: null, awardId: null, paymentId: null },
    actor: adjustment.proposedBy,
    approver: adjustment.decidedBy ?? plan.decidedBy,
  };
  const measured =
    cap === null || cap.policy === null ? null : { baseFen: cap.baseFen, percent: cap.policy.percent };
  return adjusting(warrant, { no: adjustment.no, deltas: deltasOf(plan, sources), cap: measured });
}
