import {
  type Actor,
  type Change,
  chinaDay,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RegionCode,
  type RowDecision,
  yuan,
} from '@qianshou/kernel';
import type { BudgetPlan, PlanEvent, SettledPlan } from '../../domain/budget/budget-plan.ts';
import { drawingsOf } from '../../domain/budget/budget-sources.ts';
import { registerSource } from '../../domain/budget/fund-source.ts';
import { enterPastBudget, pastAppropriationOf } from '../../domain/history/past-budget.ts';
import { canEnterHistory, maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { PolicyReplica } from '../../domain/reference/replicas.ts';
import { writeJournal } from '../money/write-journal.ts';
import { ledgerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { PAST_BUDGET_COLUMNS, type PastBudgetRow, readPastBudgetRow } from './past-budget-columns.ts';

type Entered = Change<SettledPlan, PlanEvent>;

interface Facts {
  readonly plans: ReadonlyMap<string, BudgetPlan | null>;
  readonly policies: ReadonlyMap<RegionCode, readonly PolicyReplica[]>;
}

const ROWS_AT_ONCE = 100;
const PROGRAMME = 'STATION_WORK';

/** Budgets of past years, from the papers that approved them. */
export function importPastBudgets(ports: Ports): ImportKind {
  return importKind<PastBudgetRow, Facts, Entered>({
    name: 'BUDGETS',
    columns: PAST_BUDGET_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canEnterHistory,
    parse: readPastBudgetRow,
    keyOf: placeKey,
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    save: (entered) => save(ports, entered),
  });
}

function placeKey({ countyCode, year }: Pick<PastBudgetRow, 'countyCode' | 'year'>): string {
  return `${countyCode}/${year}`;
}

async function load(
  { budgetPlans, policies, unitOfWork }: Ports,
  rows: readonly PastBudgetRow[],
): Promise<Facts> {
  await unitOfWork.hold(...new Set(rows.map(ledgerKey)));
  const plans = new Map<string, BudgetPlan | null>();
  for (const row of rows)
    plans.set(placeKey(row), await budgetPlans.findOf({ ...row, programme: PROGRAMME }));
  const ruling = new Map<RegionCode, readonly PolicyReplica[]>();
  for (const county of new Set(rows.map(({ countyCode }) => countyCode)))
    ruling.set(county, await policies.listOf(county));
  return { plans, policies: ruling };
}

function decide(
  { clock, newId }: Ports,
  row: PastBudgetRow,
  { plans, policies }: Facts,
  actor: Actor,
): RowDecision<Entered> {
  maySpend(actor, row.countyCode);
  const known = plans.get(placeKey(row)) ?? null;
  if (known !== null) return knownRow({ planned: [yuan(row.plannedFen), yuan(known.plannedFen)] });
  const input = { ...row, id: newId('bud'), programme: PROGRAMME, by: subjectOf(actor) } as const;
  const facts = { policies: policies.get(row.countyCode) ?? [], today: chinaDay(clock.now()) };
  return newRow(enterPastBudget(input, facts));
}

async function save(ports: Ports, entered: readonly Entered[]): Promise<void> {
  const { budgetPlans, fundSources, newId } = ports;
  for (const change of entered) {
    const plan = await budgetPlans.save(change);
    await writeJournal(ports, plan, [pastAppropriationOf(plan)]);
    for (const drawing of drawingsOf(plan).filter(({ amountFen }) => amountFen > 0n))
      await fundSources.save(registerSource(newId('src'), plan, drawing));
  }
}
