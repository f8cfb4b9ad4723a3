import { type Actor, chinaDay, policyInForce } from '@qianshou/kernel';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import { type Assumptions, type BudgetScenario, foresee } from '../../domain/budget/budget-scenario.ts';
import { budgetNotFound } from '../../domain/budget/errors.ts';
import { mayReadPlans } from '../../domain/policy.ts';
import type { LedgerPlace } from '../../domain/money/ledger.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'policies' | 'stations' | 'clock'>;

export interface Foreseen extends BudgetScenario, LedgerPlace {
  /** What it is counted from. */
  readonly plan: BudgetPlan;
}

const PROGRAMME = 'STATION_WORK';

/** What if: counted from the budget of the year, or of the year before while there is none; nothing is stored. */
export const foreseeBudget =
  ({ budgetPlans, policies, stations, clock }: Deps) =>
  async ({ countyCode, year }: LedgerPlace, assumptions: Assumptions, actor: Actor): Promise<Foreseen> => {
    mayReadPlans(actor, countyCode);
    const of = (wanted: number) => budgetPlans.findOf({ countyCode, year: wanted, programme: PROGRAMME });
    const plan = (await of(year)) ?? (await of(year - 1));
    if (plan === null) throw budgetNotFound({ id: `${countyCode}/${year}` });
    const ruling = policyInForce(await policies.listOf(countyCode), chinaDay(clock.now()));
    const counted = await stations.countOpen(countyCode);
    const facts = { plan, capPercent: ruling?.capPercent ?? null, stations: counted };
    return { countyCode, year, plan, ...foresee(facts, assumptions) };
  };
