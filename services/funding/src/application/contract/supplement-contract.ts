import { chinaDay, type Command, decision } from '@qianshou/kernel';
import type { Contract } from '../../domain/contract/contract.ts';
import {
  earmarkSupplement,
  supplementCommitmentOf,
  supplementContract as supplement,
  type SupplementInput,
} from '../../domain/contract/contract-supplement.ts';
import { maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { boundParts } from '../money/bound-parts.ts';
import { writeJournal } from '../money/write-journal.ts';
import type { Ports } from '../ports.ts';
import { type ContractTarget, lockContract, onContract } from './contract-decision.ts';
import { followEvaluations } from './follow-evaluations.ts';

export type SupplementContractInput = ContractTarget & Omit<SupplementInput, 'by'>;

/** FUN-7: bound from the budget like the contract itself. */
export const supplementContract = (ports: Ports): Command<SupplementContractInput, Contract> => {
  const { budgetPlans, contracts, clock, unitOfWork } = ports;
  return decision(unitOfWork, {
    ...onContract(ports),
    once: 'supplementContract',
    lock: lockContract(ports),
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: async (contract, input, actor) => {
      const plan = await budgetPlans.get(contract.budgetPlanId);
      const { amountFen, condition, signedOn, document, reason } = input;
      const terms = { amountFen, condition, signedOn, document, reason, by: subjectOf(actor) };
      const change = supplement(contract, terms, { plan, today: chinaDay(clock.now()) });
      const binding = { amountFen, purpose: 'PURCHASE', allocation: 'PROPORTION' } as const;
      return earmarkSupplement(change, await boundParts(ports, plan, binding));
    },
    save: async (change) => {
      const contract = await contracts.save(change);
      await writeJournal(ports, contract, [supplementCommitmentOf(contract)]);
      return followEvaluations(ports, contract);
    },
  });
};
