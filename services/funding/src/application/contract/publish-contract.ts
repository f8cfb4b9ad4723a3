import { type CalendarDate, chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
import {
  fileContract as file,
  publishContract as publish,
} from '../../domain/contract/contract-publicity.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import { maySpend } from '../../domain/policy.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import type { Ports } from '../ports.ts';
import { type ContractTarget, onContract } from './contract-decision.ts';

type Target = Omit<ContractTarget, 'reason'>;

export interface PublishContractInput extends Target {
  readonly publishedOn: CalendarDate;
  readonly publicUrl: PublicText;
}

export interface FileContractInput extends Target {
  readonly filedOn: CalendarDate;
  readonly office: PublicText;
}

/** FUN-6: within 2 working days of signing. */
export const publishContract = (ports: Ports): Command<PublishContractInput, Contract> =>
  decision(ports.unitOfWork, {
    ...onContract(ports),
    once: 'publishContract',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (contract, { publishedOn, publicUrl }, actor) =>
      publish(contract, { publishedOn, publicUrl, by: subjectOf(actor) }, chinaDay(ports.clock.now())),
    save: ports.contracts.save,
  });

/** FUN-6: within 7 working days of signing. */
export const fileContract = (ports: Ports): Command<FileContractInput, Contract> =>
  decision(ports.unitOfWork, {
    ...onContract(ports),
    once: 'fileContract',
    may: (actor, { countyCode }) => maySpend(actor, countyCode),
    decide: (contract, { filedOn, office }, actor) =>
      file(contract, { filedOn, office, by: subjectOf(actor) }, chinaDay(ports.clock.now())),
    save: ports.contracts.save,
  });
