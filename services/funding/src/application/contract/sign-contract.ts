import { chinaDay, type Command, decision } from '@qianshou/kernel';
import { beginExecution, type BudgetPlan } from '../../domain/budget/budget-plan.ts';
import { commitmentOf, type Contract, type ContractInput } from '../../domain/contract/contract.ts';
import { earmarkContract, signContract as sign } from '../../domain/contract/contract-signing.ts';
import { replaceContract } from '../../domain/contract/contract-changes.ts';
import { contractPurchase } from '../../domain/purchase/purchase-contract.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { AgencyId, BudgetPlanId, PurchaseProjectId, StationId } from '../../domain/ids.ts';
import type { Allocation } from '../../domain/money/source-parts.ts';
import { boundParts } from '../money/bound-parts.ts';
import { maySpendOn, onBudget } from '../budget/budget-decision.ts';
import { contractsUnder } from '../purchase/purchase-decision.ts';
import { barsOf } from '../reference/bars-of.ts';
import { contractsKey, ledgerKey } from '../reference/held-keys.ts';
import { followEvaluations } from './follow-evaluations.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';

export interface SignContractInput extends Omit<ContractInput, 'id' | 'signedBy'> {
  readonly budgetPlanId: BudgetPlanId;
  readonly providerAgencyId: AgencyId;
  readonly stationIds: readonly StationId[];
  readonly allocation: Allocation;
  readonly idempotencyKey: string;
}

export const signContract = (ports: Ports): Command<SignContractInput, Contract> => {
  const { budgetPlans, contracts, purchaseProjects, unitOfWork, clock, newId } = ports;
  const { load } = onBudget(ports);
  return decision(unitOfWork, {
    once: 'signContract',
    lock: async (input) => locksOf(await load(input)),
    load,
    may: maySpendOn,
    decide: async (plan, input, actor) => {
      const { idempotencyKey: _key, allocation, ...terms } = input;
      const signing = { ...terms, id: newId('con'), signedBy: subjectOf(actor) };
      const change = sign(signing, await signingFacts(ports, plan, input));
      const binding = { amountFen: input.amountFen, purpose: 'PURCHASE', allocation } as const;
      return earmarkContract(change, await boundParts(ports, plan, binding));
    },
    save: async (change, { state: plan, input: { replacesContractId, purchaseProjectId } }) => {
      const replaced = replacesContractId && (await contracts.get(replacesContractId));
      const contract = await contracts.save(change);
      await writeJournal(ports, contract, [commitmentOf(contract)]);
      await budgetPlans.save(beginExecution(plan));
      if (purchaseProjectId !== null) {
        const project = await purchaseProjects.get(purchaseProjectId);
        await purchaseProjects.save(contractPurchase(project, contract.signedBy));
      }
      if (replaced !== null) {
        const ended = await contracts.save(replaceContract(replaced, contract, chinaDay(clock.now())));
        await followEvaluations(ports, ended);
      }
      return followEvaluations(ports, contract);
    },
  });
};

function locksOf(plan: BudgetPlan): readonly string[] {
  return [ledgerKey(plan), contractsKey(plan.countyCode)];
}

async function signingFacts(ports: Ports, plan: BudgetPlan, input: SignContractInput) {
  const { agencies, stations, contracts, clock } = ports;
  const { providerAgencyId, stationIds } = input;
  const { countyCode } = plan;
  return {
    plan,
    provider: await agencies.get(providerAgencyId),
    stations: await stations.getMany(stationIds),
    beside: await contracts.findBeside({ countyCode, stationIds }, input),
    purchase: await purchaseOf(ports, input.purchaseProjectId),
    bars: await barsOf(ports)(providerAgencyId, countyCode),
    today: chinaDay(clock.now()),
  };
}

async function purchaseOf(ports: Ports, id: PurchaseProjectId | null) {
  if (id === null) return null;
  return { project: await ports.purchaseProjects.get(id), contracts: await contractsUnder(ports, id) };
}
