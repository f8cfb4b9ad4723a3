import { type CalendarDate, chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
import {
  amendContract as amend,
  type AmendingInput,
  notifyAmendment,
} from '../../domain/contract/contract-amendment.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import { maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { Ports } from '../ports.ts';
import { type ContractTarget, lockContract, onContract } from './contract-decision.ts';
import { followEvaluations } from './follow-evaluations.ts';

export type AmendContractInput = ContractTarget & Omit<AmendingInput, 'by' | 'reason'>;

export interface NotifyAmendmentInput extends Omit<ContractTarget, 'reason'> {
  readonly amendmentNo: number;
  readonly notifiedOn: CalendarDate;
  readonly publicUrl: PublicText;
}

/** Which evaluations fall into its days may change with them. */
export const amendContract = (ports: Ports): Command<AmendContractInput, Contract> =>
  decision(ports.unitOfWork, {
    ...onContract(ports),
    once: 'amendContract',
    lock: lockContract(ports),
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: async (contract, { endsOn, longTermReason, signedOn, document, reason }, actor) => {
      const terms = { endsOn, longTermReason, signedOn, document, reason, by: subjectOf(actor) };
      const beside = await ports.contracts.findBeside(contract, { ...contract, endsOn });
      return amend(contract, terms, { beside, today: chinaDay(ports.clock.now()) });
    },
    save: async (change) => followEvaluations(ports, await ports.contracts.save(change)),
  });

export const notifyContractAmendment = (ports: Ports): Command<NotifyAmendmentInput, Contract> =>
  decision(ports.unitOfWork, {
    ...onContract(ports),
    once: 'notifyContractAmendment',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (contract, { amendmentNo, notifiedOn, publicUrl }, actor) =>
      notifyAmendment(
        contract,
        amendmentNo,
        { notifiedOn, publicUrl, by: subjectOf(actor) },
        chinaDay(ports.clock.now()),
      ),
    save: ports.contracts.save,
  });
