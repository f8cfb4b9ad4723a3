import { type Actor, chinaDay } from '@qianshou/kernel';
import { commitmentOf, type Contract, type ContractInput } from '../../domain/contract/contract.ts';
import { signContract as sign } from '../../domain/contract/contract-signing.ts';
import { replaceContract } from '../../domain/contract/contract-changes.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { AgencyId, BudgetPlanId, StationId } from '../../domain/ids.ts';
import { maySpend, mustSeePlan } from '../../domain/policy.ts';
import { contractsKey } from '../reference/held-keys.ts';
import { moveMoney } from '../money/move-money.ts';
import { followEvaluations } from './follow-evaluations.ts';
import { barsOf } from '../reference/bars-of.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';

export interface SignContractInput extends Omit<ContractInput, 'id' | 'signedBy'> {
  readonly budgetPlanId: BudgetPlanId;
  readonly providerAgencyId: AgencyId;
  readonly stationIds: readonly StationId[];
  readonly idempotencyKey: string;
}

export const signContract =
  (ports: Ports) =>
  async (input: SignContractInput, actor: Actor): Promise<Contract> => {
    const place = await ports.budgetPlans.get(input.budgetPlanId);
    return moveMoney(ports, place, onceRequest('signContract', actor, input), async () => {
      const { budgetPlans, contracts, agencies, stations, unitOfWork, clock, newId } = ports;
      const { budgetPlanId, providerAgencyId, stationIds, idempotencyKey: _key, ...terms } = input;
      const plan = await budgetPlans.get(budgetPlanId);
      mustSeePlan(actor, plan);
      maySpend(actor, plan.countyCode);
      await unitOfWork.hold(contractsKey(plan.countyCode));
      const replaced = terms.replacesContractId && (await contracts.get(terms.replacesContractId));
      const facts = {
        plan,
        provider: await agencies.get(providerAgencyId),
        stations: await stations.getMany(stationIds),
        beside: await contracts.findBeside({ countyCode: plan.countyCode, stationIds }, terms),
        bars: await barsOf(ports)(providerAgencyId, plan.countyCode),
        today: chinaDay(clock.now()),
      };
      const signing = { ...terms, id: newId('con'), signedBy: subjectOf(actor) };
      const contract = await contracts.save(sign(signing, facts));
      await writeJournal(ports, contract, [commitmentOf(contract)]);
      if (replaced !== null) {
        const ended = await contracts.save(replaceContract(replaced, contract, facts.today));
        await followEvaluations(ports, ended);
      }
      return followEvaluations(ports, contract);
    });
  };
