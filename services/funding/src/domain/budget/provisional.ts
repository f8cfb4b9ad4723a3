import {
  addFen,
  addYears,
  badInput,
  type CalendarDate,
  type Change,
  type Fen,
  fen,
  type PublicText,
  yearOf,
} from '@qianshou/kernel';
import { sourceName, sourceWords } from '../money/account.ts';
import type { Movement } from '../money/journal-entry.ts';
import { appropriating, type Drawing, openingProvisionally } from '../money/movements.ts';
import { lessParts, type SourcePart, sumOfParts, takeParts } from '../money/source-parts.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { BUDGET_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import { type ApprovedPlan, type BudgetPlan, isApproved, type PlanEvent } from './budget-plan.ts';
import { drawingsOf } from './budget-sources.ts';
import { budgetBelowCommitted, budgetYearNotBegun, provisionalAboveCeiling } from './errors.ts';
import type { ProvisionalOpening } from './provisional-opening.ts';

export interface ProvisionalInput {
  /** Null: only what was carried over. */
  readonly amountFen: Fen | null;
  readonly usableUntil: CalendarDate;
  readonly document: PublicText;
  readonly by: string;
}

export interface ProvisionalFacts {
  readonly today: CalendarDate;
  /** Paid in the year before, from its first day to the same day as `usableUntil`. */
  readonly paidBeforeFen: Fen;
}

export interface ProvisionalOpened {
  readonly change: Change<BudgetPlan, PlanEvent>;
  /** Null where nothing but the carried over is opened: that is there already. */
  readonly movement: Movement | null;
}

const OPEN_TO_IT = ['DRAFT', 'SUBMITTED', 'REJECTED'] as const;

type WaitingPlan = Extract<BudgetPlan, { readonly status: (typeof OPEN_TO_IT)[number] }>;

export function waitsForApproval(plan: BudgetPlan): plan is WaitingPlan {
  return OPEN_TO_IT.some((each) => each === plan.status);
}

/**
 * 预算法 Art. 54: in its year, before the approval, as much as was paid in the same period of the year before. Of the
 * assistance fund nothing: its share is measured with the budget. FUN-10: never by who drafted it.
 */
export function openProvisional(
  plan: BudgetPlan,
  { amountFen, usableUntil, document, by }: ProvisionalInput,
  { today, paidBeforeFen }: ProvisionalFacts,
): ProvisionalOpened {
  if (!waitsForApproval(plan)) throw wrongStatusOf(BUDGET_STATUS, plan.status, OPEN_TO_IT);
  requireSecondPerson('DRAFTER_APPROVER', by, [plan.draftedBy, plan.submittedBy ?? plan.draftedBy]);
  refuseOtherTime(plan, usableUntil, today);
  const asked = amountFen ?? fen(0n);
  const opening: ProvisionalOpening = {
    no: openingsOf(plan).length + 1,
    amountFen: asked,
    usableUntil,
    ceilingFen: paidBeforeFen,
    drawings: asked === 0n ? [] : drawnFrom(plan, asked, paidBeforeFen),
    document,
    by,
    on: today,
  };
  return {
    change: {
      state: withOpening(plan, opening),
      events: [{ type: 'budget.provisionalOpened', opening }],
    },
    movement: asked === 0n ? null : movementOf(plan, opening),
  };
}

function refuseOtherTime({ year }: BudgetPlan, usableUntil: CalendarDate, today: CalendarDate): void {
  if (yearOf(today) !== year) throw budgetYearNotBegun({ year, today });
  if (yearOf(usableUntil) !== year || usableUntil < today)
    throw badInput({ field: 'usableUntil', reason: WITHIN });
}

function withOpening<Plan extends BudgetPlan>(plan: Plan, opening: ProvisionalOpening): Plan {
  return { ...plan, provisional: [...openingsOf(plan), opening] };
}

const WITHIN = {
  en: 'expected a day of the budget year, not before today',
  zh: '应为预算年度内、不早于今天的日期',
};

export function openingsOf({
  provisional = [],
}: Pick<BudgetPlan, 'provisional'>): readonly ProvisionalOpening[] {
  return provisional;
}

/** What was opened in all. */
export function openedFen(plan: Pick<BudgetPlan, 'provisional'>): Fen {
  return addFen(...openingsOf(plan).map(({ amountFen }) => amountFen));
}

/** The same period of the year before ends on this day. */
export function samePeriodEnd(usableUntil: CalendarDate): CalendarDate {
  return addYears(usableUntil, -1);
}

/** Of the sources that the draft names, but for the assistance fund, in proportion to what they have left. */
function drawnFrom(plan: BudgetPlan, asked: Fen, paidBeforeFen: Fen): readonly Drawing[] {
  const drawable = drawingsOf(plan).filter(({ kind }) => kind !== 'ASSISTANCE_FUND_SHARE');
  const left = lessParts(
    drawable.map(ofYear),
    openingsOf(plan)
      .flatMap(({ drawings }) => drawings)
      .map(ofYear),
  );
  const available = left.filter((part) => part.amountFen > 0n);
  const opened = openedFen(plan);
  const most = least(fen(paidBeforeFen - opened), sumOfParts(available));
  if (asked > most) {
    const named = { ceilingFen: paidBeforeFen.toString(), openedFen: opened.toString() };
    throw provisionalAboveCeiling({
      ...named,
      availableFen: (most > 0n ? most : 0n).toString(),
      askedFen: asked.toString(),
    });
  }
  return takeParts(available, asked, 'PROPORTION').map(({ kind, amountFen }) => ({ kind, amountFen }));
}

function least(one: Fen, other: Fen): Fen {
  return one < other ? one : other;
}

function ofYear({ kind, amountFen }: Drawing): SourcePart {
  return { kind, originYear: null, amountFen };
}

function movementOf(plan: BudgetPlan, { no, by, drawings }: ProvisionalOpening): Movement {
  return openingProvisionally(
    {
      programme: plan.programme,
      reference: { budgetPlanId: plan.id, contractId: null, awardId: null, paymentId: null },
      actor: by,
      approver: plan.draftedBy,
    },
    no,
    drawings,
  );
}

export interface Bindable {
  /** Who approved the money that is bound: of the budget, or of what was opened before it. */
  readonly approvedBy: string;
}

/** Money is bound under an approved budget, or while something is opened before the approval. */
export function requireBindable(plan: BudgetPlan, day: CalendarDate): Bindable {
  if (isApproved(plan)) return { approvedBy: plan.decidedBy };
  const last = openingsOf(plan).at(-1);
  if (last === undefined || last.usableUntil < day || !waitsForApproval(plan))
    throw wrongStatusOf(BUDGET_STATUS, plan.status, ['APPROVED', 'EXECUTING']);
  return { approvedBy: last.by };
}

/** With the approval each source gives what it did not give yet; what was bound of it already stays. */
export function absorbedDrawings(plan: ApprovedPlan, free: readonly SourcePart[]): readonly Drawing[] {
  const opened = openingsOf(plan).flatMap(({ drawings }) => drawings);
  const drawings = drawingsOf(plan);
  const kinds = [...new Set([...drawings, ...opened].map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const amountFen = fen(sumOf(drawings, kind) - sumOf(opened, kind));
    const left = sumOfParts(free.filter((part) => part.kind === kind && part.originYear === null));
    if (left + amountFen >= 0n) return { kind, amountFen };
    throw budgetBelowCommitted({
      source: sourceWords(sourceName({ kind, originYear: null })),
      availableFen: left.toString(),
      askedFen: (-amountFen).toString(),
    });
  });
}

function sumOf(drawings: readonly Drawing[], kind: Drawing['kind']): bigint {
  return drawings.filter((each) => each.kind === kind).reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

/** The journal entry of the approval, by who approved: the sources give what is planned. Beside them stands who submitted. */
export function appropriationOf(plan: ApprovedPlan, free: readonly SourcePart[]): readonly Movement[] {
  const { cap } = plan;
  const drawings = absorbedDrawings(plan, free).filter(({ amountFen }) => amountFen !== 0n);
  if (drawings.length === 0) return [];
  const warrant = {
    programme: plan.programme,
    reference: { budgetPlanId: plan.id, contractId: null, awardId: null, paymentId: null },
    actor: plan.decidedBy,
    approver: plan.submittedBy,
  };
  const measured =
    cap === null || cap.policy === null ? null : { baseFen: cap.baseFen, percent: cap.policy.percent };
  return [appropriating(warrant, drawings, measured)];
}
