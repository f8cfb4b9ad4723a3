import { type CalendarDate, type Change, chinaDay, yearOf } from '@qianshou/kernel';
import { capHolds, measuredOn } from './budget-cap.ts';
import { type BudgetPlan, isApproved, type PlanEvent, requireApproved } from './budget-plan.ts';
import { type AssistanceFund, type CapFacts, type FrozenCap, freezeCap } from './budget-sources.ts';

/** FUN-1: an approved plan is measured again when policy or figure change; what it says is told, and since when. */
export function remeasureCap(plan: BudgetPlan, { policies, day }: CapFacts): Change<BudgetPlan, PlanEvent> {
  if (!isApproved(plan)) return { state: plan, events: [] };
  const measured = measuredOn(plan, { policies, day: rulingDay(plan, day) });
  return followed(plan, measured, day);
}

/** FUN-3: the fund's figure was another one than the budget said; the paper that says so stands beside it. */
export function restateFund(
  plan: BudgetPlan,
  fund: Omit<AssistanceFund, 'year'>,
  { policies, day }: CapFacts,
): Change<BudgetPlan, PlanEvent> {
  requireApproved(plan);
  const assistanceFund = { ...fund, year: plan.year - 1 };
  const facts = { policies, day: rulingDay(plan, day), earlierCap: plan.cap };
  return followed(plan, freezeCap({ year: plan.year, assistanceFund }, facts), day);
}

/** The budget of this year or a coming one goes by today's policy, one of the past by that of its approval. */
function rulingDay(plan: BudgetPlan, today: CalendarDate): CalendarDate {
  if (plan.decidedAt === null || plan.year >= yearOf(today)) return today;
  return chinaDay(plan.decidedAt);
}

function followed(plan: BudgetPlan, cap: FrozenCap | null, on: CalendarDate): Change<BudgetPlan, PlanEvent> {
  if (isSame(plan.cap, cap)) return { state: plan, events: [] };
  const capBrokenSince = capHolds({ ...plan, cap }) ? null : (plan.capBrokenSince ?? on);
  return { state: { ...plan, cap, capBrokenSince }, events: [{ type: 'budget.capMeasured' }] };
}

function isSame(a: FrozenCap | null, b: FrozenCap | null): boolean {
  return measureOf(a) === measureOf(b);
}

function measureOf(cap: FrozenCap | null): string {
  if (cap === null) return '';
  const { revision, baseFen, source, policy } = cap;
  return JSON.stringify([
    revision,
    baseFen.toString(),
    source,
    policy === null ? null : [policy.id, policy.percent, policy.approvedOn, policy.source],
  ]);
}
