import { type CalendarDate, chinaDay, type Command, decision, type Fen } from '@qianshou/kernel';
import { boundIn, boundPlaceOf } from '../../domain/contract/contract-carry-over.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import { terminateContract as terminate } from '../../domain/contract/contract-termination.ts';
import { mayDecide } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { writeJournal } from '../money/write-journal.ts';
import type { Ports } from '../ports.ts';
import { type ContractTarget, lockBound, onContract } from './contract-decision.ts';

export interface TerminateContractInput extends ContractTarget {
  readonly terminatedOn: CalendarDate;
  readonly settlementFen: Fen;
}

/** What is not to be paid any more is free again, where it is bound now. */
export const terminateContract = (ports: Ports): Command<TerminateContractInput, Contract> => {
  const { contracts, payments, clock, unitOfWork } = ports;
  return decision(unitOfWork, {
    once: 'terminateContract',
    ...onContract(ports),
    lock: lockBound(ports),
    may: (actor, { countyCode }) => mayDecide(actor, countyCode),
    decide: async (contract, { terminatedOn: on, settlementFen, reason }, actor) => {
      const facts = {
        taken: await payments.takenOf(contract.id),
        takenParts: await payments.takenPartsOf(contract.id, boundIn(contract).year),
      };
      const terms = { on, settlementFen, reason, by: subjectOf(actor), today: chinaDay(clock.now()) };
      return terminate(contract, terms, facts);
    },
    save: async ({ change, movement }) => {
      const contract = await contracts.save(change);
      if (movement !== null) await writeJournal(ports, boundPlaceOf(contract), [movement]);
      return contract;
    },
  });
};
