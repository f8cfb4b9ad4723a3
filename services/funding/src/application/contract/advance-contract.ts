import { type CalendarDate, chinaDay, type Command, decision } from '@qianshou/kernel';
import {
  advanceContract as advance,
  closeContractAsDone,
  type ContractStep,
} from '../../domain/contract/contract-life.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import { maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { Ports } from '../ports.ts';
import { type ContractTarget, lockBound, onContract } from './contract-decision.ts';

type Target = Omit<ContractTarget, 'reason'>;

export interface AdvanceContractInput extends Target {
  readonly to: ContractStep;
  readonly on: CalendarDate;
}

export const advanceContract = (ports: Ports): Command<AdvanceContractInput, Contract> =>
  decision(ports.unitOfWork, {
    ...onContract(ports),
    once: 'advanceContract',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (contract, { to, on }, actor) =>
      advance(contract, { to, on, by: subjectOf(actor) }, chinaDay(ports.clock.now())),
    save: ports.contracts.save,
  });

/** 结项: its payments are read under the lock of its money. */
export const closeContract = (ports: Ports): Command<Target, Contract> =>
  decision(ports.unitOfWork, {
    ...onContract(ports),
    once: 'closeContract',
    lock: lockBound(ports),
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: async (contract, _input, actor) => {
      const [sums] = await ports.payments.takenOfMany([contract.id]);
      const closing = { on: chinaDay(ports.clock.now()), by: subjectOf(actor) };
      return closeContractAsDone(contract, closing, sums?.paid ?? new Map());
    },
    save: ports.contracts.save,
  });
