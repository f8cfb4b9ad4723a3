import type { Change, Fen, PublicText, RegionCode, Versioned } from '@qianshou/kernel';
import type { ApprovedPlan } from './budget-plan.ts';
import type { BudgetPlanId, FundSourceId } from '../ids.ts';
import type { Programme, SourceKind } from '../money/account.ts';
import type { Drawing } from '../money/movements.ts';

/** Where the money of a county and year comes from, and how much: registered when the budget that draws it is approved. */
export interface FundSource extends Versioned {
  readonly id: FundSourceId;
  readonly countyCode: RegionCode;
  readonly year: number;
  readonly programme: Programme;
  readonly kind: SourceKind;
  readonly amountFen: Fen;
  readonly budgetPlanId: BudgetPlanId;
  readonly note: PublicText | null;
}

export interface SourceRegistered {
  readonly type: 'fund-source.registered';
}

export function registerSource(
  id: FundSourceId,
  plan: ApprovedPlan,
  { kind, amountFen }: Drawing,
): Change<FundSource, SourceRegistered> {
  const { countyCode, year, programme, lines } = plan;
  const note = lines.find((line) => line.kind === kind)?.note ?? null;
  return {
    state: { id, version: 0, countyCode, year, programme, kind, amountFen, budgetPlanId: plan.id, note },
    events: [{ type: 'fund-source.registered' }],
  };
}
