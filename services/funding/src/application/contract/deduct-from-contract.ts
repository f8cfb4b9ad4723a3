import { chinaDay, type Command, decision } from '@qianshou/kernel';
import { boundIn, boundPlaceOf } from '../../domain/contract/contract-carry-over.ts';
import {
  deductFromContract as deduct,
  type DeductingInput,
} from '../../domain/contract/contract-deduction.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import { mayDecide } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { writeJournal } from '../money/write-journal.ts';
import type { Ports } from '../ports.ts';
import { type ContractTarget, lockBound, onContract } from './contract-decision.ts';

export type DeductFromContractInput = ContractTarget & Omit<DeductingInput, 'by' | 'reason'>;

/** What is not paid by a rule of the contract is free again, where it is bound now. */
export const deductFromContract = (ports: Ports): Command<DeductFromContractInput, Contract> => {
  const { contracts, payments, clock, unitOfWork } = ports;
  return decision(unitOfWork, {
    once: 'deductFromContract',
    ...onContract(ports),
    lock: lockBound(ports),
    may: (actor, { countyCode }) => mayDecide(actor, countyCode),
    decide: async (contract, { installmentNo, rule, document, reason }, actor) => {
      const facts = {
        taken: await payments.takenOf(contract.id),
        takenParts: await payments.takenPartsOf(contract.id, boundIn(contract).year),
        today: chinaDay(clock.now()),
      };
      return deduct(contract, { installmentNo, rule, document, reason, by: subjectOf(actor) }, facts);
    },
    save: async ({ change, movement }) => {
      const contract = await contracts.save(change);
      await writeJournal(ports, boundPlaceOf(contract), [movement]);
      return contract;
    },
  });
};
