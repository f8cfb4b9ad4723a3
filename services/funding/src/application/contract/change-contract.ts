import { type Actor, type Change, type Command, decision } from '@qianshou/kernel';
import { commitmentKeyOf, type Contract, type ContractEvent } from '../../domain/contract/contract.ts';
import {
  closeContract,
  type ContractCorrection,
  correctContract as correct,
} from '../../domain/contract/contract-changes.ts';
import { deductionKeyOf } from '../../domain/contract/contract-deduction.ts';
import { supplementKeyOf } from '../../domain/contract/contract-supplement.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { isHistory } from '../../domain/reference/history.ts';
import { asHistory, reversing } from '../../domain/money/movements.ts';
import { mayDecide, maySpend } from '../../domain/policy.ts';
import { lockLedgerOf } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { writeJournal } from '../money/write-journal.ts';
import { type ContractTarget, decidedBy, hasMoved, lockContract, onContract } from './contract-decision.ts';
import { followEvaluations } from './follow-evaluations.ts';

export type CorrectContractInput = ContractTarget & ContractCorrection;

/** FUN-10: finance refuses what another person signed. */
export const refuseContract = (ports: Ports): Command<ContractTarget, Contract> =>
  decision(ports.unitOfWork, {
    ...closing(ports, 'REFUSED'),
    once: 'refuseContract',
    may: (actor, { countyCode }) => mayDecide(actor, countyCode),
  });

export const withdrawContract = (ports: Ports): Command<ContractTarget, Contract> =>
  decision(ports.unitOfWork, {
    ...closing(ports, 'WITHDRAWN'),
    once: 'withdrawContract',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
  });

export const correctContract = (ports: Ports): Command<CorrectContractInput, Contract> =>
  decision(ports.unitOfWork, {
    ...onContract(ports),
    once: 'correctContract',
    lock: lockContract(ports),
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: async (contract, input, actor) => {
      const { contractNo, signedOn, startsOn, endsOn, lateSigningReason, longTermReason } = input;
      const terms = { contractNo, signedOn, startsOn, endsOn, lateSigningReason, longTermReason };
      const moved = await hasMoved(ports, contract.id);
      const beside = await ports.contracts.findBeside(contract, terms);
      return correct(contract, terms, decidedBy(ports, actor, input.reason), { moved, beside });
    },
    save: async (change) => followEvaluations(ports, await ports.contracts.save(change)),
  });

/** The contract and its commitment in the journal, which is reversed: the money is free for another one. */
const closing = (ports: Ports, kind: 'REFUSED' | 'WITHDRAWN') => {
  const { load } = onContract(ports);
  return {
    load,
    lock: lockLedgerOf(load),
    decide: async (contract: Contract, { reason }: ContractTarget, actor: Actor) =>
      closeContract(contract, kind, decidedBy(ports, actor, reason), await hasMoved(ports, contract.id)),
    save: async (change: Change<Contract, ContractEvent>, { actor }: { readonly actor: Actor }) => {
      const closed = await ports.contracts.save(change);
      await reverseCommitment(ports, closed, subjectOf(actor));
      return closed;
    },
  };
};

async function reverseCommitment(ports: Ports, closed: Contract, by: string): Promise<void> {
  const ledger = await ports.ledgers.get(closed.countyCode, closed.year);
  const approver = by === closed.budgetApprovedBy ? closed.signedBy : closed.budgetApprovedBy;
  const deducted = closed.deductions.map((each) => deductionKeyOf(closed, each));
  const keys = [
    ...deducted,
    commitmentKeyOf(closed),
    ...closed.supplements.map((each) => supplementKeyOf(closed, each)),
  ];
  for (const key of keys) {
    const commitment = await ports.ledgers.findEntry(ledger, key);
    if (commitment === null) throw new Error(`the journal has no commitment of ${closed.id}`);
    const reversal = reversing(commitment, { actor: by, approver });
    await writeJournal(ports, closed, [isHistory(closed) ? asHistory(reversal) : reversal]);
  }
}
