import { addFen, chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
import { carryAward } from '../../domain/award/award-carry-over.ts';
import { budgetYearClosed } from '../../domain/budget/errors.ts';
import type { BudgetPlan, SettledPlan } from '../../domain/budget/budget-plan.ts';
import { settleBudget as settle } from '../../domain/budget/year-end.ts';
import { boundIn, carryContract } from '../../domain/contract/contract-carry-over.ts';
import type { SourceKind } from '../../domain/money/account.ts';
import type { CarryMovements } from '../../domain/money/carry-over.ts';
import { type PartBalances, partsIn } from '../../domain/money/source-parts.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { writeJournal } from '../money/write-journal.ts';
import { contractsKey, ledgerKey, type LedgerPlace } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { type BudgetTarget, mayDecideOn, onBudget } from './budget-decision.ts';

export interface SettleBudgetInput extends BudgetTarget {
  readonly document: PublicText;
  readonly giveBack: readonly SourceKind[];
}

/** The year, what it leaves to the next one, and both journals: all of it or nothing. */
export const settleBudget = (ports: Ports): Command<SettleBudgetInput, SettledPlan> => {
  const { budgetPlans, ledgers, payments, clock, unitOfWork } = ports;
  const { load } = onBudget(ports);
  return decision(unitOfWork, {
    once: 'settleBudget',
    lock: async (input) => locksOf(await load(input)),
    load,
    may: mayDecideOn,
    decide: async (plan, { document, giveBack }, actor) => {
      await refuseClosed(ports, { ...nextOf(plan), programme: plan.programme });
      const settlement = { by: subjectOf(actor), on: chinaDay(clock.now()), document, giveBack };
      const { parts } = await ledgers.get(plan.countyCode, plan.year);
      const settled = settle(plan, settlement, { parts, open: await payments.findOpenIn(plan) });
      return { ...settled, parts };
    },
    save: async ({ change, parts, out, into }) => {
      const settled = await budgetPlans.save(change);
      const bound = await carryBound(ports, settled, parts);
      await writeJournal(ports, settled, [...bound.flatMap((each) => each.out), ...out]);
      await writeJournal(ports, nextOf(settled), [...bound.flatMap((each) => each.into), ...into]);
      return settled;
    },
  });
};

function nextOf({ countyCode, year }: BudgetPlan): LedgerPlace {
  return { countyCode, year: year + 1 };
}

function locksOf(plan: BudgetPlan): readonly string[] {
  return [ledgerKey(plan), ledgerKey(nextOf(plan)), contractsKey(plan.countyCode)];
}

async function refuseClosed(
  { budgetPlans }: Ports,
  place: Pick<SettledPlan, 'countyCode' | 'year' | 'programme'>,
): Promise<void> {
  const plan = await budgetPlans.findOf(place);
  if (plan?.status === 'SETTLED') throw budgetYearClosed({ year: place.year });
}

/** What is bound to contracts and awards and was not paid in the year goes on with them. */
async function carryBound(
  { contracts, awards, payments }: Ports,
  { settlement, ...plan }: SettledPlan,
  parts: PartBalances,
): Promise<readonly CarryMovements[]> {
  const carried: CarryMovements[] = [];
  const by = settlement?.by ?? plan.decidedBy ?? plan.draftedBy;
  const committed = partsIn(parts, plan.programme, 'COMMITTED');
  for (const contract of await contracts.findBoundIn(plan)) {
    const taken = await payments.takenPartsOf(contract.id, boundIn(contract).year);
    const takenFen = addFen(...(await payments.takenOf(contract.id)).values());
    const { change, ...movements } = carryContract(contract, { taken, takenFen, committed }, by);
    if (change.events.length > 0) await contracts.save(change);
    carried.push(movements);
  }
  for (const award of await awards.findBoundIn(plan)) {
    const { change, ...movements } = carryAward(award, committed, by);
    await awards.save(change);
    carried.push(movements);
  }
  return carried;
}
