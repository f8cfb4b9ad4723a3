import {
  type CalendarDate,
  type Change,
  type Fen,
  fen,
  type PublicText,
  type RegionCode,
  type Versioned,
} from '@qianshou/kernel';
import type { ApprovedPlan, SettledPlan } from './budget-plan.ts';
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
  /** The last day on which it may be bound; null: to the end of the year. */
  readonly usableUntil: CalendarDate | null;
}

export type SourceRegistered =
  | { readonly type: 'fund-source.registered' }
  /** With what it gave before. */
  | { readonly type: 'fund-source.adjusted'; readonly beforeFen: Fen };

export function registerSource(
  id: FundSourceId,
  plan: ApprovedPlan | SettledPlan,
  { kind, amountFen }: Drawing,
): Change<FundSource, SourceRegistered> {
  const { countyCode, year, programme, lines } = plan;
  const line = lines.find((each) => each.kind === kind);
  const [note, usableUntil] = [line?.note ?? null, line?.usableUntil ?? null];
  return {
    state: {
      id,
      version: 0,
      countyCode,
      year,
      programme,
      kind,
      amountFen,
      budgetPlanId: plan.id,
      note,
      usableUntil,
    },
    events: [{ type: 'fund-source.registered' }],
  };
}

/** After an adjustment: each source gives what it gives now; one that gives nothing any more stays, with 0. */
export function adjustSources(
  plan: ApprovedPlan,
  known: readonly FundSource[],
  drawings: readonly Drawing[],
  newId: () => FundSourceId,
): readonly Change<FundSource, SourceRegistered>[] {
  const fresh = drawings.filter(
    ({ kind, amountFen }) => amountFen > 0n && !known.some((source) => source.kind === kind),
  );
  return [
    ...known.flatMap((source) => adjusted(plan, source, drawings)),
    ...fresh.map((drawing) => registerSource(newId(), plan, drawing)),
  ];
}

function adjusted(
  { lines }: ApprovedPlan,
  source: FundSource,
  drawings: readonly Drawing[],
): readonly Change<FundSource, SourceRegistered>[] {
  const amountFen = drawings.find(({ kind }) => kind === source.kind)?.amountFen ?? fen(0n);
  const { usableUntil, note } = wordsOf(lines, source);
  if (amountFen === source.amountFen && usableUntil === source.usableUntil) return [];
  const state = { ...source, amountFen, usableUntil, note };
  return [{ state, events: [{ type: 'fund-source.adjusted', beforeFen: source.amountFen }] }];
}

/** The top-up has no line: what was said of it stays. */
function wordsOf(lines: ApprovedPlan['lines'], source: FundSource): Pick<FundSource, 'usableUntil' | 'note'> {
  const line = lines.find(({ kind }) => kind === source.kind);
  if (line === undefined) return source;
  return { usableUntil: line.usableUntil ?? null, note: line.note ?? source.note };
}
